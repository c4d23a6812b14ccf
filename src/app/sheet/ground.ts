// The surface of a sheet, computed for its own view and look: tints as an image, contour lines and labels as paths and
// words, so an SVG contains them as such.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { createObjective } from '../../engine/objectives/create.ts'
import {
  contours,
  evenLevels,
  levelsFor,
  lineOf,
  sampleSurface,
  tintsOf,
} from '../../engine/picture/index.ts'
import { startOf } from '../../panels/start.ts'
import { disc, ring, type Pen, type Scales } from '../../plot/index.ts'
import { useRegistries } from '../../state/registries.ts'
import { formatNumber } from '../../ui/number.ts'

/** The larger of the grid's columns and rows. */
const finest = 640

interface Line {
  readonly segments: readonly number[]
  readonly color: string
  readonly width: number
  readonly value: number
  readonly strong: boolean
}

interface Ground {
  readonly key: string
  readonly image: HTMLCanvasElement
  readonly lines: readonly Line[]
}

const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`

/**
 * Returns a function that draws an experiment's surface, or undefined if it has none. `printed`: only lines on white.
 */
export function groundOf(
  experiment: DescentExperiment,
  swapped: boolean,
  printed: boolean,
): ((pen: Pen, scales: Scales) => void) | undefined {
  const { objective: spec, seed } = experiment
  if (spec.kind === 'network') return undefined
  const { landscape } = createObjective(spec, seed)
  if (!landscape) return undefined
  const value = (x: number, y: number): number => (swapped ? landscape.value(y, x) : landscape.value(x, y))
  const least = Math.min(...landscape.minima.map(([x, y]) => landscape.value(x, y)))
  const even = landscape.minima.length === 0 && landscape.saddles.length > 0
  let known: Ground | undefined

  const made = (scales: Scales): Ground => {
    const [x0, x1] = scales.xDomain
    const [y0, y1] = scales.yDomain
    const { stops, ink } = scales.palette.surface
    const key = [x0, x1, y0, y1, ...stops].join()
    if (known?.key === key) return known
    const shrink = finest / Math.max(scales.width, scales.height)
    const [width, height] = [Math.round(scales.width * shrink), Math.round(scales.height * shrink)]
    const grid = new Float64Array(width * height)
    sampleSurface(value, [x0, x1, y0, y1], width, height, grid)
    const finite = grid.filter(Number.isFinite)
    const lowest = finite.reduce((a, b) => Math.min(a, b), Infinity)
    const highest = Math.min(
      finite.reduce((a, b) => Math.max(a, b), -Infinity),
      300 * Math.abs(finite.toSorted()[finite.length >> 1] ?? 0) + 1e-300,
    )
    const base = Number.isFinite(least) && least <= lowest ? least : lowest
    const { values, strong } = even ? evenLevels(base, highest) : levelsFor(base, highest)
    const tints = tintsOf(printed ? ['#ffffff', '#ffffff'] : stops, values.length + 1)
    const image = document.createElement('canvas')
    image.width = width
    image.height = height
    const pen = image.getContext('2d')!
    const pixels = pen.createImageData(width, height)
    for (let k = 0; k < grid.length; k++) {
      let band = 0
      while (band < values.length && values[band] <= grid[k]) band++
      const tint = tints[Number.isFinite(grid[k]) ? band : values.length]
      pixels.data.set([tint >> 16, (tint >> 8) & 255, tint & 255, 255], 4 * k)
    }
    pen.putImageData(pixels, 0, 0)
    const found = contours(grid, width, height, values)
    const toX = (column: number): number => x0 + ((column + 0.5) / width) * (x1 - x0)
    const toY = (row: number): number => y1 - ((row + 0.5) / height) * (y1 - y0)
    const lines = Array.from(values, (level, n): Line => {
      const part = found.segments.subarray(4 * found.starts[n], 4 * found.starts[n + 1])
      return {
        segments: Array.from(part, (at, i) => (i % 2 === 0 ? toX(at) : toY(at))),
        color: hex(
          lineOf(tints[n], tints[n + 1], Number.parseInt(ink.slice(1), 16), strong[n] === 1 ? 4.6 : 3.15),
        ),
        width: strong[n] === 1 ? 1.7 : 1,
        value: level,
        strong: strong[n] === 1,
      }
    })
    return (known = { key, image, lines })
  }

  return (pen, scales) => {
    const { image, lines } = made(scales)
    const { width, height, size, palette } = scales
    pen.drawImage(image, 0, 0, width, height)
    const names = namesOf(lines, scales)
    for (const { segments, color, width: wide } of lines) {
      pen.strokeStyle = color
      pen.lineWidth = wide * size * 0.9
      pen.lineCap = 'round'
      pen.setLineDash([])
      pen.beginPath()
      for (let i = 0; i < segments.length; i += 4) {
        const [ax, ay] = [scales.x(segments[i]), scales.y(segments[i + 1])]
        const [bx, by] = [scales.x(segments[i + 2]), scales.y(segments[i + 3])]
        if (names.some(({ x, y, reach, tall }) => Math.abs(ax - x) < reach && Math.abs(ay - y) < tall))
          continue
        pen.moveTo(ax, ay)
        pen.lineTo(bx, by)
      }
      pen.stroke()
    }
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillStyle = palette.surface.ink
    for (const { text, x, y, strong } of names) {
      pen.font = `${strong ? 600 : 500} ${Math.round(11 * size)}px ${palette.font}`
      pen.fillText(text, x, y)
    }
    // On the page the start is a handle, which no picture has.
    const [w, b] = startOf(experiment, useRegistries.getState().surfaces)
    const [x, y] = [scales.x(swapped ? b : w), scales.y(swapped ? w : b)]
    disc(pen, x, y, 9 * size, palette.paper, palette.paper, size)
    ring(pen, x, y, 9 * size, { color: palette.ink, width: 2 * size, paper: palette.paper })
  }
}

interface Name {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Half the gap in the line. */
  readonly reach: number
  readonly tall: number
  readonly strong: boolean
}

/**
 * Places a label where each line crosses the lower right of the picture, with a minimum distance, powers of ten first.
 */
function namesOf(lines: readonly Line[], { x, y, width, height, size }: Scales): Name[] {
  const names: Name[] = []
  for (const { segments, value, strong } of lines.toSorted((a, b) => Number(b.strong) - Number(a.strong))) {
    let [bestX, bestY, least] = [0, 0, Infinity]
    for (let i = 0; i < segments.length; i += 4) {
      const [px, py] = [x(segments[i]), y(segments[i + 1])]
      if (px < 30 * size || px > width - 30 * size || py < 12 * size || py > height - 12 * size) continue
      // Prefer a ray from the middle down to the right.
      const off = Math.abs(px - 0.55 * width - 0.45 * (py - 0.5 * height)) + (py < 0.5 * height ? height : 0)
      if (off < least) [bestX, bestY, least] = [px, py, off]
    }
    const text = strong ? `J ${formatNumber(value, 3)}` : formatNumber(value, 3)
    const name = { text, x: bestX, y: bestY, reach: (text.length * 3.6 + 4) * size, tall: 8 * size, strong }
    const apart = names.every(
      (one) => Math.abs(one.x - bestX) > 40 * size || Math.abs(one.y - bestY) > 20 * size,
    )
    if (least < width && apart) names.push(name)
  }
  return names
}
