// The shell stands before the style sheets, and nothing else moves.
import { expect, test } from 'vitest'
import { belowShell } from './shellFirst.ts'

const sheet = '<link rel="stylesheet" crossorigin href="./a.css">'
const page = `<head><meta charset="utf-8" />${sheet}<link rel="icon" href="x"></head><body><div id="root"><div>shell</div></div></body>`

test('the style sheet comes after the shell', () => {
  const moved = belowShell(page)
  expect(moved).toBe(page.replace(sheet, '').replace('</div></div>', `</div></div>${sheet}`))
  expect(belowShell(page.replace(sheet, ''))).toBe(page.replace(sheet, ''))
  expect(() => belowShell(`<head>${sheet}</head><body></body>`)).toThrow('root')
})
