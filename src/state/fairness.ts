// Whether the comparison on show is a fair one: searched in a worker when the document has come to rest.

import { create } from 'zustand'
import type { Best } from '../engine/bestAlpha.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { startSearch } from '../worker/address.ts'
import type { SearchReply } from '../worker/search.worker.ts'
import { examplesOf } from './experiment.ts'

/** Larger searches would keep a core busy for long: 40 runs of up to 500 steps, each a whole pass at worst. */
const mostExamples = 20_000

interface Fairness {
  readonly experiment: DescentExperiment | undefined
  readonly best: readonly Best[]
}

export const useFairness = create<Fairness>()(() => ({ experiment: undefined, best: [] }))

let worker: Worker | undefined
let asked = 0
let subject: DescentExperiment | undefined

/** Asks for the best α of each run of an experiment; the newest ask wins. */
export function search(experiment: DescentExperiment): void {
  if (
    experiment === subject ||
    experiment.objective.kind === 'network' ||
    examplesOf(experiment) > mostExamples
  )
    return
  subject = experiment
  if (!worker) {
    worker = startSearch()
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id === asked) useFairness.setState({ experiment: subject, best: data.best })
    })
  }
  worker.postMessage({ id: ++asked, experiment })
}

export type Verdict = 'alone' | 'same' | 'unequal' | 'best' | 'own' | 'unknown'

/**
 * A run is at its best when it needs at most a third more steps than at the best α of the grid; where no α of the grid
 * reaches the target in time, when it has the α that comes nearest.
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
