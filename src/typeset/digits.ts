// Digits as they are set: raised as an exponent, or grouped by thousands.

import { superscripts } from '../engine/digits.ts'

export { grouped, superscripts } from '../engine/digits.ts'

export const raised = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') +
  [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('')
