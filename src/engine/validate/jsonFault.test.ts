import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFault } from './jsonFault.ts'

test.each<[string, string]>([
  ['', 'line 1, column 1: the file is empty'],
  ['{\n  "seed": 1,\n}', 'line 2, column 12: a comma too many'],
  ['[1, 2, ]', 'line 1, column 6: a comma too many'],
  ['[1,, 2]', 'line 1, column 4: a comma too many'],
  ['{\r\n  // the seed\r\n  "seed": 1}', 'line 2, column 3: a comment, which JSON does not have'],
  ['{"seed": 1 /* one */}', 'line 1, column 12: a comment, which JSON does not have'],
  ['{“seed”: 1}', 'line 1, column 2: a curly quotation mark, expected "'],
  ['{"lab": “descent”}', 'line 1, column 9: a curly quotation mark, expected "'],
  ["{'seed': 1}", 'line 1, column 2: a single quotation mark, expected "'],
  ['{"seed"：1}', 'line 1, column 8: a full-width mark, expected one of the ASCII marks'],
  ['{seed: 1}', 'line 1, column 2: a name without quotation marks'],
  ['{"seed" 1}', 'line 1, column 9: a colon is missing'],
  ['{"a": 1 "b": 2}', 'line 1, column 9: a comma is missing'],
  ['[.5]', 'line 1, column 2: a number that JSON does not write like this'],
  ['[01]', 'line 1, column 2: a number that JSON does not write like this'],
  ['[1_000]', 'line 1, column 2: a number that JSON does not write like this'],
  ['[NaN]', 'line 1, column 2: NaN, and JSON has finite numbers only'],
  ['[True]', 'line 1, column 2: True, which JSON writes true'],
  ['[constructor]', 'line 1, column 2: "constructor" without quotation marks'],
  ['["a\nb"]', 'line 1, column 2: a text whose quotation mark is never closed'],
  ['["a\tb"]', 'line 1, column 4: a tab or another control character in a text, written as \\t or \\u0001'],
  ['["a]', 'line 1, column 2: a text whose quotation mark is never closed'],
  ['["\\d"]', 'line 1, column 3: a backslash before a letter that it does not go with'],
  ['{"a": [1, 2}', 'line 1, column 12: a closing bracket that does not fit'],
  ['{"a": [1, 2]', 'line 1, column 13: the end, while a bracket is still open'],
  ['{"a":}', 'line 1, column 6: a value is missing'],
  ['{} {}', 'line 1, column 4: more text after the end'],
  ['["😀", x]', 'line 1, column 7: "x" without quotation marks'],
])('%j', (text, said) => {
  expect(jsonFault(text).en).toBe(`not valid JSON: ${said}`)
})

test('Chinese', () => {
  expect(jsonFault('[1,]').zh).toBe('不是有效的 JSON：第 1 行第 3 列：多了一个逗号')
})

describe('agrees with JSON.parse', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  test('names a place exactly if JSON.parse throws', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '.5',
      '0',
      'true',
      'x',
      ' ',
      '\n',
      '\\u0041',
      '//',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        expect(jsonFault(text).en.includes('line')).toBe(!isJson(text))
      }),
      { numRuns: 3000 },
    )
  })
  test('finds nothing in JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonFault(text).en === 'not valid JSON'))
  })
})
