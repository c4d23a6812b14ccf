// The surface in a vector file: its tints as a picture without lines, its contour lines as paths. Loaded by an export.

import {
  contours,
  evenLevels,
  levelsFor,
  lineOf,
  paintValues,
  sampleSurface,
  tintsOf,
} from '../../engine/picture/index.ts'
import { lineContrast, numberOf, strongContrast } from '../../engine/picture/tint.ts'
import { imageFrom, type Pen, type Scales } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import type { PictureReply } from '../../state/picture.ts'
import { objectiveOf } from './ghostRun.ts'

/** Pixels between two values of J. */
const cell = 2
/** A line width below zero paints no line. */
const noLine = -1
/** Half of a label, in pixels. */
const near = (dx: number, dy: number, size: number): boolean =>
  Math.abs(dx) < 20 * size && Math.abs(dy) < 8 * size

type Mark = NonNullable<PictureReply['marks']>[number]

/** Returns undefined if J is not available at arbitrary places. */
export function vectorSurface(
  swapped: boolean,
  marks: readonly Mark[],
): ((pen: Pen, scales: Scales) => void) | undefined {
  const { landscape } = objectiveOf(useExperiment.getState().experiment)
  if (!landscape) return undefined
  return (pen, scales) => {
    const { width, height, size, palette } = scales
    const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)]
    const view = [scales.xDomain[0], scales.xDomain[1], scales.yDomain[0], scales.yDomain[1]] as const
    const value = swapped
      ? (x: number, y: number) => landscape.value(y, x)
      : (x: number, y: number) => landscape.value(x, y)
    const values = new Float64Array(columns * rows)
    sampleSurface(value, view, columns, rows, values)
    const known = landscape.minima.map(([w, b]) => landscape.value(w, b))
    const floor = known.length > 0 ? Math.min(...known) : undefined
    const even = known.length === 0 && landscape.saddles.length > 0
    const image = new ImageData(columns, rows)
    paintValues(
      values,
      columns,
      rows,
      { colors: palette.surface, lineWidth: noLine, floor, even },
      image.data,
    )
    pen.imageSmoothingEnabled = true
    pen.drawImage(imageFrom(image), 0, 0, width, height)

    const finite = values.filter((one) => one < Infinity && one > -Infinity)
    const lowest = finite.reduce((a, b) => Math.min(a, b), Infinity)
    const highest = finite.reduce((a, b) => Math.max(a, b), -Infinity)
    const base = floor !== undefined && floor <= lowest ? floor : lowest
    const found = even ? evenLevels(base, highest) : levelsFor(base, highest)
    const bands = tintsOf(palette.surface.stops, found.values.length + 1)
    const { segments, starts } = contours(values, columns, rows, found.values)
    // A value belongs to the middle of its cell.
    const x = (column: number): number => ((column + 0.5) * width) / columns
    const y = (row: number): number => ((row + 0.5) * height) / rows
    for (let n = 0; n < found.values.length; n++) {
      const strong = found.strong[n] === 1
      const color = lineOf(
        bands[n],
        bands[n + 1],
        numberOf(palette.surface.ink),
        strong ? strongContrast : lineContrast,
      )
      pen.strokeStyle = `#${color.toString(16).padStart(6, '0')}`
      pen.lineWidth = (strong ? 1.7 : 1) * size
      const gaps = marks.filter(({ value }) => value === found.values[n])
      pen.beginPath()
      for (let i = 4 * starts[n]; i < 4 * starts[n + 1]; i += 4) {
        const [fromX, fromY] = [x(segments[i]), y(segments[i + 1])]
        const [toX, toY] = [x(segments[i + 2]), y(segments[i + 3])]
        if (gaps.some((gap) => near(fromX - scales.x(gap.x), fromY - scales.y(gap.y), size))) continue
        pen.moveTo(fromX, fromY)
        pen.lineTo(toX, toY)
      }
      pen.stroke()
    }
  }
}
