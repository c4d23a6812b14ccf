// Rosenbrock's banana: (1 − x)² + 100(y − x²)², a curved valley whose floor falls gently to (1, 1).
// Rosenbrock, "An automatic method for finding the greatest or least value of a function", Computer Journal 3 (1960).

import { s, squared } from '../formula.ts'
import type { PlainSurface } from './surface.ts'

export const rosenbrock: PlainSurface = {
  label: { en: 'Rosenbrock’s banana', zh: 'Rosenbrock 香蕉谷' },
  help: {
    en: 'A curved ravine. Falling into it is quick, following its bend to (1, 1) is slow. It needs a small α.',
    zh: '弯曲的狭长谷：落入谷底很快，沿弯道走到 (1, 1) 却很慢。需要较小的 α。',
  },
  formula: [
    [
      'J =',
      { group: ['1 −', s('x')], power: '2' },
      '+ 100',
      { group: [s('y'), '−', squared('x')], power: '2' },
    ],
  ],
  citation: 'Rosenbrock 1960',
  week: false,
  alpha: { gd: 0.001, momentum: 0.01, nesterov: 0.01 },
  start: [-1.2, 1],
  view: [-2, 2, -1, 3],
  minima: [[1, 1]],
  saddles: [],
  value(x, y) {
    const a = 1 - x
    const b = y - x * x
    return a * a + 100 * b * b
  },
  gradient(x, y, out) {
    const b = y - x * x
    out[0] = -2 * (1 - x) - 400 * x * b
    out[1] = 200 * b
  },
  hessian(x, y, out) {
    out[0] = 2 - 400 * (y - x * x) + 800 * x * x
    out[1] = -400 * x
    out[2] = 200
  },
}
