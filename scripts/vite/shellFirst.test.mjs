// The shell comes before the style sheets and before the app's start, and nothing else moves.
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

test('the entry and what it imports are fetched behind the shell and the style sheet', () => {
  const moved = belowShell(
    page.replace(sheet, `${sheet}${entry}<link rel="modulepreload" crossorigin href="./b.js">`),
  )
  const order = ['id="root"', sheet, '["./a.js","./b.js"]', 'import('].map((part) => moved.indexOf(part))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(order).not.toContain(-1)
  expect(moved).not.toContain('type="module"')
  expect(moved).not.toContain('rel="modulepreload"')
})
