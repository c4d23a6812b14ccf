// The lines J = level as segments, by marching squares over a grid of values, for vector export and for measuring.
// Maple, "Geometric design and space planning using the marching squares and marching cube algorithms" (2003). The mean
// of the four corners decides the two ambiguous squares.

export interface Contours {
  /** x₁, y₁, x₂, y₂ of each segment, in columns and rows of the grid. Values are at integers. */
  readonly segments: Float32Array
  /** The segments of level n are those from starts[n] up to starts[n + 1]. */
  readonly starts: Uint32Array
}

/**
 * The edges (top, right, bottom, left) that each of a square's 16 cases joins. Cases 5 and 10 are decided separately.
 */
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

/** A growing list of segments. */
class Pen {
  segments = new Float32Array(4096)
  length = 0

  /**
   * Adds the line between two edges of the square with top left corner a at (column, row). b, c, d follow clockwise.
   */
  line(
    from: number,
    to: number,
    column: number,
    row: number,
    a: number,
    b: number,
    c: number,
    d: number,
    level: number,
  ): void {
    if (this.length + 4 > this.segments.length) {
      const longer = new Float32Array(2 * this.segments.length)
      longer.set(this.segments)
      this.segments = longer
    }
    for (let end = 0; end < 2; end++) {
      const edge = end === 0 ? from : to
      let x = edge === 1 ? 1 : 0
      let y = edge === 2 ? 1 : 0
      if (edge === 0) x = (level - a) / (b - a)
      else if (edge === 1) y = (level - b) / (c - b)
      else if (edge === 2) x = (level - d) / (c - d)
      else y = (level - a) / (d - a)
      this.segments[this.length++] = column + x
      this.segments[this.length++] = row + y
    }
  }
}

/** `values` has width · height entries, row by row. Squares with a corner that is not finite have no lines. */
export function contours(
  values: Float64Array,
  width: number,
  height: number,
  levels: ArrayLike<number>,
): Contours {
  const pen = new Pen()
  const starts = new Uint32Array(levels.length + 1)
  for (let n = 0; n < levels.length; n++) {
    const level = levels[n]
    starts[n] = pen.length / 4
    for (let row = 0; row < height - 1; row++) {
      for (let column = 0; column < width - 1; column++) {
        const k = row * width + column
        const a = values[k]
        const b = values[k + 1]
        const c = values[k + width + 1]
        const d = values[k + width]
        const kind = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0)
        if (kind === 0 || kind === 15 || a - a + (b - b) + (c - c) + (d - d) !== 0) continue
        if (kind === 5 || kind === 10) {
          const high = 0.25 * a + 0.25 * b + 0.25 * c + 0.25 * d >= level
          const cutsTopRight = high === (kind === 5)
          pen.line(cutsTopRight ? 0 : 3, cutsTopRight ? 1 : 0, column, row, a, b, c, d, level)
          pen.line(cutsTopRight ? 2 : 1, cutsTopRight ? 3 : 2, column, row, a, b, c, d, level)
        } else {
          pen.line(joined[kind][0], joined[kind][1], column, row, a, b, c, d, level)
        }
      }
    }
  }
  starts[levels.length] = pen.length / 4
  return { segments: pen.segments.slice(0, pen.length), starts }
}
