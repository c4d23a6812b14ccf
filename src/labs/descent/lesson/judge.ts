// Whether a challenge on runs is met, and if not, why.

import { best } from '../../../course/challenge.ts'
import type { ControlName } from '../../../course/controls.ts'
import type { Challenge, Outcome } from '../../../course/tasks.ts'
import type { DescentExperiment } from '../../../engine/experiment.ts'
import type { DescentFacts } from './facts.ts'
import { ofRuns, smallestBatch, wrongLabels } from './ofRuns.ts'
import { otherProblem } from './problem.ts'

/** `preset` and `controls` are the step's own. */
export function judgeRuns(
  challenge: Challenge,
  preset: DescentExperiment,
  controls: readonly ControlName[],
  facts: DescentFacts,
): Outcome {
  const says = otherProblem(preset, facts.experiment, challenge, controls)
  if (says) return { done: false, says }
  if (challenge.measure.what === 'smallestBatch') return smallestBatch(challenge.measure.slowdown, facts)
  if (challenge.measure.what === 'wrongLabels') return best(challenge, [wrongLabels(challenge, facts)])
  return best(challenge, ofRuns(challenge, facts))
}
