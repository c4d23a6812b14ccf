// The mean of J^{t} over each whole epoch: every example counts once, so it has none of the batches' own noise. Only if
// every step has its row. A thinned run keeps extremes, whose mean would be meaningless.

import { column } from '../../engine/row.ts'
import type { Layer } from '../../plot/index.ts'
import { dotsLayer } from '../../plot/dotsLayer.ts'
import { along, shapeOf, type Axis } from '../../state/axis.ts'
import { stepOf } from '../../state/playback.ts'
import { race, type Trace } from '../../state/traces.ts'

type Rows = Pick<Trace, 'rows' | 'width' | 'length'>

/** Returns means of J^{t} over the whole epochs among the rows, weighted by batch size. None if steps are missing. */
export function epochMeans(
  { rows, width, length }: Rows,
  { m, batchSize, stepsPerEpoch }: { m: number; batchSize: number; stepsPerEpoch: number },
): readonly number[] {
  if (length === 0 || rows[(length - 1) * width + column.step] !== length - 1) return []
  const means: number[] = []
  for (let last = stepsPerEpoch; last < length; last += stepsPerEpoch) {
    let sum = 0
    for (let k = 1; k <= stepsPerEpoch; k++) {
      const count = Math.min(batchSize, m - (k - 1) * batchSize)
      sum += count * rows[(last - stepsPerEpoch + k) * width + column.batchCost]
    }
    means.push(sum / m)
  }
  return means
}

/** A diamond at the end of each epoch, at its mean. */
export function epochMeansLayer(axis: Axis, run: number): Layer {
  let known: { trace: Trace; length: number; means: readonly number[] } | undefined
  const means = (): readonly number[] => {
    const trace = race.traces[run]
    if (!trace) return []
    if (known?.trace !== trace || known.length !== trace.length)
      known = { trace, length: trace.length, means: epochMeans(trace, shapeOf(run)) }
    return known.means
  }
  return dotsLayer({
    key: `epoch means ${run}`,
    points: {
      length: () => Math.min(means().length, Math.floor(stepOf(run) / shapeOf(run).stepsPerEpoch)),
      revision: () => race.version,
      x: (i) => along(axis, run, (i + 1) * shapeOf(run).stepsPerEpoch),
      y: (i) => means()[i],
    },
    classes: [{ color: (palette) => palette.ink, marker: 'diamond' }],
    radius: 3.6,
  })
}
