// Marks the batch under the microscope and, without reshuffling, each of its returns.

import type { Layer } from '../../plot/index.ts'
import { along, shapeOf, type Axis } from '../../state/axis.ts'
import { stepOf } from '../../state/playback.ts'

const mostMarks = 200

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
