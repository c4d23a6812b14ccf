// Reads and formats numbers: a true minus sign and no "1e-7" on the way out, commas, full-width digits and thousands on
// the way in. Text boxes use the plain form, which can be copied into a file or a link.

import { grouped, raised, superscripts } from '../typeset/digits.ts'

/**
 * For reading: `digits` significant digits, plain from 0.0001 to below 10,000,000, else 1.2 × 10⁻⁷. Integer parts are
 * never shortened.
 */
export function formatNumber(n: number, digits = 4): string {
  if (Number.isNaN(n)) return '–'
  const sign = n < 0 ? '−' : ''
  const size = Math.abs(n)
  if (size === Infinity) return `${sign}∞`
  if (size === 0) return '0'
  if (size < 1e-4 || size >= 1e7) {
    const [mantissa, exponent] = size.toExponential(digits - 1).split('e')
    const factor = String(Number(mantissa))
    return `${sign}${factor === '1' ? '' : `${factor} × `}10${raised(Number(exponent))}`
  }
  const whole = Math.floor(Math.log10(size)) + 1
  const rounded = Number(size.toPrecision(Math.max(digits, whole, 1)))
  const [integer, fraction] = String(rounded).split('.')
  return sign + grouped(integer) + (fraction === undefined ? '' : `.${fraction}`)
}

/** Formats an integer with all its digits. */
export const formatWhole = (n: number): string => (n < 0 ? '−' : '') + grouped(String(Math.abs(n)))

/** For a text box: every digit, ASCII minus. `parseNumber` and links read it back to the bit. */
export const plainNumber = (n: number): string => String(n)

/**
 * Parses a typed number, or returns null. Accepts 0,9 and ０．９, −3, 5 000 000 and 5,000,000, 1e-8 and 1 × 10⁻⁸. A single
 * comma before exactly three digits groups thousands (1,500), unless a 0 precedes it (0,125).
 */
export function parseNumber(text: string): number | null {
  if (text.length > 400) return null
  let plain = text
    .replace(/^([+−-]?)10(?=[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])/u, '$11×10')
    .replace(/\s*[×*·]\s*10\s*\^?\s*([⁻⁺−+-]?)([⁰¹²³⁴⁵⁶⁷⁸⁹\d]+)/u, (_, sign: string, digits: string) => {
      const power = [...digits].map((d) => (superscripts.includes(d) ? superscripts.indexOf(d) : d)).join('')
      return `e${/[⁻−-]/u.test(sign) ? '-' : ''}${power}`
    })
    .normalize('NFKC')
    .replace(/[−–]/gu, '-')
    .replace(/[。]/gu, '.')
    .trim()
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/gu, '')
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replaceAll(',', '')
  else if (!plain.includes('.')) plain = plain.replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null
  const n = Number(plain)
  return Number.isFinite(n) ? (n === 0 ? 0 : n) : null
}

/** The allowed range of a typed number. `minOpen` and `maxOpen` exclude the end itself (β below 1). */
export interface Allowed {
  readonly min?: number
  readonly max?: number
  readonly minOpen?: boolean
  readonly maxOpen?: boolean
  readonly whole?: boolean
}

export function isAllowed(n: number, { min, max, minOpen, maxOpen, whole }: Allowed): boolean {
  if (whole && !Number.isInteger(n)) return false
  if (min !== undefined && (minOpen ? n <= min : n < min)) return false
  return max === undefined || (maxOpen ? n < max : n <= max)
}
