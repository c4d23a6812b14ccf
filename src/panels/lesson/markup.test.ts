import { expect, test } from 'vitest'
import { mathOf, paragraphs, pieces, plainText } from './markup.ts'

test('paragraphs stand between empty lines', () => {
  expect(paragraphs('a\nb\n\n  c\n')).toEqual(['a b', 'c'])
})

test('mathematics and bold are told apart from words', () => {
  expect(pieces('At $alpha = 0.02$ it **flies**.').map(({ kind }) => kind)).toEqual([
    'text',
    'math',
    'text',
    'bold',
    'text',
  ])
})

test('names are symbols, ^ raises and _ lowers', () => {
  expect(plainText('$2/lambda_max = 0.02$')).toBe('2/λmax = 0.02')
  expect(plainText('$dW_b$, $V_{dW}$, $X^{{t}}$, $0.9^10$, $beta_1^t$')).toBe('dWb, VdW, X^{t}, 0.9^10, β1^t')
  expect(mathOf('V_b')).toEqual([{ text: 'V', italic: true, below: 'b' }])
  expect(mathOf('max')[0].italic).toBe(false)
})
