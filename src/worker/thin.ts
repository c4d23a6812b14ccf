// Thins a curve for the screen, always after smoothing: each pixel column keeps its lowest and highest point in order,
// so no spike is lost and no average changes. t counts from 1.

/**
 * Returns the points (t, value) of days `from` … `to`, t from 1: at most two for each of `columns` pixel columns, and
 * both ends.
 */
export function thin(values: Float64Array, from: number, to: number, columns: number): Float64Array {
  const first = Math.max(1, Math.floor(from))
  const last = Math.min(values.length, Math.ceil(to))
  const days = last - first + 1
  if (days <= 0) return new Float64Array(0)
  if (days <= 2 * columns) {
    const all = new Float64Array(2 * days)
    for (let i = 0; i < days; i++) {
      all[2 * i] = first + i
      all[2 * i + 1] = values[first - 1 + i]
    }
    return all
  }
  const points = new Float64Array(4 * columns + 4)
  let length = 0
  const add = (t: number): void => {
    if (length > 0 && points[length - 2] === t) return
    points[length++] = t
    points[length++] = values[t - 1]
  }
  add(first)
  for (let column = 0; column < columns; column++) {
    const start = first + Math.floor((column * days) / columns)
    const end = first + Math.floor(((column + 1) * days) / columns)
    let low = start
    let high = start
    let lowest = values[start - 1]
    let highest = lowest
    for (let t = start + 1; t < end; t++) {
      const value = values[t - 1]
      if (value < lowest) {
        lowest = value
        low = t
      } else if (value > highest) {
        highest = value
        high = t
      }
    }
    add(Math.min(low, high))
    add(Math.max(low, high))
  }
  add(last)
  return points.slice(0, length)
}
