// What several schedules share: parameters, and the half cosine.

import { fraction, s, type FormulaNode } from '../formula.ts'
import type { ScheduleParameter } from './schedule.ts'

/** A whole number of epochs, 1 … max. */
export const epochsUpTo = (max: number) =>
  ({ symbol: 'n', scale: 'linear', min: 1, max, whole: true, allowed: 'wholeFromOne' }) as const

/** n: the number of epochs of the schedule. */
export const epochs: ScheduleParameter = {
  label: { en: 'Over … epochs', zh: '历时几轮' },
  default: 20,
  ...epochsUpTo(200),
}

/** A number from 0 to 1. */
export const share = { scale: 'linear', min: 0, max: 1, whole: false, allowed: 'share' } as const

/** s: the fraction of α₀ at the start. */
export const start: ScheduleParameter = {
  symbol: 's',
  label: { en: 'Start', zh: '起始比例' },
  default: 0.1,
  ...share,
}

/** f: the fraction of α₀ at the end. */
export const floor: ScheduleParameter = {
  symbol: 'f',
  label: { en: 'Floor', zh: '最低比例' },
  default: 0,
  ...share,
}

/** From 1 down to f along half a cosine: (f + (1 − f) · (1 + cos(angle))/2). */
export const halfCosine = (...angle: readonly FormulaNode[]): FormulaNode => ({
  group: [s('f'), ' + (1 − ', s('f'), ') · ', fraction(['1 + cos', { group: angle }], ['2'])],
})
