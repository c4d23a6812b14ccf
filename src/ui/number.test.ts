import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import { formatNumber, isAllowed, parseNumber, plainNumber } from './number.ts'

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.9, '0.9'],
    [-2.5, '−2.5'],
    [0.0517, '0.0517'],
    [1 / 3, '0.3333'],
    [0.0001, '0.0001'],
    [0.00001234, '1.234 × 10⁻⁵'],
    [1e-8, '10⁻⁸'],
    [-1.2e-7, '−1.2 × 10⁻⁷'],
    [999.96, '1,000'],
    [2048, '2,048'],
    [-1234.5, '−1,235'],
    [12345.6, '12,346'],
    [5_000_000, '5,000,000'],
    [1.5e9, '1.5 × 10⁹'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '–'],
  ])('%d is written %s', (n, text) => expect(formatNumber(n)).toBe(text))

  it('reads back within its digits', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (n) => {
        const back = parseNumber(formatNumber(n, 6))!
        expect(Math.abs(back - n)).toBeLessThanOrEqual(Math.abs(n) * 1e-5)
      }),
    ))
})

describe('parseNumber', () => {
  test.each([
    ['0.9', 0.9],
    ['0,9', 0.9],
    ['０．９', 0.9],
    ['0，95', 0.95],
    ['０。５', 0.5],
    [' .5 ', 0.5],
    ['5.', 5],
    ['−3', -3],
    ['－3', -3],
    ['+2', 2],
    ['1e-8', 1e-8],
    ['1E+3', 1000],
    ['1.2 × 10⁻⁷', 1.2e-7],
    ['2*10^3', 2000],
    ['5,000,000', 5e6],
    ['5 000 000', 5e6],
    ['1,500', 1500],
    ['0,125', 0.125],
    ['12,5', 12.5],
    ['10⁻⁸', 1e-8],
    ['-0', 0],
  ])('%s is %d', (text, n) => expect(parseNumber(text)).toBe(n))

  test.each([
    '',
    ' ',
    'abc',
    '1.2.3',
    '1,2,3',
    '--1',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '1e',
    '.',
    '1 2',
    '一',
    '9'.repeat(500),
  ])('%s is no number', (text) => expect(parseNumber(text)).toBeNull())

  it('reads back every double of a text box to the bit', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(parseNumber(plainNumber(n))).toBe(n === 0 ? 0 : n)
      }),
    ))
})

test('isAllowed holds both ends, open or closed, and wholeness', () => {
  const beta = { min: 0, max: 1, maxOpen: true }
  expect([0, 0.5, 1, -0.1].map((n) => isAllowed(n, beta))).toEqual([true, true, false, false])
  expect([0, 1e-9].map((n) => isAllowed(n, { min: 0, minOpen: true }))).toEqual([false, true])
  expect([1, 1.5].map((n) => isAllowed(n, { whole: true }))).toEqual([true, false])
})
