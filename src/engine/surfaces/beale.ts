// Beale's function: (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)², flat in the middle with walls at the
// corners. Minimum (3, 0.5), saddle (0, 1). Beale, "On an iterative method for finding a local minimum" (1958).

import { plainSurface } from './plainSurface.ts'

export const beale = plainSurface({
  label: { en: 'Beale’s corners', zh: 'Beale 四角' },
  help: {
    en: 'Flat in the middle, with steep walls at the corners: gradients differ by a factor of a million. It needs a small α.',
    zh: '中间平坦，四角陡峭：各处梯度可相差百万倍。需要较小的 α。',
  },
  alpha: { plain: 0.01, averaged: 0.03 },
  start: [1, 1.5],
  view: [-4.5, 4.5, -4.5, 4.5],
  minima: [[3, 0.5]],
  saddles: [[0, 1]],
  source: {
    value: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
    gradient: [
      '2*((1.5 - x + x*y)*(y - 1) + (2.25 - x + x*y^2)*(y^2 - 1) + (2.625 - x + x*y^3)*(y^3 - 1))',
      '2*x*(1.5 - x + x*y + 2*(2.25 - x + x*y^2)*y + 3*(2.625 - x + x*y^3)*y^2)',
    ],
  },
  walled: true,
})
