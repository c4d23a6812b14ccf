// Codes that services write for a missing value: −9999, 999.9, 32766. Suspected only far away from the other values.

const codes = new Set([
  99, 99.9, 99.99, 999, 999.9, 999.99, 9999, 9999.9, 9999.99, 99999, 99999.9, 999999, 9999999, 32700, 32744,
  32766, 32767, 32768, 65535, 999990, 999998, 888, 8888, 88888, 2147483647, 1e20, 1e30, 1e35, 9.96921e36,
])

/** Returns the suspected codes, ascending. */
export function suspectedMissing(values: Float64Array): number[] {
  const found = new Set<number>()
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value !== value) continue
    if (codes.has(Math.abs(value))) found.add(value)
    else {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  if (low > high) return []
  const far = Math.max(1, 0.5 * (high - low))
  const isFar = (value: number): boolean =>
    value < low - far || value > high + far || (value < 0 && low >= 0 && value < low)
  return [...found].filter(isFar).sort((a, b) => a - b)
}
