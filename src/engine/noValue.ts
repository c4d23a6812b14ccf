// Explains, in both languages, where J has no value. This is not divergence: the run has left the domain of its
// formula, and one operation is at fault.

import type { Words } from './words.ts'

const reasons = {
  log: { en: 'log of a negative number', zh: '对负数取对数' },
  logOfZero: { en: 'log of 0', zh: '对 0 取对数' },
  sqrt: { en: 'square root of a negative number', zh: '对负数开平方' },
  division: { en: 'division by 0', zh: '除以 0' },
  power: { en: 'a negative number to a power that is not whole', zh: '负数的非整数次幂' },
  /** J has a value, but no finite gradient. */
  slope: { en: 'its slope is infinite', zh: '斜率为无穷大' },
} as const satisfies Record<string, Words>

export type NoValue = keyof typeof reasons

/** Returns `J has no value there (log of a negative number)` for each reason, without a period. */
export function noValueFacts(language: keyof Words): Readonly<Record<NoValue, string>> {
  const facts = Object.entries(reasons).map(([reason, words]) => {
    const [value, gradient] =
      language === 'en'
        ? [`J has no value there (${words.en})`, `J has no gradient there (${words.en})`]
        : [`J 在那里没有值（${words.zh}）`, `J 在那里没有梯度（${words.zh}）`]
    return [reason, reason === 'slope' ? gradient : value]
  })
  return Object.fromEntries(facts) as Record<NoValue, string>
}

interface Stepped {
  readonly objective: { lacks?(w: Float64Array): NoValue | undefined }
  readonly parameters: Float64Array
}

/**
 * Why a run's step has no row: a fault at the point `left` or at the point reached, or undefined if the numbers only
 * grew too large.
 */
export const lackOf = ({ objective, parameters }: Stepped, left: Float64Array): NoValue | undefined =>
  objective.lacks?.(left) ?? (parameters.every(Number.isFinite) ? objective.lacks?.(parameters) : undefined)
