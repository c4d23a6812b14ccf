// Whether the shown comparison is fair: a worker searches for each best α when the document comes to rest.

import { create } from 'zustand'
import type { Best } from '../engine/bestAlpha.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { startSearch } from '../worker/address.ts'
import type { SearchReply, SearchRequest } from '../worker/search.worker.ts'
import { examplesOf } from './experiment.ts'
import { clientOf } from './failures.ts'

/** Larger searches would keep a core busy for long: 40 runs of up to 500 steps, each a full pass in the worst case. */
const mostExamples = 20_000

interface Fairness {
  readonly experiment: DescentExperiment | undefined
  readonly best: readonly Best[]
}

export const useFairness = create<Fairness>()(() => ({ experiment: undefined, best: [] }))

/** The longest search takes about ten seconds on a slow machine. */
const patience = 60_000
const client = clientOf<SearchRequest, SearchReply>(startSearch, patience)
let subject: DescentExperiment | undefined

/** Requests the best α of each run of an experiment. The newest request wins. */
export function search(experiment: DescentExperiment): void {
  if (
    experiment === subject ||
    experiment.objective.kind === 'network' ||
    examplesOf(experiment) > mostExamples
  )
    return
  subject = experiment
  client.ask({
    request: () => [{ experiment }],
    received: ({ best }) => subject === experiment && useFairness.setState({ experiment, best }),
  })
}

export type Verdict = 'alone' | 'same' | 'unequal' | 'best' | 'own' | 'unknown'

/**
 * A run is at its best if it needs at most a third more steps than with the grid's best α. If no α of the grid reaches
 * the target in time, it is at its best with the α that comes closest.
 */
export function verdict(experiment: DescentExperiment, { experiment: searched, best }: Fairness): Verdict {
  const { runs } = experiment
  if (runs.length < 2) return 'alone'
  const steps = runs.map((run) => run.steps ?? experiment.steps)
  if (steps.some((one) => one !== steps[0])) return 'unequal'
  const differ = runs.some((run) => run.optimizer !== runs[0].optimizer)
  const same = runs.every((run) => run.alpha === runs[0].alpha)
  if (differ && same) return 'same'
  if (searched !== experiment) return 'unknown'
  return best.every(({ steps: fewest, ownSteps, alpha }, run) =>
    fewest < Infinity ? ownSteps <= (4 / 3) * fewest + 1 : runs[run].alpha === alpha,
  )
    ? 'best'
    : same
      ? 'same'
      : 'own'
}
