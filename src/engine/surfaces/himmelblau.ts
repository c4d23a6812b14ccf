// Himmelblau's four hollows: (x² + y − 11)² + (x + y² − 7)², all four of depth 0: which one is reached depends on the
// start and on the optimizer. Himmelblau, "Applied nonlinear programming" (1972).

import { s, squared } from '../formula.ts'
import type { PlainSurface } from './surface.ts'

export const himmelblau: PlainSurface = {
  label: { en: 'Himmelblau’s four hollows', zh: 'Himmelblau 四谷' },
  help: {
    en: 'Four equally deep minima. The start and the optimizer decide which one is found. It needs a small α.',
    zh: '四个同样深的极小点：起点和优化器决定走到哪一个。需要较小的 α。',
  },
  formula: [
    [
      'J =',
      { group: [squared('x'), '+', s('y'), '− 11'], power: '2' },
      '+',
      { group: [s('x'), '+', squared('y'), '− 7'], power: '2' },
    ],
  ],
  citation: 'Himmelblau 1972',
  week: false,
  alpha: { gd: 0.01, momentum: 0.02, nesterov: 0.02 },
  start: [0, 0],
  view: [-5.5, 5.5, -5.5, 5.5],
  minima: [
    [3, 2],
    [-2.805118086952745, 3.131312518250573],
    [-3.779310253377747, -3.283185991286169],
    [3.584428340330492, -1.848126526964404],
  ],
  saddles: [
    [0.0866775045552, 2.8842547011734],
    [3.3851541835988, 0.0738518798366],
    [-3.0730257508905, -0.0813530442876],
    [-0.1279613467307, -1.9537149804496],
  ],
  value(x, y) {
    const a = x * x + y - 11
    const b = x + y * y - 7
    return a * a + b * b
  },
  gradient(x, y, out) {
    const a = x * x + y - 11
    const b = x + y * y - 7
    out[0] = 4 * x * a + 2 * b
    out[1] = 2 * a + 4 * y * b
  },
  hessian(x, y, out) {
    out[0] = 12 * x * x + 4 * y - 42
    out[1] = 4 * x + 4 * y
    out[2] = 12 * y * y + 4 * x - 26
  },
}
