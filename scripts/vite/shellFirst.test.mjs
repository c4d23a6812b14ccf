// The shell stands before the style sheets and before the start of the app, and nothing else moves.
import { expect, test } from 'vitest'
import { belowShell } from './shellFirst.ts'

const sheet = '<link rel="stylesheet" crossorigin href="./a.css">'
const entry = '<script type="module" crossorigin src="./a.js"></script>'
const page = `<head><meta charset="utf-8" />${sheet}<link rel="icon" href="x"></head><body><div id="root"><div>shell</div></div></body>`

test('the style sheet comes after the shell', () => {
  const moved = belowShell(page)
  expect(moved).toBe(page.replace(sheet, '').replace('</div></div>', `</div></div>${sheet}`))
  expect(belowShell(page.replace(sheet, ''))).toBe(page.replace(sheet, ''))
  expect(() => belowShell(`<head>${sheet}</head><body></body>`)).toThrow('root')
})

test('the entry is fetched from the head on and started behind the style sheet', () => {
  const moved = belowShell(page.replace(sheet, sheet + entry))
  const order = ['modulepreload" crossorigin href="./a.js"', 'id="root"', sheet, "import('./a.js')"].map(
    (part) => moved.indexOf(part),
  )
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(order).not.toContain(-1)
  expect(moved).not.toContain('type="module"')
})
