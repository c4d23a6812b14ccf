// The decision boundary as a picture: each cell tinted with its class, stronger for higher certainty, and lines where a
// probability is 0.1, 0.3, 0.5, 0.7, 0.9 (with many classes: where two are equally likely).

import { contours } from '../../engine/picture/contours.ts'
import { mix, type Layer, type Palette, type PlacedImage } from '../../plot/index.ts'
import { imageFrom } from '../../plot/index.ts'

export interface GridPicture {
  /** ŷ row by row from the lowest y, `outputs` per cell. */
  readonly cells: Float64Array
  readonly columns: number
  readonly rows: number
  readonly outputs: number
  /** [x from, x to, y from, y to]. */
  readonly range: readonly [number, number, number, number]
}

const strongest = 0.45
const weakest = 0.06
const levels = [0.1, 0.3, 0.5, 0.7, 0.9] as const

export const classColor = (label: number) => (palette: Palette) => palette.runs[label % palette.runs.length]

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** The tinted cells, drawn smoothly over the range. */
export function heatOf({ cells, columns, rows, outputs, range }: GridPicture, palette: Palette): PlacedImage {
  const classes = Math.max(2, outputs)
  const paper = channels(palette.paper)
  const full = Array.from({ length: classes }, (_, k) =>
    channels(mix(classColor(k)(palette), palette.paper, strongest)),
  )
  const pixels = new ImageData(columns, rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const from = (row * columns + column) * outputs
      let label = 0
      let sure = cells[from]
      if (outputs === 1) {
        const p = Math.min(1, Math.max(0, cells[from]))
        label = p > 0.5 ? 1 : 0
        sure = Math.abs(2 * p - 1)
      } else {
        for (let k = 1; k < outputs; k++) if (cells[from + k] > cells[from + label]) label = k
        sure = (cells[from + label] - 1 / classes) / (1 - 1 / classes)
      }
      const share = weakest + (1 - weakest) * Math.min(1, Math.max(0, sure))
      const to = 4 * ((rows - 1 - row) * columns + column)
      for (let c = 0; c < 3; c++)
        pixels.data[to + c] = paper[c] + (full[label % classes][c] - paper[c]) * share
      pixels.data[to + 3] = 255
    }
  return { image: imageFrom(pixels), x: [range[0], range[1]], y: [range[2], range[3]], smooth: true }
}

interface Lines {
  /** x₁, y₁, x₂, y₂ in data units. */
  readonly segments: Float32Array
  readonly strong: boolean
}

/** Returns the isolines in data units. */
export function linesOf(picture: GridPicture): readonly Lines[] {
  const { cells, columns, rows, outputs, range } = picture
  const value = new Float64Array(columns * rows)
  const trace = (at: readonly number[], strong: (level: number) => boolean): Lines[] => {
    const { segments, starts } = contours(value, columns, rows, at)
    for (let i = 0; i < segments.length; i += 2) {
      segments[i] = range[0] + ((segments[i] + 0.5) / columns) * (range[1] - range[0])
      segments[i + 1] = range[2] + ((segments[i + 1] + 0.5) / rows) * (range[3] - range[2])
    }
    return at.map((level, n) => ({
      segments: segments.subarray(4 * starts[n], 4 * starts[n + 1]),
      strong: strong(level),
    }))
  }
  if (outputs === 1) {
    value.set(cells)
    return trace(levels, (level) => level === 0.5)
  }
  return Array.from({ length: outputs }, (_, k) => {
    for (let i = 0; i < value.length; i++) {
      let other = -Infinity
      for (let j = 0; j < outputs; j++) if (j !== k) other = Math.max(other, cells[i * outputs + j])
      value[i] = cells[i * outputs + k] - other
    }
    return trace([0], () => true)
  }).flat()
}

/** A layer of the lines. Reads `lines` and its revision at each draw. */
export function isolineLayer(source: { lines(): readonly Lines[]; revision(): number }): Layer {
  return {
    key: 'isolines',
    length: () => 1,
    revision: source.revision,
    draw(pen, scales) {
      pen.save()
      pen.lineCap = 'round'
      for (const { segments, strong } of source.lines()) {
        pen.strokeStyle = strong ? scales.palette.ink : scales.palette.muted
        pen.lineWidth = (strong ? 1.8 : 0.8) * scales.size
        pen.beginPath()
        for (let i = 0; i < segments.length; i += 4) {
          pen.moveTo(scales.x(segments[i]), scales.y(segments[i + 1]))
          pen.lineTo(scales.x(segments[i + 2]), scales.y(segments[i + 3]))
        }
        pen.stroke()
      }
      pen.restore()
    },
  }
}
