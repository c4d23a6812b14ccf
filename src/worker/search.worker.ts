// Searches the best α of each run, beside the worker that streams, so that no slider waits for it.

import { bestAlphas, type Best } from '../engine/bestAlpha.ts'
import type { DescentExperiment } from '../engine/experiment.ts'

export interface SearchReply {
  readonly id: number
  readonly best: readonly Best[]
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; experiment: DescentExperiment }>) => {
  postMessage({ id: data.id, best: bestAlphas(data.experiment) } satisfies SearchReply)
})
