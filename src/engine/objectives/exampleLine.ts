// Forty points near the line y = 0.8x + 1, rows [x, 1]: the default data of "Line through points". Rounded to
// hundredths to keep exported files readable.

import { stream } from '../random.ts'
import type { LeastSquaresSpec } from '../experiment.ts'

const hundredths = (number: number): number => Math.round(100 * number) / 100

export function exampleLine(): LeastSquaresSpec {
  const draws = stream(1, 'exampleLine')
  const x = Array.from({ length: 40 }, (_, i) => hundredths((i - 19.5) / 8 + 0.1 * draws.normal()))
  return {
    kind: 'leastSquares',
    x: x.map((value) => [value, 1]),
    y: x.map((value) => hundredths(0.8 * value + 1 + 0.4 * draws.normal())),
  }
}
