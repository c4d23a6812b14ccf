// A plateau above a valley: J = 2x²/(4 + x²) + y²/10. Far from the valley x = 0 the first term levels off at 2 and its
// slope fades like 16/|x|³. Gradient descent crawls there for hundreds of steps, momentum leaves sooner, and an
// optimizer that divides by the size of its gradients leaves at full speed. Our own formula. It needs no exp.

import { plainSurface } from './plainSurface.ts'

export const plateau = plainSurface({
  label: { en: 'Plateau', zh: '平台区' },
  help: {
    en: 'A long, nearly flat shelf above a valley. The gradient is tiny there, and so are the steps of gradient descent.',
    zh: '山谷上方一片长而近乎平坦的台地：梯度极小，梯度下降的步子也极小。',
  },
  featured: true,
  start: [-5, 0.6],
  view: [-6.5, 3.5, -2.5, 2.5],
  minima: [[0, 0]],
  saddles: [],
  source: {
    value: '2/(1 + 4/x^2) + y^2/10',
    gradient: ['x/(4 + x^2)*16/(4 + x^2)', 'y/5'],
  },
})
