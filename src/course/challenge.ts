// Reads a challenge: whether it is tried on its own problem, what is measured, and which of several runs or averages counts.

import type { AveragesExperiment, DescentExperiment } from '../engine/experiment.ts'
import type { Words } from '../engine/words.ts'
import type { Challenge, Outcome, Setting } from './tasks.ts'
import type { Facts } from './facts.ts'
import type { ControlName } from './LessonControls.tsx'
import { ofCurves } from './ofCurves.ts'
import { ofRuns, smallestBatch, wrongLabels } from './ofRuns.ts'
import { betterOf, symbolOf } from './outcome.ts'
import { otherProblem, otherSeries } from './problem.ts'

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

/** Whether the challenge is met, and if not, why. `home` and `controls` are the step's own. */
export function judge(
  challenge: Challenge,
  home: DescentExperiment | AveragesExperiment,
  controls: readonly ControlName[],
  facts: Facts,
): Outcome {
  if (!('runs' in facts)) {
    const says = otherSeries(home as AveragesExperiment, facts.experiment, controls)
    return says ? { done: false, says } : best(challenge, ofCurves(challenge, facts))
  }
  const says = otherProblem(home as DescentExperiment, facts.experiment, challenge, controls)
  if (says) return { done: false, says }
  if (challenge.measure.what === 'smallestBatch') return smallestBatch(challenge.measure.slowdown, facts)
  if (challenge.measure.what === 'wrongLabels') return best(challenge, [wrongLabels(challenge, facts)])
  return best(challenge, ofRuns(challenge, facts))
}

/** Of several outcomes the one that counts: one that is met, else the nearest, else the first. */
function best(challenge: Challenge, outcomes: readonly Outcome[]): Outcome {
  const sign = betterOf(challenge) === 'less' ? 1 : -1
  const rank = ({ done, score = Infinity * sign }: Outcome): [number, number] => [done ? 0 : 1, score * sign]
  const [first] = outcomes.toSorted((one, other) => {
    const [[a, b], [c, d]] = [rank(one), rank(other)]
    return a - c || (b < d ? -1 : b > d ? 1 : 0)
  })
  return first
}
