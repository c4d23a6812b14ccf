// What the score of a challenge counts, and which of several runs or averages is taken.

import type { Words } from '../engine/words.ts'
import type { Challenge, Outcome, Setting } from './tasks.ts'
import { betterOf, symbolOf } from './outcome.ts'

type What = Challenge['measure']['what']

const units: Readonly<Partial<Record<What, Words>>> = {
  stepsBelow: { en: 'steps', zh: '步' },
  examplesBelow: { en: 'examples', zh: '个样本' },
  wrongLabels: { en: 'wrong labels left', zh: '个标签还是错的' },
  error: { en: '°C of error', zh: '°C 误差' },
  smallestBatch: { en: 'B = {score}', zh: 'B = {score}' },
  cost: { en: 'J = {score}', zh: 'J = {score}' },
  distance: { en: 'from the minimum', zh: '（到最小值的距离）' },
  swing: { en: 'of standard deviation', zh: '的标准差' },
  firstDay: { en: 'of the first day', zh: '倍的第一天气温' },
  lag: { en: 'days of lag', zh: '天的滞后' },
}

/** What the score counts: `steps`; or the whole result: `α = {score}`. */
export function unitOf({ what }: Challenge['measure']): Words {
  const whole = `${what in units ? '' : symbolOf(what as Setting)} = {score}`
  return units[what] ?? { en: whole, zh: whole }
}

/** Of several outcomes the one that counts: one that is met, else the nearest, else the first. */
export function best(challenge: Challenge, outcomes: readonly Outcome[]): Outcome {
  const sign = betterOf(challenge) === 'less' ? 1 : -1
  const rank = ({ done, score = Infinity * sign }: Outcome): [number, number] => [done ? 0 : 1, score * sign]
  const [first] = outcomes.toSorted((one, other) => {
    const [[a, b], [c, d]] = [rank(one), rank(other)]
    return a - c || (b < d ? -1 : b > d ? 1 : 0)
  })
  return first
}
