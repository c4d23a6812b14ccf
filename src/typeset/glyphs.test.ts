import { expect, test } from 'vitest'
import { glyph, spokenFormula } from './glyphs.ts'

const written = (key: string): string => {
  const { differential, letter, below, above } = glyph(key)
  return `${differential ? 'd' : ''}${letter}${below && `_${below}`}${above && `^${above}`}`
}

test.each([
  ['w', 'w'],
  ['alpha', 'α'],
  ['alpha0', 'α_0'],
  ['beta1', 'β_1'],
  ['epsilon', 'ε'],
  ['dW', 'dW'],
  ['db', 'db'],
  ['V', 'V'],
  ['Vc', 'V^c'],
  ['Sc', 'S^c'],
  ['S_dW', 'S_dW'],
  ['theta0', 'θ_0'],
  ['lambdaMax', 'λ_max'],
  ['Delta', 'Δ'],
  ['weightDecay', 'λ'],
  ['muNext', 'μ_t+1'],
  ['muProduct', 'Π_μ'],
  ['keep', 'keep'],
  ['keep_b', 'keep_b'],
  ['mult', 'mult'],
  ['Grad_w~before', 'Grad_w'],
  ['meanSquare', 'meanSquare'],
  ['Vprev', 'V_t−1'],
])('%s is written %s', (key, text) => expect(written(key)).toBe(text))

test('a formula is spoken in order', () => {
  expect(
    spokenFormula([
      { symbol: 'w' },
      ' := ',
      { symbol: 'w' },
      ' − ',
      { symbol: 'alpha' },
      {
        over: [{ symbol: 'Vc' }],
        under: [{ root: [{ symbol: 'S', power: '2' }, ' + ', { symbol: 'epsilon' }] }],
      },
    ]),
  ).toBe('w becomes w minus alpha (V corrected) / (√(S² + epsilon))')
})
