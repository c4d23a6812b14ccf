// The horizontal axis of costs, common to all runs: steps, epochs, examples read, or measured seconds. The last three
// compare runs of different batch sizes fairly. The cursor counts the steps of one run, the pacer. The positions of the
// other runs follow from its place on the axis.

import type { DescentExperiment } from '../engine/experiment.ts'
import { examplesOf } from './descentDocument.ts'
import type { Race } from './race.ts'

export const axes = ['step', 'epoch', 'examples', 'seconds'] as const
export type Axis = (typeof axes)[number]

interface Shape {
  readonly m: number
  readonly batchSize: number
  /** ⌈m/B⌉. */
  readonly stepsPerEpoch: number
  readonly steps: number
}

/** Returns the examples a run has read after a step. The last batch of an epoch may be smaller. */
export function examplesSeen({ m, batchSize, stepsPerEpoch }: Shape, step: number): number {
  const epoch = Math.floor(step / stepsPerEpoch)
  return epoch * m + Math.min(m, (step - epoch * stepsPerEpoch) * batchSize)
}

/** Creates the axes of one document and its rows. */
export function createAxis(document: { getState(): { readonly experiment: DescentExperiment } }, race: Race) {
  function shapeOf(run: number): Shape {
    const { experiment } = document.getState()
    const m = examplesOf(experiment)
    const { batchSize = experiment.batchSize, steps = experiment.steps } = experiment.runs[run] ?? {}
    const size = batchSize === 'all' ? m : batchSize
    return { m, batchSize: size, stepsPerEpoch: Math.ceil(m / size), steps }
  }

  /** Returns the place of a run's step on an axis. */
  function along(axis: Axis, run: number, step: number): number {
    if (axis === 'step') return step
    if (axis === 'seconds') return race.traces[run]?.secondsAt(step) ?? 0
    const shape = shapeOf(run)
    return axis === 'epoch' ? examplesSeen(shape, step) / shape.m : examplesSeen(shape, step)
  }

  /** Returns the last step of a run at or before a place on the axis. */
  function stepAt(axis: Axis, run: number, place: number): number {
    const { steps, m, batchSize, stepsPerEpoch } = shapeOf(run)
    if (place === Infinity) return steps
    if (axis === 'step') return Math.min(steps, Math.floor(place))
    if (axis === 'seconds') {
      let low = 0
      let high = Math.max(0, race.traces[run]?.lastStep ?? 0)
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if (along(axis, run, middle) <= place) low = middle
        else high = middle - 1
      }
      return low
    }
    // A quotient may lose a fraction of an example.
    const examples = axis === 'epoch' ? place * m + 1e-6 : place
    const epoch = Math.floor(examples / m)
    const within = Math.floor((examples - epoch * m) / batchSize)
    return Math.min(steps, epoch * stepsPerEpoch + Math.min(within, stepsPerEpoch - 1))
  }

  /**
   * Returns the run whose steps the cursor counts: the one that goes farthest, and among these the one with the most
   * steps.
   */
  function pacer(axis: Axis): number {
    const { runs } = document.getState().experiment
    let best = 0
    let farthest = -1
    runs.forEach((_, run) => {
      const { steps } = shapeOf(run)
      const far = axis === 'step' || axis === 'seconds' ? steps : along(axis, run, steps)
      if (far > farthest || (far === farthest && steps > shapeOf(best).steps)) {
        best = run
        farthest = far
      }
    })
    return best
  }

  return { shapeOf, along, stepAt, pacer }
}
