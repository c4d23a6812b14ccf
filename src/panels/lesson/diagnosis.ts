// What a run is doing, in one word, or nothing if it is uncertain. Derived from its rows up to the cursor and the
// surface at its last point, never from the settings' intent. Thresholds are relative to the run's own path, so units
// do not matter.

import { optimizerOf } from '../../engine/optimizers/index.ts'
import type { RunSpec } from '../../engine/experiment.ts'
import type { PlaneLandscape } from '../../engine/objectives/plane.ts'
import { column } from '../../engine/row.ts'
import { eigenvaluesOf } from '../../engine/theory.ts'

export type Diagnosis =
  | { readonly kind: 'diverging'; readonly from: number; readonly to: number }
  | { readonly kind: 'zigzag'; readonly direction: 0 | 1; readonly turns: number; readonly window: number }
  | { readonly kind: 'chatter'; readonly size: number; readonly alpha: number }
  | { readonly kind: 'frozen'; readonly share: number; readonly left: number }
  | { readonly kind: 'stalled'; readonly window: number; readonly share: number }
  | { readonly kind: 'wandering'; readonly cost: number }
  | {
      readonly kind: 'settling'
      readonly alpha: number
      readonly largest: number
      readonly cost: number
      readonly swing: number
      readonly before: number
    }
  | { readonly kind: 'saddle'; readonly up: number; readonly down: number }
  | { readonly kind: 'plateau'; readonly gradient: number; readonly cost: number }
  | { readonly kind: 'converged' }

export interface Course {
  readonly rows: Float64Array
  readonly width: number
  /** Number of rows up to the cursor. */
  readonly length: number
  readonly run: RunSpec
  /** Steps are exact gradients: the batch is all examples, or the surface has no noise. */
  readonly exact: boolean
  /** What is known about the surface. Two parameters. */
  readonly landscape: Pick<PlaneLandscape, 'gradient' | 'hessian' | 'minima' | 'value'> | undefined
}

const window = 20
const few = 8

export function diagnose(course: Course): Diagnosis | undefined {
  const { rows, width, length, run, exact, landscape } = course
  if (length < few + 1) return undefined
  const cost = (row: number): number => rows[row * width + column.cost]
  const theta = (row: number, i: number): number => rows[row * width + column.theta + i]
  const last = length - 1
  const first = cost(0)
  const now = cost(last)
  if (now > 10 * Math.abs(first) && now > cost(last - few)) return { kind: 'diverging', from: first, to: now }
  // Consecutive exact steps against the gradient that increase J: above the limit, however slowly it diverges.
  if (exact && optimizerOf(run).traits.linear === 'plain' && now > first && risesOver(cost, last))
    return { kind: 'diverging', from: first, to: now }
  if (!landscape) return undefined

  const from = Math.max(0, last - window)
  const move = (row: number, i: number): number => theta(row, i) - theta(row - 1, i)
  const point = Float64Array.of(theta(last, 0), theta(last, 1))
  const start = Float64Array.of(theta(0, 0), theta(0, 1))
  const slope = (at: Float64Array): number => {
    const out = new Float64Array(2)
    landscape.gradient(at, out)
    return Math.hypot(out[0], out[1])
  }
  const gradient = slope(point)
  const steepest = Math.max(slope(start), steepestOf(rows, width, length))
  const entries = new Float64Array(3)
  landscape.hessian(point, entries)
  const [least, largest] = eigenvaluesOf(entries[0], entries[1], entries[2])
  const way = nearest(landscape.minima, point)
  const whole = nearest(landscape.minima, start)
  let walked = 0
  for (let row = from + 1; row <= last; row++) walked += Math.hypot(move(row, 0), move(row, 1))
  const flat = gradient <= 1e-3 * steepest
  const still = walked <= 1e-2 * (whole ?? walked * 1e3)

  const alphaNow = rows[last * width + column.alpha]
  const share = alphaNow / run.alpha
  if (run.decay.kind !== 'none' && share < 0.1 && way !== undefined && whole! > 0) {
    if (way > 0.02 * whole! && walked < 0.02 * way) return { kind: 'frozen', share, left: way / whole! }
  }
  if (flat && exact && still) {
    if (largest > 0 && least < -1e-3 * largest) return { kind: 'saddle', up: largest, down: least }
    if (least > 0 && gradient <= 1e-4 * steepest) return { kind: 'converged' }
  }
  const height = now - floorOf(landscape)
  // In a bowl, following the slope all the way would descend at least by the height of J above the minimum.
  if (way !== undefined && whole! > 0 && gradient * way < 0.5 * height && walked <= 0.25 * way)
    return { kind: 'plateau', gradient, cost: now }

  const turning = turnsOf(move, from + 1, last)
  if (
    optimizerOf(run).traits.scale === 'unit' &&
    exact &&
    way !== undefined &&
    way < 3 * alphaNow &&
    turning.most >= 0.7
  ) {
    // Hops of constant length although the slope has become small: the length is α's.
    const hop = Math.abs(move(last, turning.direction))
    if (hop > 0.3 * alphaNow && hop > 0.8 * Math.abs(move(from + 1, turning.direction)))
      return { kind: 'chatter', size: hop, alpha: alphaNow }
  }
  if (exact && last - from >= few && turning.most >= 0.75 && turning.sideways > 2)
    return { kind: 'zigzag', direction: turning.direction, turns: turning.count, window: last - from - 1 }
  if (!exact) return cloudAt(cost, (row) => rows[row * width + column.alpha], last)
  if (way !== undefined && way > 0.05 * whole! && last >= window && walked < 0.01 * way)
    return { kind: 'stalled', window: last - from, share: walked / way }
  return undefined
}

/** Whether J increased at each of the last steps. */
function risesOver(cost: (row: number) => number, last: number): boolean {
  if (last < window) return false
  for (let row = last - window + 1; row <= last; row++) if (!(cost(row) > cost(row - 1))) return false
  return true
}

function nearest(minima: readonly (readonly [number, number])[], at: Float64Array): number | undefined {
  if (minima.length === 0) return undefined
  return Math.min(...minima.map(([x, y]) => Math.hypot(x - at[0], y - at[1])))
}

/** Returns the largest measured gradient so far (dW follows θ in full rows). */
function steepestOf(rows: Float64Array, width: number, length: number): number {
  const at = column.theta + 2
  if (width < at + 2) return 0
  let most = 0
  for (let row = 1; row < length; row++)
    most = Math.max(most, Math.hypot(rows[row * width + at], rows[row * width + at + 1]))
  return most
}

/** J at the lowest known minimum. */
const floorOf = ({ minima, value }: NonNullable<Course['landscape']>): number =>
  Math.min(...minima.map(([x, y]) => value(x, y)))

/** How often each direction reversed, and how much wider the hops are than the progress. */
function turnsOf(move: (row: number, i: number) => number, from: number, last: number) {
  const count = [0, 0]
  const size = [0, 0]
  const net = [0, 0]
  for (let row = from; row <= last; row++)
    for (let i = 0; i < 2; i++) {
      size[i] += Math.abs(move(row, i))
      net[i] += move(row, i)
      if (row > from && move(row, i) * move(row - 1, i) < 0) count[i]++
    }
  const direction = count[1] >= count[0] ? 1 : 0
  const other = 1 - direction
  return {
    direction: direction as 0 | 1,
    count: count[direction],
    most: count[direction] / Math.max(1, last - from),
    /** Sideways movement over progress along the valley. */
    sideways: size[direction] / Math.max(Math.abs(net[other]), Math.abs(net[direction]), 1e-300),
  }
}

const fewestForTrend = 200
const mostForTrend = 2000

/** Mean and standard deviation of J over rows. NaN if none was computed. */
function momentsOf(cost: (row: number) => number, from: number, to: number): readonly [number, number] {
  let [sum, squares, count] = [0, 0, 0]
  for (let row = from; row < to; row++) {
    const J = cost(row)
    if (Number.isNaN(J)) continue
    sum += J
    squares += J * J
    count++
  }
  const mean = sum / count
  return [mean, Math.sqrt(Math.max(0, squares / count - mean * mean))]
}

/** J's mean and spread if it has no trend: the means of both halves agree, compared with J's spread. */
function levelOf(cost: (row: number) => number, from: number, to: number) {
  const middle = to - Math.floor((to - from) / 2)
  const [before] = momentsOf(cost, from, middle)
  const [after] = momentsOf(cost, middle, to)
  const [mean, swing] = momentsOf(cost, from, to)
  return Math.abs(after - before) < 0.5 * swing ? { mean, swing } : undefined
}

/**
 * A noisy run near its minimum wanders, measured over the last half of its path. If α has fallen below half of its
 * maximum, compare J's spread at about this α with that at large ones.
 */
function cloudAt(
  cost: (row: number) => number,
  alpha: (row: number) => number,
  last: number,
): Diagnosis | undefined {
  let largest = 0
  for (let row = 1; row <= last; row++) largest = Math.max(largest, alpha(row))
  const now = alpha(last)
  if (now >= largest / 2) {
    const count = Math.min(mostForTrend, Math.floor(last / 2))
    const level = count < fewestForTrend ? undefined : levelOf(cost, last - count, last + 1)
    return level && { kind: 'wandering', cost: level.mean }
  }
  let from = last
  while (last - from < mostForTrend && from > 1 && alpha(from - 1) <= 1.25 * now) from--
  let end = from
  while (alpha(end) < largest / 2) end--
  let begin = end
  while (begin > 1 && alpha(begin - 1) >= largest / 2) begin--
  // The approach is not part of the cloud.
  begin = end - Math.floor((end - begin) / 2)
  if (last - from < window || end - begin < window) return undefined
  const small = levelOf(cost, from, last + 1)
  const large = levelOf(cost, begin, end + 1)
  if (!small || !large || !(small.swing < 0.7 * large.swing)) return undefined
  return {
    kind: 'settling',
    alpha: now,
    largest,
    cost: small.mean,
    swing: small.swing,
    before: large.swing,
  }
}
