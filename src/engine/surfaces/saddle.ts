// A saddle between two minima: ½x² + ¼y⁴ − ½y² + ¼. At 0 the gradient is zero without being a minimum: the curvature
// along y is −1. Minima at (0, ±1), depth 0. Dauphin et al., "Identifying and attacking the saddle point problem in
// high-dimensional non-convex optimization", NeurIPS (2014).

import { plainSurface } from './plainSurface.ts'

export const saddle = plainSurface({
  label: { en: 'Saddle', zh: '鞍点' },
  help: {
    en: 'A zero gradient does not make a minimum: at the saddle J rises along x and falls along y.',
    zh: '梯度为零还不是极小点：在鞍点处，J 沿 x 上升而沿 y 下降。',
  },
  featured: true,
  start: [-2, 0.01],
  view: [-2.5, 2.5, -1.8, 1.8],
  minima: [
    [0, -1],
    [0, 1],
  ],
  saddles: [[0, 0]],
  source: {
    value: 'x^2/2 + (y^2 - 1)^2/4',
    gradient: ['x', 'y*(y^2 - 1)'],
  },
  walled: true,
})
