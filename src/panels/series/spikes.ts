// The highest spike of J^{t} near a place, and the ends of the epochs.

import { column } from '../../engine/row.ts'
import type { Layer } from '../../plot/index.ts'
import { along, shapeOf, type Axis } from '../../state/axis.ts'
import { stepOf } from '../../state/playback.ts'
import type { Trace } from '../../state/traces.ts'

/** Returns the received step of a run with the highest J^{t}, or undefined. */
export function highestSpike(trace: Trace | undefined, from = 1, to = Infinity): number | undefined {
  if (!trace) return undefined
  const { rows, width, length } = trace
  let best: number | undefined
  let highest = -Infinity
  for (let i = Math.max(0, trace.rowAt(from)); i < length; i++) {
    const step = rows[i * width]
    if (step > to) break
    const cost = rows[i * width + column.batchCost]
    if (step >= from && cost > highest) [highest, best] = [cost, step]
  }
  return best
}

const mostEpochs = 60

/**
 * A fine line at the end of each epoch of a run with several steps per epoch. None if they would look like hatching.
 */
export function epochLayer(axis: Axis, run: number): Layer {
  const epochs = (): number => {
    const { stepsPerEpoch, steps } = shapeOf(run)
    const all = Math.floor(steps / stepsPerEpoch)
    return stepsPerEpoch > 1 && all <= mostEpochs ? all : 0
  }
  return {
    key: `epochs ${run}`,
    plane: 'ground',
    length: () => Math.min(1, epochs()),
    revision: () => {
      const { stepsPerEpoch, steps } = shapeOf(run)
      // Measured seconds become known as the rows arrive.
      return (steps * 7919 + stepsPerEpoch) * 1e6 + (axis === 'seconds' ? stepOf(run) : 0)
    },
    draw(pen, scales) {
      const { stepsPerEpoch } = shapeOf(run)
      pen.save()
      pen.strokeStyle = scales.palette.hairline
      pen.lineWidth = scales.size
      pen.beginPath()
      for (let epoch = 1; epoch <= epochs(); epoch++) {
        const x = scales.x(along(axis, run, epoch * stepsPerEpoch))
        pen.moveTo(x, 0)
        pen.lineTo(x, scales.height)
      }
      pen.stroke()
      pen.restore()
    },
  }
}
