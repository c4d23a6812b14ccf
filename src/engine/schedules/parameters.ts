// Parameters that several schedules have.

import type { ScheduleParameter } from './schedule.ts'

/** n: the epochs that the schedule takes. */
export const epochs: ScheduleParameter = {
  symbol: 'n',
  label: { en: 'Over … epochs', zh: '历时几轮' },
  default: 20,
  scale: 'linear',
  min: 1,
  max: 200,
  whole: true,
  allowed: 'wholeFromOne',
}

const share = { scale: 'linear', min: 0, max: 1, whole: false, allowed: 'share' } as const

/** s: the share of α₀ that it begins with. */
export const start: ScheduleParameter = {
  symbol: 's',
  label: { en: 'Start', zh: '起始比例' },
  default: 0.1,
  ...share,
}

/** f: the share of α₀ that it ends with. */
export const floor: ScheduleParameter = {
  symbol: 'f',
  label: { en: 'Floor', zh: '最低比例' },
  default: 0,
  ...share,
}
