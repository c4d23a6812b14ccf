import { expect, test } from 'vitest'
import { mathOf, paragraphs, pieces, plainText } from './markup.ts'

test('paragraphs are separated by empty lines', () => {
  expect(paragraphs('a\nb\n\n  c\n')).toEqual(['a b', 'c'])
})

test('mathematics and bold are separated from words', () => {
  expect(pieces('At $alpha = 0.02$ it **flies**.').map(({ kind }) => kind)).toEqual([
    'text',
    'math',
    'text',
    'bold',
    'text',
  ])
})

test('a number and its unit stay on one line', () => {
  expect(plainText('99 % of $12.8$ °C')).toBe('99\u00a0% of 12.8\u00a0°C')
})

test('names are symbols, ^ raises and _ lowers', () => {
  expect(plainText('$2/lambda_max = 0.02$')).toBe('2/λmax = 0.02')
  expect(plainText('$dW_b$, $V_{dW}$, $X^{{t}}$, $0.9^10$, $beta_1^t$')).toBe('dWb, VdW, X^{t}, 0.9^10, β1^t')
  expect(mathOf('V_b')).toEqual([{ text: 'V', italic: true, below: 'b' }])
  expect(mathOf('max')[0].italic).toBe(false)
  expect(plainText('$1/sqrt 2$ and $sqrt{1/2} = 0.71$, $sqrt(S + epsilon)$')).toBe(
    '1/√2 and √1/2 = 0.71, √(S + ε)',
  )
  const rooted = (source: string) =>
    mathOf(source)
      .filter((part) => part.rooted)
      .map(({ text }) => text)
  expect(rooted('sqrt S + epsilon')).toEqual(['S'])
  expect(rooted('1/sqrt{1/2} = x').join('')).toBe('1/2')
})
