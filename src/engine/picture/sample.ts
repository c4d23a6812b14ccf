// Samples J on a picture's grid, one value per pixel center. The first row is the top, where y is largest.

export type View = readonly [xFrom: number, xTo: number, yFrom: number, yTo: number]

/** Fills `values` (width · height). */
export function sampleSurface(
  value: (x: number, y: number) => number,
  view: View,
  width: number,
  height: number,
  values: Float64Array,
): void {
  const [xFrom, xTo, yFrom, yTo] = view
  const dx = (xTo - xFrom) / width
  const dy = (yTo - yFrom) / height
  for (let row = 0, k = 0; row < height; row++) {
    const y = yTo - (row + 0.5) * dy
    for (let i = 0; i < width; i++, k++) values[k] = value(xFrom + (i + 0.5) * dx, y)
  }
}

/** `middle`: the range of most values, present if the lowest is so far below them that it must be a pole. */
export type Range = readonly [min: number, max: number, middle?: readonly [low: number, high: number]]

/** The lowest value counts as a pole if it is further below most values than this many times their range. */
const deep = 4

/**
 * Returns the lowest finite value, and a highest that a single extreme corner cannot raise: at most 300 times the
 * median height.
 */
export function rangeOf(values: Float64Array): Range {
  let min = Infinity
  let max = -Infinity
  for (let k = 0; k < values.length; k++) {
    const value = values[k]
    if (value < min && value > -Infinity) min = value
    if (value > max && value < Infinity) max = value
  }
  if (!(min <= max)) return [NaN, NaN]
  // An odd stride, so the sample does not stick to a few columns.
  const stride = 2 * Math.floor(values.length / 2048) + 1
  let count = 0
  for (let k = 0; k < values.length; k += stride) {
    const value = values[k]
    if (value > -Infinity && value < Infinity) sample[count++] = value
  }
  const sorted = sample.subarray(0, count).sort()
  const median = sorted[Math.floor(count / 2)]
  const highest = median > min ? Math.min(max, min + 300 * (median - min)) : max
  const [low, high] = [0.1, 0.9].map((share) => sorted[Math.floor(share * (count - 1))])
  const wide = high - low
  return low - min > deep * wide && wide > 0
    ? [min, highest, [low - wide / 4, high + wide / 4]]
    : [min, highest]
}

const sample = new Float64Array(2049)
