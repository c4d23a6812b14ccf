// Digits as they are set: raised as an exponent, or grouped by thousands.

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export const raised = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') +
  [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('')

export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')
