// Ten arrows make one: V is the sum of the last gradients, each with weight β^k(1 − β), and a step goes along −V. The
// last ten are laid tip to tail, oldest first. Everything earlier is one more arrow.

const most = 10

type Arrow = readonly [x: number, y: number]

/** The part of a trace that is read. */
interface GradientRows {
  readonly rows: Float64Array
  readonly width: number
  rowAt(step: number): number
  columnOf(name: string): number
}

export interface Arrows {
  /** −β^k(1 − β)dW of the last ten steps, oldest first. */
  readonly last: readonly Arrow[]
  /** The contribution of earlier steps to −V. */
  readonly older: Arrow
  /** −V. */
  readonly sum: Arrow
}

/** Returns the arrows of −V at a step, without (1 − β) if the convention omits it. */
export function arrowsAt(trace: GradientRows, step: number, beta: number, course: boolean): Arrows {
  const at = trace.columnOf('dW')
  const newest = course ? 1 - beta : 1
  const last: Arrow[] = []
  const older: [number, number] = [0, 0]
  const sum: [number, number] = [0, 0]
  for (let k = 0; k < step; k++) {
    const row = trace.rowAt(step - k)
    const weight = newest * beta ** k
    const x = -weight * trace.rows[row * trace.width + at]
    const y = -weight * trace.rows[row * trace.width + at + 1]
    sum[0] += x
    sum[1] += y
    if (k < most) last.unshift([x, y])
    else {
      older[0] += x
      older[1] += y
    }
  }
  return { last, older, sum }
}

/** The total length of the arrows along an axis, and the net distance of their chain. */
export function reachOf({ last }: Arrows, axis: 0 | 1): { readonly length: number; readonly reach: number } {
  return {
    length: last.reduce((total, arrow) => total + Math.abs(arrow[axis]), 0),
    reach: Math.abs(last.reduce((total, arrow) => total + arrow[axis], 0)),
  }
}

/** Returns the corners of the chain, from the start of the oldest arrow to −V's tip. `older` comes first. */
export function chainOf({ last, older }: Arrows): readonly Arrow[] {
  const corners: Arrow[] = [[0, 0], older]
  for (const [x, y] of last) {
    const [fromX, fromY] = corners.at(-1)!
    corners.push([fromX + x, fromY + y])
  }
  return corners
}

/** Equal units on both axes: returns domains for a frame of this size that show all points, with padding. */
export function equalDomains(
  points: readonly Arrow[],
  width: number,
  height: number,
): readonly [x: readonly [number, number], y: readonly [number, number]] {
  const range = (axis: 0 | 1): [number, number] => {
    const values = points.map((point) => point[axis])
    return [Math.min(...values), Math.max(...values)]
  }
  const [x, y] = [range(0), range(1)]
  const unit = 1.25 * Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height, 1e-12)
  const around = ([low, high]: [number, number], pixels: number): readonly [number, number] => [
    (low + high - unit * pixels) / 2,
    (low + high + unit * pixels) / 2,
  ]
  return [around(x, width), around(y, height)]
}
