// Himmelblau's function with four minima of depth 0: (x² + y − 11)² + (x + y² − 7)². The start and the optimizer decide
// which one is reached. Himmelblau, "Applied nonlinear programming" (1972).

import { plainSurface } from './plainSurface.ts'

export const himmelblau = plainSurface({
  label: { en: 'Himmelblau’s four hollows', zh: 'Himmelblau 四谷' },
  help: {
    en: 'Four equally deep minima. The start and the optimizer decide which one is found. It needs a small α.',
    zh: '四个同样深的极小点：起点和优化器决定走到哪一个。需要较小的 α。',
  },
  alpha: { plain: 0.01, averaged: 0.02 },
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
  source: {
    value: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    gradient: ['4*x*(x^2 + y - 11) + 2*(x + y^2 - 7)', '2*(x^2 + y - 11) + 4*y*(x + y^2 - 7)'],
  },
  walled: true,
})
