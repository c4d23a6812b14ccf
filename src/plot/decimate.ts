// Reduces points without changing the picture: minima and maxima over any range of a growing series, from a pyramid of
// blocks, and an even selection of table rows that keeps the extremes.

/** Values per block of the lowest level, and blocks per block of the next. */
const BLOCK = 16

export interface Extent {
  min: number
  max: number
}

export interface Pyramid {
  /** The number of values learned so far. */
  readonly length: number
  /** Reads the values up to `to`. NaN counts as a gap. Amortized O(1) per value. */
  learn(to: number): void
  clear(): void
  /** Writes the smallest and largest of the values from … to − 1 to `out`. Returns false if all are gaps. O(log n). */
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
      // Grow fourfold: the series of a race grow in the same frames, and copying delays the frame.
      const wider = new Float64Array(old.length * 4)
      wider.set(old)
      return wider
    }
    level.min = grow(level.min)
    level.max = grow(level.max)
  }
  level.min[level.length] = min
  level.max[level.length] = max
  level.length++
}

/** Creates a pyramid over values that are read in place and must not change once learned. */
export function createPyramid(value: (index: number) => number): Pyramid {
  let known = 0
  let levels: Level[] = []
  let low = Infinity
  let high = -Infinity

  const take = (min: number, max: number): void => {
    if (min < low) low = min
    if (max > high) high = max
  }

  const look = (index: number): void => {
    const one = value(index)
    take(one, one)
  }

  /** When a block of the lower level is full, its extremes become an entry of this level. A block of gaps has none. */
  function fold(depth: number, min: number, max: number): void {
    const level = (levels[depth] ??= emptyLevel())
    append(level, min, max)
    if (level.length % BLOCK !== 0) return
    low = Infinity
    high = -Infinity
    for (let i = level.length - BLOCK; i < level.length; i++) take(level.min[i], level.max[i])
    fold(depth + 1, low, high)
  }

  return {
    get length() {
      return known
    },
    learn(to) {
      known = Math.max(known, to)
      const whole = Math.floor(known / BLOCK)
      for (let block = levels[0]?.length ?? 0; block < whole; block++) {
        low = Infinity
        high = -Infinity
        for (let i = block * BLOCK; i < (block + 1) * BLOCK; i++) look(i)
        fold(0, low, high)
      }
    },
    clear() {
      levels = []
      known = 0
    },
    extent(from, to, out) {
      low = Infinity
      high = -Infinity
      let a = Math.max(0, from)
      let b = Math.min(known, to)
      while (a < b && a % BLOCK !== 0) look(a++)
      while (a < b && b % BLOCK !== 0) look(--b)
      // Go from both ends inwards to whole blocks, then repeat one level higher.
      for (let depth = 0; a < b; depth++) {
        a /= BLOCK
        b /= BLOCK
        const level = levels[depth]
        const top = depth === levels.length - 1
        while (a < b && (top || a % BLOCK !== 0)) {
          take(level.min[a], level.max[a])
          a++
        }
        while (a < b && b % BLOCK !== 0) {
          b--
          take(level.min[b], level.max[b])
        }
      }
      out.min = low
      out.max = high
      return low <= high
    },
  }
}

/**
 * Returns at most `limit` indices out of 0 … length − 1, ascending: the ends, the smallest and the largest value, those
 * in `keep`, and otherwise evenly spaced ones.
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
