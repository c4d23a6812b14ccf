// The network's own bowl: weights along the run are recomputed, then J is sliced through them in a worker.

import { create } from 'zustand'
import { startBowl } from '../worker/networkAddress.ts'
import type { Bowl, BowlReply, BowlRequest } from '../worker/ownBowl.ts'
import { weightsAt } from './networkWeights.ts'
import { useExperiment } from './experiment.ts'
import { shownStep } from './networkWeights.ts'
import { race, type Trace } from './traces.ts'

export type { Bowl } from '../worker/ownBowl.ts'

const pathPoints = 32

interface OwnBowl {
  /** The trace that the picture belongs to. */
  readonly trace: Trace | undefined
  readonly run: number
  readonly bowl: Bowl | undefined
  /** 0 to 1 while it is computed. */
  readonly progress: number | undefined
}

export const useOwnBowl = create<OwnBowl>()(() => ({
  trace: undefined,
  run: 0,
  bowl: undefined,
  progress: undefined,
}))

let worker: Worker | undefined
let asked = 0

export async function drawBowl(run: number, plane: BowlRequest['plane'], aspect: number): Promise<void> {
  const { objective: spec, seed } = useExperiment.getState().experiment
  const trace = race.traces[run]
  if (spec.kind !== 'network' || !trace) return
  stopBowl()
  const id = ++asked
  useOwnBowl.setState({ progress: 0 })
  const last = shownStep(run)
  const steps = [
    ...new Set(Array.from({ length: pathPoints + 1 }, (_, i) => Math.round((i / pathPoints) * last))),
  ]
  const path: Float64Array[] = []
  for (const step of steps) {
    const w = await weightsAt(run, step)
    if (id !== asked) return
    if (!w) return useOwnBowl.setState({ progress: undefined })
    path.push(w)
  }
  worker = startBowl()
  worker.addEventListener('message', ({ data }: MessageEvent<BowlReply>) => {
    if (data.id !== asked) return
    if (!data.bowl) return useOwnBowl.setState({ progress: data.progress })
    useOwnBowl.setState({ trace, run, bowl: data.bowl, progress: undefined })
    stopBowl()
  })
  worker.addEventListener('error', stopBowl)
  worker.postMessage({ id, spec, seed, path, plane, aspect } satisfies BowlRequest)
}

export function stopBowl(): void {
  asked++
  worker?.terminate()
  worker = undefined
  if (useOwnBowl.getState().progress !== undefined) useOwnBowl.setState({ progress: undefined })
}
