// Rosenbrock's function: (1 − x)² + 100(y − x²)², a curved valley whose floor falls gently to (1, 1). Rosenbrock, "An
// automatic method for finding the greatest or least value of a function", Computer Journal 3 (1960).

import { plainSurface } from './plainSurface.ts'

export const rosenbrock = plainSurface({
  label: { en: 'Rosenbrock’s banana', zh: 'Rosenbrock 香蕉谷' },
  help: {
    en: 'A curved ravine. Falling into it is quick, following its bend to (1, 1) is slow. It needs a small α.',
    zh: '弯曲的狭长谷：落入谷底很快，沿弯道走到 (1, 1) 却很慢。需要较小的 α。',
  },
  alpha: { plain: 0.001, averaged: 0.01 },
  start: [-1.2, 1],
  view: [-2, 2, -1, 3],
  minima: [[1, 1]],
  saddles: [],
  source: {
    value: '(1 - x)^2 + 100*(y - x^2)^2',
    gradient: ['-2*(1 - x) - 400*x*(y - x^2)', '200*(y - x^2)'],
  },
  walled: true,
})
