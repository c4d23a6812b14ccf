// Reads and writes a map as CSV: the same bytes as the command line, and results of several machines shown as a map.

import type { MapAxis, MapExperiment } from '../../engine/experiment.ts'
import { axisValue, cellColumn, cellWidth } from '../../engine/map.ts'
import type { MapPicture } from './pageMap.ts'

const field = (x: number): string => (Number.isNaN(x) ? '' : String(x))

export function csvOfMap({ map, cells }: MapPicture): Blob {
  const pieces = ['x,y,steps,cost,diverged\n']
  for (let j = 0; j < map.y.count; j++) {
    let lines = ''
    for (let i = 0; i < map.x.count; i++) {
      const at = (j * map.x.count + i) * cellWidth
      const [steps, cost] = [cells[at + cellColumn.steps], cells[at + cellColumn.cost]]
      lines += `${axisValue(map.x, i)},${axisValue(map.y, j)},${field(steps)},${field(cost)},${cells[at + cellColumn.diverged]}\n`
    }
    pieces.push(lines)
  }
  return new Blob(pieces, { type: 'text/csv' })
}

export type MapFileFault = 'header' | 'grid' | 'large' | { readonly line: number }

export interface MapFile {
  readonly x: MapAxis
  readonly y: MapAxis
  readonly cells: Float64Array
}

const mostCells = 1 << 20

/** The axes get their parameters from the shown map, because the file's columns are only x and y. */
export function readMapCsv(text: string, map: MapExperiment): MapFile | MapFileFault {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  if (lines.shift() !== 'x,y,steps,cost,diverged') return 'header'
  if (lines.length === 0) return 'grid'
  if (lines.length > mostCells) return 'large'
  const xs: number[] = []
  const ys: number[] = []
  const cells = new Float64Array(lines.length * cellWidth)
  for (let n = 0; n < lines.length; n++) {
    const texts = lines[n].split(',')
    const [x, y, steps, cost, diverged] = texts.map((part) => (part === '' ? NaN : Number(part)))
    const bad =
      texts.length !== 5 ||
      texts.some(
        (part, k) => part.trim() !== part || (part !== '' && Number.isNaN([x, y, steps, cost, diverged][k])),
      )
    if (bad || Number.isNaN(x + y + diverged)) return { line: n + 2 }
    xs.push(x)
    ys.push(y)
    cells.set([steps, cost, diverged, 0, 0, 0], n * cellWidth)
  }
  let nx = 1
  while (nx < xs.length && ys[nx] === ys[0]) nx++
  const ny = lines.length / nx
  if (!Number.isInteger(ny) || nx > 1024 || ny > 1024) return 'grid'
  for (let n = 0; n < lines.length; n++) if (xs[n] !== xs[n % nx] || ys[n] !== ys[n - (n % nx)]) return 'grid'
  const axis = (own: MapAxis, values: readonly number[]): MapAxis => {
    const [from, to] = [values[0], values.at(-1)!]
    const made = (scale: MapAxis['scale']): MapAxis => ({
      parameter: own.parameter,
      from,
      to,
      count: values.length,
      scale,
    })
    const logarithmic = from > 0 && to > 0
    const middle = values[Math.floor(values.length / 2)]
    const off = (candidate: MapAxis): number =>
      Math.abs(axisValue(candidate, Math.floor(values.length / 2)) - middle)
    return logarithmic && off(made('log')) <= off(made('linear')) ? made('log') : made('linear')
  }
  return {
    x: axis(map.x, xs.slice(0, nx)),
    y: axis(
      map.y,
      Array.from({ length: ny }, (_, j) => ys[j * nx]),
    ),
    cells,
  }
}
