// pⁿ far below the smallest double, as a power of ten and in words.

import { raised } from '../../typeset/digits.ts'
import { formatWhole } from '../../ui/number.ts'

/** log₁₀ pⁿ. */
export const powerOfTen = (p: number, n: number): number => n * Math.log10(p)

export interface Odds {
  /** `0.25`, `≈ 10⁻⁶⁰²¹` */
  readonly number: string
  /** One point in this many, if the number is readable. */
  readonly oneIn?: string
  /** Zeros between the decimal point and the first nonzero digit. */
  readonly zeros: number
}

export function oddsInWords(p: number, n: number): Odds {
  const power = powerOfTen(p, n)
  const zeros = Math.max(0, Math.ceil(-power) - 1)
  if (power > -7) {
    const value = p ** n
    return {
      number: String(Number(value.toPrecision(3))),
      oneIn: formatWhole(Math.round(1 / value)),
      zeros,
    }
  }
  return { number: `≈ 10${raised(Math.round(power))}`, zeros }
}
