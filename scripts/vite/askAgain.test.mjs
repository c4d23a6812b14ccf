// Imports of parts ask for their address, and nothing else changes.
import { expect, test } from 'vitest'
import { askingAgain } from './askAgain.ts'

test('an import of a part asks under which address', () => {
  expect(askingAgain('a(()=>import("./Map-a1_b.js"),[])')).toBe(
    'a(()=>import(ravineAgain("./Map-a1_b.js")),[])',
  )
  expect(askingAgain('import(`./x.js`).then(f)')).toBe('import(ravineAgain(`./x.js`)).then(f)')
})

test('static imports, computed ones and other files stay as they are', () => {
  for (const code of [
    'import{a}from"./x.js"',
    'import(address)',
    'import("https://example.org/x.js")',
    'import.meta.url',
  ])
    expect(askingAgain(code)).toBe(code)
})
