// Fewer points without another picture: minima and maxima over any range of a growing series from a pyramid of blocks,
// and an even choice of rows for tables that keeps the extremes.

/** Values in a block of the lowest level, and blocks in a block of the next. */
const BLOCK = 16

export interface Extent {
  min: number
  max: number
}

export interface Pyramid {
  /** How many values it has. */
  readonly length: number
  /** Adds a value at the end; NaN counts as a gap and enters no minimum. Amortized O(1). */
  push(value: number): void
  clear(): void
  /** Smallest and largest of the values from … to − 1 into `out`; false if all of them are gaps. O(log n). */
  extent(from: number, to: number, out: Extent): boolean
}

interface Level {
  min: Float64Array
  max: Float64Array
  length: number
}

const emptyLevel = (): Level => ({ min: new Float64Array(64), max: new Float64Array(64), length: 0 })

function append(level: Level, min: number, max: number): void {
  if (level.length === level.min.length) {
    const grow = (old: Float64Array): Float64Array => {
      // Fourfold: the series of a race grow in the same frames, and a frame waits for the copies.
      const wider = new Float64Array(old.length * 4)
      wider.set(old)
      return wider
    }
    // The lowest level's two arrays are one.
    const same = level.min === level.max
    level.min = grow(level.min)
    level.max = same ? level.min : grow(level.max)
  }
  level.min[level.length] = min
  level.max[level.length] = max
  level.length++
}

export function createPyramid(): Pyramid {
  const values = new Float64Array(64)
  let levels: Level[] = [{ min: values, max: values, length: 0 }]

  function fold(depth: number): void {
    // A block of `depth` is full: its extremes are one entry above.
    const { min, max, length } = levels[depth]
    let low = NaN
    let high = NaN
    for (let i = length - BLOCK; i < length; i++) {
      if (!(min[i] >= low)) low = min[i] === min[i] ? min[i] : low
      if (!(max[i] <= high)) high = max[i] === max[i] ? max[i] : high
    }
    if (levels.length === depth + 1) levels.push(emptyLevel())
    const above = levels[depth + 1]
    append(above, low, high)
    if (above.length % BLOCK === 0) fold(depth + 1)
  }

  return {
    get length() {
      return levels[0].length
    },
    push(value) {
      append(levels[0], value, value)
      if (levels[0].length % BLOCK === 0) fold(0)
    },
    clear() {
      levels = [levels[0]]
      levels[0].length = 0
    },
    extent(from, to, out) {
      let a = Math.max(0, from)
      let b = Math.min(levels[0].length, to)
      let low = Infinity
      let high = -Infinity
      const take = ({ min, max }: Level, i: number) => {
        if (min[i] < low) low = min[i]
        if (max[i] > high) high = max[i]
      }
      // From both ends inwards to whole blocks, then the same one level higher.
      for (let depth = 0; a < b; depth++) {
        const level = levels[depth]
        const top = depth === levels.length - 1
        while (a < b && (top || a % BLOCK !== 0)) take(level, a++)
        while (a < b && b % BLOCK !== 0) take(level, --b)
        a /= BLOCK
        b /= BLOCK
      }
      out.min = low
      out.max = high
      return low <= high
    },
  }
}

/**
 * At most `limit` indices out of 0 … length − 1, ascending: the ends, the smallest and the largest value, those in
 * `keep`, and otherwise evenly spaced ones.
 */
export function thinEvenly(
  length: number,
  limit: number,
  value?: (index: number) => number,
  keep: readonly number[] = [],
): number[] {
  if (length <= limit) return Array.from({ length }, (_, i) => i)
  const chosen = new Set<number>([0, length - 1])
  for (const index of keep) if (Number.isInteger(index) && index >= 0 && index < length) chosen.add(index)
  if (value) {
    let lowest = -1
    let highest = -1
    for (let i = 0; i < length; i++) {
      const v = value(i)
      if (!(v === v)) continue
      if (lowest < 0 || v < value(lowest)) lowest = i
      if (highest < 0 || v > value(highest)) highest = i
    }
    if (lowest >= 0) chosen.add(lowest).add(highest)
  }
  const even = Math.max(0, limit - chosen.size)
  for (let i = 1; i <= even; i++) chosen.add(Math.round((i * (length - 1)) / (even + 1)))
  return [...chosen].sort((a, b) => a - b)
}
