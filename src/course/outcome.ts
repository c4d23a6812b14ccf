// The outcome of a challenge: whether the measured value meets it, and a sentence if it does not yet.

import { hyperparameters } from '../engine/hyperparameters.ts'
import type { Words } from '../engine/words.ts'
import { formatNumber } from '../ui/number.ts'
import type { Challenge, Outcome, Setting } from './tasks.ts'

export const symbolOf = (setting: Setting): string =>
  setting === 'alpha' ? 'α' : setting === 'batchSize' ? 'B' : hyperparameters[setting].symbol

/** Which of two scores is kept as the best. */
export const betterOf = (challenge: Challenge): 'less' | 'more' => ('atLeast' in challenge ? 'more' : 'less')

const meets = (challenge: Challenge, value: number): boolean =>
  'atMost' in challenge ? value <= challenge.atMost : 'atLeast' in challenge && value >= challenge.atLeast

export const notYet = (en: string, zh: string, score?: number): Outcome => ({
  done: false,
  score,
  says: { en, zh },
})

/** The outcome of a value that was measured. */
export function outcomeOf(challenge: Challenge, value: number, says: Words): Outcome {
  return meets(challenge, value) ? { done: true, score: value } : { done: false, score: value, says }
}

export const now = (value: number): Words => ({
  en: `It is ${formatNumber(value, 3)} now.`,
  zh: `现在是 ${formatNumber(value, 3)}。`,
})

/** What is said of a setting that holds, but is not as far as it may go. */
export const furtherSays = (challenge: Challenge, setting: Setting): Words =>
  betterOf(challenge) === 'more'
    ? {
        en: `That is enough. But a larger ${symbolOf(setting)} is too.`,
        zh: `可以，但更大的 ${symbolOf(setting)} 也行。`,
      }
    : {
        en: `That is enough. But a smaller ${symbolOf(setting)} is too.`,
        zh: `可以，但更小的 ${symbolOf(setting)} 也行。`,
      }

/** How near a score is to the limit, from 0 to 1: 1 meets it. Undefined where sizes do not compare. */
export function nearness(challenge: Challenge, score: number | undefined): number | undefined {
  const limit = 'atMost' in challenge ? challenge.atMost : 'atLeast' in challenge ? challenge.atLeast : NaN
  if (score === undefined || !(score > 0) || !(limit > 0)) return undefined
  return Math.min(1, betterOf(challenge) === 'less' ? limit / score : score / limit)
}
