// Finds the header row of a table. The lines above it, units below it and rules in between are not data.

import { isDate, isMissing, isNumber } from './cell.ts'
import { nameSays } from './names.ts'
import type { Row } from './rows.ts'

/** The number of lines searched for a table's beginning. */
const mostPreamble = 80

export interface Head {
  /** The header's names, or empty texts. */
  readonly names: readonly string[]
  readonly headed: boolean
  /** The number of leading rows that are not data. */
  readonly headRows: number
  /** How many of them precede the header. */
  readonly before: number
}

/** A bare month name is a name. */
const holdsValue = (cell: string): boolean => isNumber(cell) || (/\d/.test(cell) && isDate(cell))
const units = [
  '[°º˚]?\\s?[CFK]|℃|℉|deg(?:ree)?s?\\.? ?[CFK]?|celsius|fahrenheit|kelvin|unitless|none|-+',
  '%|mm(?:/(?:day|d|h|hr))?|cm|k?m|in|inch(?:es)?|ft|[hk]?pa|mb|mbar|bar|m/s|km/h|mph|kts?|knots?|m?v|volts?',
  'w/m[²2]|mj/m[²2]|j/cm[²2]|[µμu]g/m[³3]|pp[mb]|k?g|[km]?wh?|h|hr|hours?|min|s|sec|days?|utc|gmt|ts|rn|avg|smp|max|tot',
  'yyyy[-/.]?mm.*|dd[-/.]mm.*|mm/dd.*|hh:mm.*|dbl|chr|date|int|lgl|fct|dttm|text|string|double|float|integer|number|long|boolean|毫米|百帕',
].join('|')
const unit = new RegExp(`^[([<{]?\\s*(?:${units})\\s*[)\\]>}]?$`, 'i')
const isUnit = (cell: string): boolean => cell === '' || unit.test(cell)

/** `|---|---:|` and `+-----+`: rules, not data. */
export function isRule({ cells }: Row): boolean {
  const code = cells[0].charCodeAt(0)
  // A fast path: nearly every row of nearly every file begins with a digit or a letter.
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 122 && code !== 94 && code !== 95)) return false
  let drawn = 0
  for (const cell of cells)
    if (cell !== '') {
      if (!/^[-=+:|_~─━═┄┬┼┴├┤┌┐└┘│╪╞╡]+$/.test(cell)) return false
      drawn = Math.max(drawn, cell.length)
    }
  return drawn > (cells.length > 1 ? 2 : 4)
}

/** Only words, and enough of them. */
function isHeader(row: Row, width: number): boolean {
  const { cells } = row
  const words = cells.filter((cell) => !isMissing(cell) || /^[mtx]$/i.test(cell))
  return (
    words.length > 0 &&
    2 * words.length >= Math.min(width, cells.length) &&
    !words.some(holdsValue) &&
    !isRule(row)
  )
}

/** Years or depths as names are numbers. A row is a header, too, if some of its words are above numbers. */
function isMixedHeader(row: Row, next: Row | undefined, width: number): boolean {
  if (!next || row.cells.length !== width || width < 3 || next.cells.length !== width) return false
  const words = row.cells.filter((cell) => !isMissing(cell) && !holdsValue(cell)).length
  const over = row.cells.some((cell, i) => !holdsValue(cell) && !isMissing(cell) && isNumber(next.cells[i]))
  if (over && 2 * words > width) return true
  // 0, 1, 2 over unnamed columns, or years.
  const numbers = row.cells.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number)
  const steady = numbers.length > 1 && numbers.every((x, i) => i === 0 || x === numbers[i - 1] + 1)
  const years = numbers[0] >= 1500 && numbers.length > 2 && next.cells.some((cell) => !holdsValue(cell))
  const below = next.cells.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number)
  const overDate = row.cells.some((cell, i) => !holdsValue(cell) && !isMissing(cell) && isDate(next.cells[i]))
  const hours = overDate && numbers.length > 2 && numbers.length + words === width
  return words > 0 && steady && (over || hours || (years && below[0] !== numbers[0]))
}

/** A comment may contain the header: `# date tmax`. */
function uncommented(row: Row): Row {
  const cells = row.cells[0].startsWith('#')
    ? [row.cells[0].replace(/^#+\s*/, ''), ...row.cells.slice(1)]
    : row.cells
  return { ...row, cells: cells[0] === '' ? cells.slice(1) : cells }
}

interface Shape {
  readonly width: number
  /** Every row ends with a delimiter. */
  readonly endsEmpty: boolean
  readonly firstIsDate: boolean
  readonly secondIsDate: boolean
  /** The first column may be an index: its values differ, and may be 0, 1, 2, … or words. */
  readonly firstDiffers: boolean
  readonly firstCounts: boolean
}

function shapeOf(rows: readonly Row[], width: number): Shape {
  const whole = rows.filter(({ cells }) => cells.length === width)
  const dates = whole.filter(({ cells }) => isDate(cells[0])).length
  return {
    width,
    endsEmpty: width > 1 && whole.every(({ cells }) => cells[width - 1] === ''),
    firstIsDate: 2 * dates > whole.length,
    secondIsDate: 2 * whole.filter(({ cells }) => isDate(cells[1] ?? '')).length > whole.length,
    firstDiffers: new Set(whole.map(({ cells }) => cells[0])).size === whole.length,
    firstCounts: whole.every(
      ({ cells }, i) => i === 0 || Number(cells[0]) === Number(whole[i - 1].cells[0]) + 1,
    ),
  }
}

function headerCells(row: Row, shape: Shape): string[] | undefined {
  const { width, endsEmpty, firstIsDate, secondIsDate, firstDiffers, firstCounts } = shape
  const { cells } = row.cells[0].startsWith('#') ? uncommented(row) : row
  if (cells.length === width) return cells
  if (cells.length === width - 1 && width > 1) {
    if (endsEmpty) return [...cells, '']
    // A printed series names only its index. R and pandas leave the index without a name.
    if (width === 2 && firstIsDate && /^(?:date|time|day|month|year)/i.test(cells[0])) return [cells[0], '']
    const isDated = ['date', 'datePart', 'id'].includes(String(nameSays(cells[0])))
    // A final text that contains a space has two cells, and no name for the second one.
    return firstDiffers && (firstCounts || secondIsDate || !isDated) ? ['', ...cells] : [...cells, '']
  }
  // A delimiter at the end of the first line only.
  if (cells.length === width + 1 && cells[width] === '') return cells.slice(0, width)
  return undefined
}

/** Returns the first row with values where data rows have them. */
function firstData(rows: readonly Row[], width: number): number {
  const held = Array.from({ length: width }, () => 0)
  const filled = Array.from({ length: width }, () => 0)
  for (const { cells } of rows) {
    if (cells.length !== width) continue
    for (let i = 0; i < width; i++) {
      if (isMissing(cells[i])) continue
      filled[i]++
      if (holdsValue(cells[i])) held[i]++
    }
  }
  const found = rows.findIndex(({ cells }) => {
    if (cells.length < width || cells[0].startsWith('#')) return false
    let [values, others] = [0, 0]
    for (let i = 0; i < width; i++) {
      if (3 * held[i] < filled[i] || isMissing(cells[i])) continue
      if (holdsValue(cells[i])) values++
      else others++
    }
    return values > 0 && values >= others
  })
  if (found >= 0) return found
  const any = rows.findIndex(({ cells }) => cells.length >= width && cells.some(holdsValue))
  return any < 0 ? rows.length : any
}

const blanks = (width: number): string[] => Array.from({ length: width }, () => '')

/** scikit-learn's own files begin with the numbers of rows and columns and the class names. */
const isCount = ([{ cells }, next]: readonly Row[], width: number): boolean =>
  width > 1 &&
  cells.length > 3 &&
  next.cells.every(isNumber) &&
  /^\d+$/.test(cells[0]) &&
  cells[1] === String(width - 1) &&
  cells.slice(2).every((cell) => cell !== '' && !holdsValue(cell))

/** Finds the table's header in the first rows of a text. */
export function headOf(rows: readonly Row[], width: number): Head {
  if (rows.length > 1 && isCount(rows, width))
    return { names: blanks(width), headed: true, headRows: 1, before: 0 }
  const shape = shapeOf(rows, width)
  const first = firstData(rows, width)
  let head = headBefore(rows, first, shape)
  if (first < rows.length && isMixedHeader(rows[first], rows[first + 1], width)) head = first
  // If another table follows a few lines of a different kind, the longer one is the data.
  for (let i = Math.max(head, 0) + 1; i < Math.min(rows.length, mostPreamble); i++) {
    if (!rows[i].afterBlank || !headerCells(rows[i], shape) || !isHeader(rows[i], width)) continue
    // If every row is followed by a blank line, blank lines mean nothing.
    if (rows[i - 1].afterBlank && rows[i + 1]?.afterBlank) continue
    if (2 * (i - Math.max(head, 0)) <= rows.length - i) head = i
  }
  if (head < 0) {
    const before = first < rows.length ? first : 0
    return { names: blanks(width), headed: false, headRows: before, before }
  }
  const top = head === first ? head : topOf(rows, head, shape)
  const after = rows[head + 1]
  const hasUnits = after && width > 1 && after.cells.length <= width && after.cells.every(isUnit)
  return {
    names: namesOf(rows, top, head, shape),
    headed: true,
    headRows: head + (hasUnits ? 2 : 1),
    before: top,
  }
}

/**
 * Returns the header of row `first`: the nearest row of words above it, skipping rows in which everything is missing.
 */
function headBefore(rows: readonly Row[], first: number, shape: Shape): number {
  const { width } = shape
  for (let i = Math.min(first, rows.length) - 1; i >= 0; i--) {
    if (rows[i].cells.every(isMissing) && !isHeader(rows[i], width)) continue
    if (headerCells(rows[i], shape) && isHeader(uncommented(rows[i]), width)) return i
  }
  return -1
}

/** The names may be above a line of units, of types, or of labels that distinguish columns of one name. */
function topOf(rows: readonly Row[], head: number, shape: Shape): number {
  let top = head
  while (top > 0) {
    let over = top - 1
    // A line between names and units may have words in a few columns only.
    while (over > 0 && isSparse(rows[over], shape.width)) over--
    const above = rows[over]
    const names = headerCells(above, shape)
    if (!names || !isHeader(uncommented(above), shape.width)) break
    const cells = headerCells(rows[top], shape) ?? []
    const said = cells.filter((cell) => cell !== '')
    const ofUnits = 2 * said.filter(isUnit).length > said.length
    const hasGaps = cells.some((cell, i) => i > 0 && cell === '' && names[i] !== '')
    if (!ofUnits && !hasGaps) break
    top = over
  }
  return top
}

/** Words, but fewer than a header has. */
const isSparse = (row: Row, width: number): boolean =>
  row.cells.length === width &&
  !isHeader(row, width) &&
  row.cells.some((cell) => cell !== '') &&
  !row.cells.some(holdsValue)

/** The header's names. The line below distinguishes equal names, else the line above. */
function namesOf(rows: readonly Row[], top: number, head: number, shape: Shape): string[] {
  const names = headerCells(rows[top], shape) ?? blanks(shape.width)
  const isTwice = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name)
  if (top < head) {
    const below = headerCells(rows[head], shape) ?? []
    return names.map((name, i) => (below[i] && isTwice(name) ? `${name} ${below[i]}`.trim() : name))
  }
  const above = top > 0 ? rows[top - 1] : undefined
  const fits = above?.cells.length === shape.width && !above.cells.some(holdsValue) && !isRule(above)
  return fits && names.some((name) => name !== '' && isTwice(name))
    ? names.map((name, i) => `${above.cells[i]} ${name}`.trim())
    : names
}

/** The header of another table: only words, after a blank line. */
export function beginsTable({ cells, afterBlank }: Row): boolean {
  if (!afterBlank || cells.length < 2 || holdsValue(cells[0])) return false
  return new Set(cells).size === cells.length && !cells.some((cell) => isMissing(cell) || holdsValue(cell))
}
