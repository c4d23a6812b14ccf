// The weights of an average: day t − k has the weight (1 − β)βᵏ. From this follow how many days it "averages about",
// what share really lies within them, how much noise it leaves and how much it lags. All lengths are in days.

import { log, power, powerWhole } from './exact.ts'

/** "Averages about 1/(1 − β) days": where the weights have fallen to about 1/e of today's. */
export const averagedDays = (beta: number): number => 1 / (1 - beta)

/** The weight (1 − β)βᵏ of the value k days ago. */
export const weightOf = (beta: number, k: number): number => (1 - beta) * powerWhole(beta, k)

/** The weight after bias correction: divided by 1 − βᵗ, so t of them sum to 1. */
export const correctedWeightOf = (beta: number, k: number, t: number): number =>
  weightOf(beta, k) / warmUp(beta, t)

/** The sum of the weights so far, 1 − βᵗ. V_t is a mean only when they sum to 1. */
export const warmUp = (beta: number, t: number): number => 1 - powerWhole(beta, t)

/** The share of all weight on the last `days` days, 1 − β^days: 65%, 64% and 75% for 0.9, 0.98 and 0.5 at 1/(1 − β). */
export const weightWithin = (beta: number, days: number): number => (beta === 0 ? 1 : 1 - power(beta, days))

/** The factor by which the average reduces the standard deviation of independent noise: √((1 − β)/(1 + β)). */
export const noiseFactor = (beta: number): number => Math.sqrt((1 - beta) / (1 + beta))

/** The length of the plain mean that leaves as much noise: (1 + β)/(1 − β), 19 for 0.9. */
export const noiseEquivalentDays = (beta: number): number => (1 + beta) / (1 - beta)

/**
 * The mean age of the averaged values, β/(1 − β), which is the lag behind a steady rise. A plain mean of n days lags (n
 * − 1)/2.
 */
export const meanLag = (beta: number): number => beta / (1 - beta)
export const windowLag = (n: number): number => (n - 1) / 2

/**
 * Returns the first day from which βᵏ stays below `share`: how long one day has an effect, or how long the warm-up
 * takes.
 */
export function daysUntilBelow(beta: number, share: number): number {
  if (share > 1) return 0
  if (beta === 0) return 1
  let k = Math.max(0, Math.floor(log(share) / log(beta)) - 1)
  while (powerWhole(beta, k) >= share) k++
  return k
}
