// Spikes of J^{t}: the highest about a place, and marks at the batch under the microscope and, when batches are not
// reshuffled, wherever it comes back.

import { column } from '../../engine/row.ts'
import type { Layer } from '../../plot/index.ts'
import { along, shapeOf, type Axis } from '../../state/axis.ts'
import { stepOf } from '../../state/playback.ts'
import type { Trace } from '../../state/traces.ts'

/** The step of a run with the highest J^{t} that has come; undefined where there is none. */
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

const mostMarks = 200
const mostEpochs = 60

/** A fine line at the end of each epoch of a run that takes several steps an epoch; none where they would be a hatching. */
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
      // Measured seconds are known as the rows come.
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

/** Triangles above the plot at the step and at its returns up to the cursor. */
export function spikeLayer(axis: Axis, run: number, step: number, returns: boolean, label: string): Layer {
  const marks = (): number => {
    if (!returns) return 1
    const { stepsPerEpoch } = shapeOf(run)
    const first = ((step - 1) % stepsPerEpoch) + 1
    return Math.min(mostMarks, Math.max(1, Math.floor((stepOf(run) - first) / stepsPerEpoch) + 1))
  }
  return {
    key: `spike ${run} ${step}`,
    length: marks,
    revision: () => 0,
    draw(pen, scales, from, to) {
      const { stepsPerEpoch } = shapeOf(run)
      const first = returns ? ((step - 1) % stepsPerEpoch) + 1 : step
      const size = 5 * scales.size
      pen.save()
      pen.fillStyle = scales.palette.ink
      pen.beginPath()
      for (let k = from; k < to; k++) {
        const x = scales.x(along(axis, run, first + k * stepsPerEpoch))
        pen.moveTo(x - size, 0)
        pen.lineTo(x + size, 0)
        pen.lineTo(x, 1.6 * size)
        pen.closePath()
      }
      pen.fill()
      pen.restore()
    },
    drawOver({ scales, label: place }) {
      if (!returns || marks() < 2) return
      const { stepsPerEpoch } = shapeOf(run)
      const first = ((step - 1) % stepsPerEpoch) + 1
      const x = scales.x(along(axis, run, first + (marks() - 1) * stepsPerEpoch))
      place({ key: 'returns', x, y: 6, text: label, color: scales.palette.ink, side: 'below-left' })
    },
  }
}
