// A saddle between two minima: ½x² + ¼y⁴ − ½y² + ¼. At 0 the gradient is zero and yet it is no minimum: along y the
// curvature is −1. Minima at (0, ±1), of depth 0. Dauphin et al., "Identifying and attacking the saddle point problem
// in high-dimensional non-convex optimization", NeurIPS (2014).

import { s, squared } from '../formula.ts'
import type { PlainSurface } from './surface.ts'

export const saddle: PlainSurface = {
  label: { en: 'Saddle', zh: '鞍点' },
  help: {
    en: 'A zero gradient does not make a minimum: at the saddle J rises along x and falls along y.',
    zh: '梯度为零还不是极小点：在鞍点处，J 沿 x 上升而沿 y 下降。',
  },
  formula: [['J = ½', squared('x'), '+ ¼', s('y', '4'), '− ½', squared('y'), '+ ¼']],
  citation: 'Dauphin et al. 2014',
  week: true,
  start: [-2, 0.01],
  view: [-2.5, 2.5, -1.8, 1.8],
  minima: [
    [0, -1],
    [0, 1],
  ],
  saddles: [[0, 0]],
  value(x, y) {
    // ¼(y² − 1)² is ¼y⁴ − ½y² + ¼ without its cancellation at the bottom.
    const a = y * y - 1
    return 0.5 * x * x + 0.25 * a * a
  },
  gradient(x, y, out) {
    out[0] = x
    out[1] = y * (y * y - 1)
  },
  hessian(_x, y, out) {
    out[0] = 1
    out[1] = 0
    out[2] = 3 * y * y - 1
  },
}
