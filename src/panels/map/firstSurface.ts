// The surface until its picture has been painted, so the map is never blank: a quadratic valley as the same bands,
// without lines, any other surface as one tone.

import type { ObjectiveSpec } from '../../engine/experiment.ts'
import { trueWeights } from '../../engine/objectives/trueWeights.ts'
import { clipToFrame, mix, type Pen, type Scales } from '../../plot/index.ts'

/** Bands in each power of ten, and how many powers lie below the highest J, as in the picture. */
const perDecade = 3
const bands = 4 * perDecade

/** Returns the tone at a share of the way from the valley's floor to the highest wall. */
function toneAt(stops: readonly string[], share: number): string {
  const place = share * (stops.length - 1)
  const low = Math.min(Math.floor(place), stops.length - 2)
  return mix(stops[low + 1], stops[low], place - low)
}

export function drawFirstSurface(pen: Pen, scales: Scales, spec: ObjectiveSpec, swapped: boolean): void {
  const { width, height, palette } = scales
  const { stops } = palette.surface
  const valley = spec.kind === 'bowl' || spec.kind === 'quadratic'
  pen.save()
  clipToFrame(pen, scales)
  pen.fillStyle = toneAt(stops, valley ? 1 : 0.8)
  pen.fillRect(0, 0, width, height)
  if (valley) {
    const { angle, curvature, kind } = spec
    const [w0, b0] = kind === 'bowl' ? trueWeights : [0, 0]
    const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    /** J with the valley's scale left out. */
    const costAt = (px: number, py: number): number => {
      const [x, y] = [scales.invertX(px), scales.invertY(py)]
      const [w, b] = swapped ? [y - w0, x - b0] : [x - w0, y - b0]
      return (curvature[0] * (c * w + s * b) ** 2 + curvature[1] * (c * b - s * w) ** 2) / 2
    }
    const top = Math.max(costAt(0, 0), costAt(width, 0), costAt(0, height), costAt(width, height))
    for (let band = bands - 1; band >= 0; band--) {
      const far = Math.sqrt(2 * top * 10 ** ((band - bands) / perDecade))
      pen.fillStyle = toneAt(stops, band / bands)
      pen.beginPath()
      for (let t = 0; t < 6.3; t += 0.05) {
        const [along, across] = [far * Math.cos(t), far * Math.sin(t)].map(
          (part, i) => part / Math.sqrt(curvature[i]),
        )
        const at = [w0 + c * along - s * across, b0 + s * along + c * across]
        pen.lineTo(scales.x(at[swapped ? 1 : 0]), scales.y(at[swapped ? 0 : 1]))
      }
      pen.fill()
    }
  }
  pen.restore()
}
