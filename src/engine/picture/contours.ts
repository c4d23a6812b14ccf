// The lines J = level as segments, by marching squares over a grid of values, for a vector export and for measuring.
// Maple, "Geometric design and space planning using the marching squares and marching cube algorithms" (2003); the two
// ambiguous squares are decided by the mean of the four corners.

export interface Contours {
  /** x₁, y₁, x₂, y₂ of each segment, in columns and rows of the grid: a value stands at whole numbers. */
  readonly segments: Float32Array
  /** The segments of level n are those from starts[n] up to starts[n + 1]. */
  readonly starts: Uint32Array
}

/** Edges of a square, top, right, bottom, left, that each of its 16 cases joins; 5 and 10 are decided apart. */
const joined: readonly (readonly number[])[] = [
  [],
  [3, 0],
  [0, 1],
  [3, 1],
  [1, 2],
  [],
  [0, 2],
  [3, 2],
  [2, 3],
  [2, 0],
  [],
  [2, 1],
  [1, 3],
  [1, 0],
  [0, 3],
  [],
]

/** `values` row by row, width · height of them. Squares with a corner that is not finite have no lines. */
export function contours(
  values: Float64Array,
  width: number,
  height: number,
  levels: ArrayLike<number>,
): Contours {
  let segments = new Float32Array(4096)
  let length = 0
  const starts = new Uint32Array(levels.length + 1)
  let level = 0
  let column = 0
  let row = 0
  let a = 0
  let b = 0
  let c = 0
  let d = 0

  function point(edge: number): void {
    if (edge === 0) segments[length++] = column + (level - a) / (b - a)
    else if (edge === 2) segments[length++] = column + (level - d) / (c - d)
    else segments[length++] = edge === 1 ? column + 1 : column
    if (edge === 1) segments[length++] = row + (level - b) / (c - b)
    else if (edge === 3) segments[length++] = row + (level - a) / (d - a)
    else segments[length++] = edge === 0 ? row : row + 1
  }
  function segment(from: number, to: number): void {
    if (length + 4 > segments.length) {
      const longer = new Float32Array(2 * segments.length)
      longer.set(segments)
      segments = longer
    }
    point(from)
    point(to)
  }

  for (let n = 0; n < levels.length; n++) {
    level = levels[n]
    starts[n] = length / 4
    for (row = 0; row < height - 1; row++) {
      for (column = 0; column < width - 1; column++) {
        const k = row * width + column
        a = values[k]
        b = values[k + 1]
        c = values[k + width + 1]
        d = values[k + width]
        const kind = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0)
        if (kind === 0 || kind === 15 || a - a + (b - b) + (c - c) + (d - d) !== 0) continue
        if (kind === 5 || kind === 10) {
          const high = 0.25 * a + 0.25 * b + 0.25 * c + 0.25 * d >= level
          if (high === (kind === 5)) {
            segment(0, 1)
            segment(2, 3)
          } else {
            segment(3, 0)
            segment(1, 2)
          }
        } else {
          segment(joined[kind][0], joined[kind][1])
        }
      }
    }
  }
  starts[levels.length] = length / 4
  return { segments: segments.slice(0, length), starts }
}
