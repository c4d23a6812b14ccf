// Rastrigin's function: 20 + x² − 10 cos 2πx + y² − 10 cos 2πy, with a minimum near every pair of integers and the
// lowest at 0. Rastrigin, "Systems of extremal control" (1974). Lists the lowest minimum, the two rings around it (24)
// and the four nearest saddles.

import { plainSurface } from './plainSurface.ts'

/** Nonzero roots of x + 10π sin 2πx = 0: the first maximum and the first two minima of one coordinate's term. */
const crest = 0.5025460365546747
const hollow = 0.9949586376523348
const next = 1.9899122337085497
const hollows = [-next, -hollow, 0, hollow, next]

export const rastrigin = plainSurface({
  label: { en: 'Rastrigin’s egg box', zh: 'Rastrigin 蛋盒' },
  help: {
    en: 'Many local minima. A run ends in the nearest one unless long steps or noise carry it over the rim.',
    zh: '许多局部最优：除非步长或噪声把它带过边缘，下降会停在最近的一个。',
  },
  alpha: { plain: 0.002, averaged: 0.02 },
  start: [-3.3, 2.7],
  view: [-4.5, 4.5, -4.5, 4.5],
  minima: hollows.flatMap((x) => hollows.map((y) => [x, y] as const)),
  saddles: [
    [-crest, 0],
    [crest, 0],
    [0, -crest],
    [0, crest],
  ],
  source: {
    value: '20 + (x^2 - 10*cos(2*pi*x)) + (y^2 - 10*cos(2*pi*y))',
    gradient: ['2*x + 20*pi*sin(2*pi*x)', '2*y + 20*pi*sin(2*pi*y)'],
  },
})
