// Rastrigin's egg box: 20 + x² − 10 cos 2πx + y² − 10 cos 2πy, a minimum near every pair of whole numbers, the lowest
// at 0. Rastrigin, "Systems of extremal control" (1974). Listed are the lowest minimum, the two rings
// around it (24) and the four saddles next to it.

import { cos, sin } from '../exact.ts'
import { squared, s } from '../formula.ts'
import type { PlainSurface } from './surface.ts'

const tau = 6.283185307179586
/** Roots of x + 10π sin 2πx = 0 beside 0: the first maximum and the first two minima of one coordinate's part. */
const crest = 0.5025460365546747
const hollow = 0.9949586376523348
const next = 1.9899122337085497
const hollows = [-next, -hollow, 0, hollow, next]

export const rastrigin: PlainSurface = {
  label: { en: 'Rastrigin’s egg box', zh: 'Rastrigin 蛋盒' },
  help: {
    en: 'Many local minima. A run ends in the nearest one unless long steps or noise carry it over the rim.',
    zh: '许多局部最优：除非步长或噪声把它带过边缘，下降会停在最近的一个。',
  },
  formula: [['J = 20 +', squared('x'), '− 10 cos 2π', s('x'), '+', squared('y'), '− 10 cos 2π', s('y')]],
  citation: 'Rastrigin 1974',
  week: false,
  alpha: { gd: 0.002, momentum: 0.02, nesterov: 0.02 },
  start: [-3.3, 2.7],
  view: [-4.5, 4.5, -4.5, 4.5],
  minima: hollows.flatMap((x) => hollows.map((y) => [x, y] as const)),
  saddles: [
    [-crest, 0],
    [crest, 0],
    [0, -crest],
    [0, crest],
  ],
  value(x, y) {
    return 20 + (x * x - 10 * cos(tau * x)) + (y * y - 10 * cos(tau * y))
  },
  gradient(x, y, out) {
    out[0] = 2 * x + 10 * tau * sin(tau * x)
    out[1] = 2 * y + 10 * tau * sin(tau * y)
  },
  hessian(x, y, out) {
    out[0] = 2 + 10 * tau * tau * cos(tau * x)
    out[1] = 0
    out[2] = 2 + 10 * tau * tau * cos(tau * y)
  },
}
