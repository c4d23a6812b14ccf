// Beale's corners: (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)², flat in the middle, walls at the corners.
// Its minimum is (3, 0.5), its saddle (0, 1). Beale, "On an iterative method for finding a local minimum" (1958).

import { s, type FormulaNode } from '../formula.ts'
import type { PlainSurface } from './surface.ts'

const term = (number: string, power?: string): FormulaNode => ({
  group: [number, '−', s('x'), '+', s('x'), s('y', power)],
  power: '2',
})

export const beale: PlainSurface = {
  label: { en: 'Beale’s corners', zh: 'Beale 四角' },
  help: {
    en: 'Flat in the middle, with steep walls at the corners: gradients differ by a factor of a million. It needs a small α.',
    zh: '中间平坦，四角陡峭：各处梯度可相差百万倍。需要较小的 α。',
  },
  formula: [['J =', term('1.5'), '+', term('2.25', '2'), '+', term('2.625', '3')]],
  citation: 'Beale 1958',
  week: false,
  alpha: { gd: 0.01, momentum: 0.03, nesterov: 0.03 },
  start: [1, 1.5],
  view: [-4.5, 4.5, -4.5, 4.5],
  minima: [[3, 0.5]],
  saddles: [[0, 1]],
  value(x, y) {
    const a = 1.5 - x + x * y
    const b = 2.25 - x + x * y * y
    const c = 2.625 - x + x * y * y * y
    return a * a + b * b + c * c
  },
  gradient(x, y, out) {
    const y2 = y * y
    const y3 = y2 * y
    const a = 1.5 - x + x * y
    const b = 2.25 - x + x * y2
    const c = 2.625 - x + x * y3
    out[0] = 2 * (a * (y - 1) + b * (y2 - 1) + c * (y3 - 1))
    out[1] = 2 * x * (a + 2 * b * y + 3 * c * y2)
  },
  hessian(x, y, out) {
    const y2 = y * y
    const y3 = y2 * y
    const a = 1.5 - x + x * y
    const b = 2.25 - x + x * y2
    const c = 2.625 - x + x * y3
    out[0] = 2 * ((y - 1) * (y - 1) + (y2 - 1) * (y2 - 1) + (y3 - 1) * (y3 - 1))
    out[1] = 2 * (a + 2 * b * y + 3 * c * y2 + x * (y - 1 + 2 * y * (y2 - 1) + 3 * y2 * (y3 - 1)))
    out[2] = 2 * x * (x + 4 * x * y2 + 2 * b + 9 * x * y2 * y2 + 6 * c * y)
  },
}
