// A plateau above a valley: J = 2x²/(4 + x²) + y²/10. Far from the valley x = 0 the first part levels off at 2 and its
// slope dies like 16/|x|³: gradient descent crawls there for hundreds of steps, momentum leaves first, and an optimizer
// that divides by the size of its gradients walks off at full pace. Our own formula; it needs no exp.

import { fraction, squared } from '../formula.ts'
import type { PlainSurface } from './surface.ts'

export const plateau: PlainSurface = {
  label: { en: 'Plateau', zh: '平台区' },
  help: {
    en: 'A long, nearly flat shelf above a valley. The gradient is tiny there, and so are the steps of gradient descent.',
    zh: '山谷上方一片长而近乎平坦的台地：梯度极小，梯度下降的步子也极小。',
  },
  formula: [
    ['J =', fraction(['2', squared('x')], ['4 +', squared('x')]), '+', fraction([squared('y')], ['10'])],
  ],
  citation: 'Ravine',
  week: true,
  start: [-5, 0.6],
  view: [-6.5, 3.5, -2.5, 2.5],
  minima: [[0, 0]],
  saddles: [],
  value(x, y) {
    // Written so that a step far out gives the shelf's height 2, not Infinity/Infinity.
    return 2 / (1 + 4 / (x * x)) + 0.1 * y * y
  },
  gradient(x, y, out) {
    const q = 4 + x * x
    out[0] = ((x / q) * 16) / q
    out[1] = 0.2 * y
  },
  hessian(x, _y, out) {
    const q = 4 + x * x
    out[0] = ((4 - 3 * x * x) / q / q) * (16 / q)
    out[1] = 0
    out[2] = 0.2
  },
}
