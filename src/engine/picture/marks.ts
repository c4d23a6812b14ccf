// Places the labels of the lines J = level: along a ray down from the lowest place (or up if there is more room), where
// it meets the lines, with a minimum distance, powers of ten first.

import type { Levels } from './levels.ts'

export interface LevelMark {
  /** Index into the levels. */
  readonly level: number
  readonly value: number
  readonly strong: boolean
  /** Center of the label, in pixels of the picture. */
  readonly column: number
  readonly row: number
  /** Half of the gap in the line, horizontally and vertically. */
  readonly reach: number
  readonly tall: number
}

/** Columns to the right per row down. A slanted column of labels is easier to read. */
const slant = 0.45

/** Approximate number of letters in a level's label, such as "J 100" or "50". */
function lettersOf(value: number, strong: boolean): number {
  const text = String(Number(value.toPrecision(3)))
  return Math.min(text.length, 6) + (strong ? 2 : 0)
}

export function placeMarks(
  grid: Float64Array,
  width: number,
  height: number,
  { values, strong }: Levels,
  { letter = 0, lowest }: { readonly letter?: number; readonly lowest?: readonly [number, number] },
): LevelMark[] {
  if (!(letter > 0) || values.length === 0) return []
  const [c, r] = lowest ?? lowestOf(grid, width, height)
  const startColumn = Math.min(Math.max(c, 0), width - 1)
  const startRow = Math.min(Math.max(r, 0), height - 1)
  const down = startRow < 0.72 * height ? 1 : -1
  const right = startColumn < 0.7 * width ? slant : -slant
  const crossed: LevelMark[] = []
  let band = -1
  for (let step = 0; ; step++) {
    const row = Math.round(startRow + down * step)
    const column = Math.round(startColumn + right * step)
    if (row < 0 || row >= height || column < 0 || column >= width) break
    const f = grid[row * width + column]
    if (f - f !== 0) break
    let now = 0
    while (now < values.length && values[now] <= f) now++
    if (band >= 0 && now > band) {
      const level = now - 1
      const bold = strong[level] === 1
      const reach = 0.5 * letter * lettersOf(values[level], bold) + 0.6 * letter
      crossed.push({ level, value: values[level], strong: bold, column, row, reach, tall: 1.1 * letter })
    }
    band = now
  }
  const kept: LevelMark[] = []
  for (const strongOnes of [true, false])
    for (const mark of crossed) {
      if (mark.strong !== strongOnes) continue
      const { column, row, reach, tall } = mark
      const inside =
        column > reach + letter &&
        column < width - reach - letter &&
        // Stay clear of the axis numbers.
        row > 3 * tall &&
        row < height - 4 * tall
      // Let no other line run through the label.
      const at = crossed.indexOf(mark)
      const room = [crossed[at - 1], crossed[at + 1]].every(
        (line) => !line || Math.abs(line.row - row) > 1.15 * letter,
      )
      const free = kept.every(
        (other) =>
          Math.abs(other.row - row) > 2.1 * letter || Math.abs(other.column - column) > other.reach + reach,
      )
      if (inside && room && free) kept.push(mark)
    }
  return kept.sort((a, b) => a.level - b.level)
}

function lowestOf(grid: Float64Array, width: number, height: number): readonly [number, number] {
  let at = 0
  for (let k = 0; k < width * height; k++) if (grid[k] < grid[at]) at = k
  return [at % width, Math.floor(at / width)]
}
