// The network's own bowl: J on a plane through θ, w = origin + a·first + b·second. The plane is spanned by the first
// two principal components of a path, which also report their share of its variance, or by two random directions whose
// part for each neuron is as long as that neuron's weights (Li, Xu, Taylor, Studer & Goldstein, 2018). A slice can
// mislead: a valley in it may be a ridge across it.

import { stream } from '../../random.ts'
import type { Objective } from '../objective.ts'
import type { Architecture } from './architecture.ts'

export interface Plane {
  readonly origin: Float64Array
  /** Orthogonal unit vectors for the principal plane, filter-normalized vectors otherwise. */
  readonly first: Float64Array
  readonly second: Float64Array
  /** Shares of the path's variance along first and second. Absent for random directions. */
  readonly explained?: readonly [number, number]
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

function addMultiple(to: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] += factor * from[i]
}

function toUnit(a: Float64Array): void {
  const length = Math.sqrt(dot(a, a))
  if (length > 0) for (let i = 0; i < a.length; i++) a[i] /= length
}

const iterations = 300

/** Returns the direction of largest spread of the rows orthogonal to `known`, by power iteration, and that spread. */
function component(rows: readonly Float64Array[], known: Float64Array | undefined): [Float64Array, number] {
  let widest = rows[0]
  for (const row of rows) if (dot(row, row) > dot(widest, widest)) widest = row
  const direction = widest.slice()
  // Add a little of every coordinate, so the initial vector is not orthogonal to the result.
  for (let i = 0; i < direction.length; i++) direction[i] += 1e-3 / (i + 1)
  const next = new Float64Array(direction.length)
  let spread = 0
  for (let k = 0; k < iterations; k++) {
    if (known) addMultiple(direction, known, -dot(direction, known))
    toUnit(direction)
    next.fill(0)
    for (const row of rows) addMultiple(next, row, dot(row, direction))
    spread = dot(next, direction)
    direction.set(next)
  }
  if (known) addMultiple(direction, known, -dot(direction, known))
  toUnit(direction)
  return [direction, spread]
}

/** Returns the plane that best fits the path θ⁰ … θᵗ, through its last point. Requires at least one point. */
export function principalPlane(path: readonly Float64Array[]): Plane {
  const n = path[0].length
  const mean = new Float64Array(n)
  for (const w of path) addMultiple(mean, w, 1 / path.length)
  const rows = path.map((w) => {
    const row = w.slice()
    addMultiple(row, mean, -1)
    return row
  })
  let total = 0
  for (const row of rows) total += dot(row, row)
  const [first, one] = component(rows, undefined)
  const [second, two] = component(rows, first)
  const share = (spread: number): number => (total > 0 ? spread / total : 0)
  return { origin: path[path.length - 1].slice(), first, second, explained: [share(one), share(two)] }
}

/**
 * Returns two random directions through w. Each neuron's incoming weights have the length they have in w. Biases stay
 * fixed.
 */
export function randomPlane(architecture: Architecture, w: Float64Array, seed: number): Plane {
  const draws = stream(seed, 'slice')
  const { sizes, weightsAt } = architecture
  const direction = (): Float64Array => {
    const d = new Float64Array(w.length)
    for (let l = 1; l < sizes.length; l++)
      for (let j = 0; j < sizes[l]; j++) {
        const from = weightsAt[l] + j * sizes[l - 1]
        const part = d.subarray(from, from + sizes[l - 1])
        const own = w.subarray(from, from + sizes[l - 1])
        for (let k = 0; k < part.length; k++) part[k] = draws.normal()
        toUnit(part)
        const length = Math.sqrt(dot(own, own))
        for (let k = 0; k < part.length; k++) part[k] *= length
      }
    return d
  }
  return { origin: w.slice(), first: direction(), second: direction() }
}

/** Returns the coordinates a and b of a path's point in a principal plane. */
export function placeIn(plane: Plane, w: Float64Array): [number, number] {
  const away = w.slice()
  addMultiple(away, plane.origin, -1)
  return [dot(away, plane.first), dot(away, plane.second)]
}

/** J on a grid over a plane, row by row from the lowest b, at cell centers. Computed in pieces of any size. */
export class Slice {
  readonly cells: Float64Array
  done = 0
  private readonly w: Float64Array

  constructor(
    private readonly objective: Pick<Objective, 'cost'>,
    private readonly plane: Plane,
    /** [a from, a to, b from, b to]. */
    private readonly range: readonly [number, number, number, number],
    private readonly columns: number,
    private readonly rows: number,
  ) {
    this.cells = new Float64Array(columns * rows)
    this.w = new Float64Array(plane.origin.length)
  }

  /** Computes up to `cells` more. Returns true when all are done. */
  advance(cells: number): boolean {
    const { plane, range, columns, rows, w } = this
    const to = Math.min(this.cells.length, this.done + cells)
    for (; this.done < to; this.done++) {
      const row = Math.floor(this.done / columns)
      const column = this.done - row * columns
      w.set(plane.origin)
      addMultiple(w, plane.first, range[0] + ((column + 0.5) / columns) * (range[1] - range[0]))
      addMultiple(w, plane.second, range[2] + ((row + 0.5) / rows) * (range[3] - range[2]))
      this.cells[this.done] = this.objective.cost(w)
    }
    return this.done === this.cells.length
  }
}
