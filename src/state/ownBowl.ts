// The network's own bowl: weights along the run are recomputed, then a worker slices J through them.

import { create } from 'zustand'
import { startBowl } from '../worker/networkAddress.ts'
import type { Bowl, BowlReply, BowlRequest } from '../worker/ownBowl.ts'
import { useExperiment } from './experiment.ts'
import { clientOf } from './failures.ts'
import { shownStep, weightsAt } from './networkWeights.ts'
import { race, type Trace } from './traces.ts'

export type { Bowl } from '../worker/ownBowl.ts'

const pathPoints = 32

interface OwnBowl {
  /** The trace of the picture. */
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

/** The worker reports progress every 40 ms, but generates the examples first. */
const patience = 20_000
const client = clientOf<BowlRequest, BowlReply>(startBowl, patience)
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
  client.ask({
    request: () => [{ spec, seed, path, plane, aspect }],
    received({ bowl, progress }) {
      if (!bowl) return useOwnBowl.setState({ progress })
      useOwnBowl.setState({ trace, run, bowl, progress: undefined })
      stopBowl()
    },
    isLast: ({ bowl }) => bowl !== undefined,
    refused: stopBowl,
  })
}

export function stopBowl(): void {
  asked++
  client.close()
  if (useOwnBowl.getState().progress !== undefined) useOwnBowl.setState({ progress: undefined })
}
