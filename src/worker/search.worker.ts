// Searches for the best α of each run, alongside the streaming worker, so sliders never wait for it.

import { bestAlphas, type Best } from '../engine/bestAlpha.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { answering } from './answering.ts'

export interface SearchRequest {
  readonly id: number
  readonly experiment: DescentExperiment
}

export interface SearchReply {
  readonly id: number
  readonly fault?: string
  readonly best: readonly Best[]
}

answering(({ id, experiment }: SearchRequest) => {
  postMessage({ id, best: bestAlphas(experiment) } satisfies SearchReply)
})
