// How a text is laid out: what cuts its lines into cells, where the lines before the table end, which line is the header.
// Decided from the first rows; the columns' own marks and meanings are decided from all of them (columns.ts).

import { isDate, isMissing, isNumber, plain } from './cell.ts'
import { eachRow, firstRows, maxColumns, type Cut, type Delimiter, type EachRow, type Row } from './rows.ts'

const sampleRows = 400
/** The lines before a table are looked for here. */
const mostPreamble = 80

export interface Layout {
  readonly cut: Cut
  readonly width: number
  /** The header's names, or empty texts. */
  readonly names: readonly string[]
  readonly headed: boolean
  /** Lines up to here are no data. */
  readonly lastHeadLine: number
  /** How many rows stand before the header. */
  readonly before: number
}

/** A number, a date, nothing, or a word without digits: what a cell holds when its line was cut in the right places. */
const isClean = (cell: string): boolean => !/\d/.test(cell) || isNumber(cell) || isDate(cell)

interface Score {
  readonly cut: Cut
  readonly agreeing: number
  readonly clean: number
}

function scoreOf(text: string, cut: Delimiter): Score | undefined {
  const rows = firstRows((visit) => eachRow(text, cut, visit), sampleRows)
  // A quotation mark that is never closed in the first line: the delimiter is not to blame.
  if (rows.length === 0) return { cut, agreeing: 1, clean: 1 }
  const { width, count } = commonWidth(rows)
  if (width < 2) return undefined
  let clean = 0
  let cells = 0
  for (const row of rows) {
    if (row.cells.length !== width) continue
    for (const cell of row.cells.slice(0, 30)) {
      cells++
      if (isClean(cell)) clean++
    }
  }
  return { cut, agreeing: count, clean: clean / cells }
}

function commonWidth(rows: readonly Row[]): { width: number; count: number } {
  const counts = new Map<number, number>()
  for (const { cells } of rows)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let [width, count] = [1, 0]
  for (const [cells, times] of counts) if (times > count) [width, count] = [cells, times]
  return { width, count }
}

/** The delimiter that cuts most lines alike and leaves whole cells; `none` where each line is one value. */
export function recognizedCut(text: string): Cut {
  const scores: Score[] = []
  for (const cut of ['\t', ';', '|', ',', '；', '，', '、', ' '] as const) {
    const score = text.includes(cut) ? scoreOf(text, cut) : undefined
    if (score) scores.push(score)
  }
  if (scores.length === 0) return 'none'
  if (isOneColumn(firstLines(text), scores)) return 'none'
  const worth = ({ agreeing, clean }: Score): number => agreeing * clean * clean
  const most = Math.max(...scores.map(worth))
  return scores.find((score) => worth(score) >= 0.96 * most)!.cut
}

/** The first lines as they stand, quotation marks and all. */
function firstLines(text: string): string[] {
  const start = text.slice(0, 200 * sampleRows)
  const lines = start.split(/\r\n|\r|\n/)
  // The last one is cut; a very long one is no number, whole or cut.
  if (start.length < text.length && lines[lines.length - 1].length < 2000) lines.pop()
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, sampleRows)
}

/** `12,5` or `1.234,5` or `1 234,5` a line: the comma and the space belong to the number. */
function isOneColumn(cells: readonly string[], scores: readonly Score[]): boolean {
  if (scores.some(({ cut }) => cut !== ',' && cut !== ' ' && cut !== '，')) return false
  const values = cells.filter((cell) => isNumber(cell))
  const others = cells.filter((cell) => !isNumber(cell) && !isMissing(cell))
  // A header, and perhaps a line that is no number.
  if (values.length === 0 || others.some((cell) => /[,，]/.test(cell) && /\d/.test(cell))) return false
  if (others.length > Math.max(1, 0.1 * values.length) || /[,，]/.test(others[0] ?? '')) return false
  const commas = values.filter((cell) => /[,，]/.test(cell))
  if (commas.length > 0) return commas.some((cell) => / /.test(cell) || isNot(cell)) || !countsUp(commas)
  // Numbers without a space or a comma: whatever the header has.
  if (values.every((cell) => !/[ ,，]/.test(cell))) return true
  // A unit after a space.
  if (values.every((cell) => /[^\d\s.,+-]/.test(cell))) return true
  // Groups of a thousand with spaces: not every line has as many.
  return new Set(values.map((cell) => cell.split(' ').length)).size > 1 && values.every(hasGroups)
}

/** A comma that cannot cut two whole numbers. */
const isNot = (cell: string): boolean => /[.'’].*,|,.*\./.test(cell)
const hasGroups = (cell: string): boolean => !/ /.test(cell) || /^[+-]?\d{1,3}( \d{3})+\D*$/.test(cell)

/** `1,12` `2,13` `3,11`: the first number only counts the lines, from 0 or 1 or for long. */
function countsUp(cells: readonly string[]): boolean {
  const firsts = cells.map((cell) => Number(plain(cell).split(',')[0]))
  const enough = firsts[0] <= 1 ? 3 : 8
  return firsts.length >= enough && firsts.every((value, i) => i === 0 || value === firsts[i - 1] + 1)
}

/** A name of a month alone is a name. */
const holdsValue = (cell: string): boolean => isNumber(cell) || (/\d/.test(cell) && isDate(cell))
const isUnit = (cell: string): boolean =>
  cell === '' || /^[([]?\s*(?:[°º˚]?\s?[CFK]|℃|℉|%|mm|cm|m|hpa|kpa|m\/s|km\/h|-)\s*[)\]]?$/i.test(cell)

/** Only words, and enough of them. */
function isHeader({ cells }: Row, width: number): boolean {
  const words = cells.filter((cell) => !isMissing(cell) || /^[mtx]$/i.test(cell))
  return words.length > 0 && 2 * words.length >= Math.min(width, cells.length) && !words.some(holdsValue)
}

/** Names of a year or a depth are numbers: a first line is a header, too, when most of it is words over numbers. */
function isMixedHeader(row: Row, next: Row | undefined, width: number): boolean {
  if (!next || row.cells.length !== width || width < 3 || next.cells.length !== width) return false
  const words = row.cells.filter((cell) => !isMissing(cell) && !holdsValue(cell)).length
  const over = row.cells.filter((cell, i) => !holdsValue(cell) && !isMissing(cell) && isNumber(next.cells[i]))
  return 2 * words > width && over.length > 0
}

/** A comment may hold the header: `# date tmax`. */
function uncommented(row: Row): Row {
  const cells = row.cells[0].startsWith('#')
    ? [row.cells[0].replace(/^#+\s*/, ''), ...row.cells.slice(1)]
    : row.cells
  return { ...row, cells: cells[0] === '' ? cells.slice(1) : cells }
}

function headerCells(row: Row, width: number): string[] | undefined {
  const { cells } = row.cells[0].startsWith('#') ? uncommented(row) : row
  if (cells.length === width) return cells
  // R and pandas leave the index without a name.
  if (cells.length === width - 1 && width > 1) return ['', ...cells]
  // A delimiter at the end of every line but the first, or of the first alone.
  if (cells.length === width + 1 && cells[width] === '') return cells.slice(0, width)
  return undefined
}

/** Where the table begins in a text that is cut that way. */
export function layoutOf(each: EachRow, cut: Cut): Layout | 'tooManyColumns' {
  const rows = firstRows(each, sampleRows)
  if (rows.some(({ cells }) => cells.length > maxColumns)) return 'tooManyColumns'
  const common = commonWidth(rows)
  // A few lines with a comma in them do not make a column of numbers a table.
  const single = rows.filter(({ cells }) => cells.length === 1 && isNumber(cells[0])).length
  const width = single > common.count ? 1 : common.width
  let head = -1
  let first = rows.findIndex((row) => row.cells.length >= width && row.cells.some(holdsValue))
  if (first < 0) first = rows.length
  head = headBefore(rows, first, width)
  if (head < 0 && rows.length > 1 && isMixedHeader(rows[0], rows[1], width)) head = 0
  // Another table below a few lines of another kind: the longer one is the data.
  for (let i = Math.max(head, 0) + 1; i < Math.min(rows.length, mostPreamble); i++) {
    if (!rows[i].afterBlank || !headerCells(rows[i], width) || !isHeader(rows[i], width)) continue
    if (i - Math.max(head, 0) < rows.length - i) head = i
  }
  if (head < 0) {
    const before = Math.min(first, rows.length)
    const lastHeadLine = before > 0 && before < rows.length ? rows[before - 1].line : 0
    return {
      cut,
      width,
      names: blanks(width),
      headed: false,
      lastHeadLine,
      before: lastHeadLine ? before : 0,
    }
  }
  const names = headerCells(rows[head], width) ?? blanks(width)
  const after = rows[head + 1]
  const units = after && after.cells.length === width && after.cells.every(isUnit) && width > 1
  return {
    cut,
    width,
    names,
    headed: true,
    lastHeadLine: (units ? after : rows[head]).line,
    before: head,
  }
}

const blanks = (width: number): string[] => Array.from({ length: width }, () => '')

/** The header of the row `first`: the nearest row of words above it, over rows in which everything is missing. */
function headBefore(rows: readonly Row[], first: number, width: number): number {
  for (let i = Math.min(first, rows.length) - 1; i >= 0; i--) {
    if (rows[i].cells.every(isMissing) && !isHeader(rows[i], width)) continue
    if (!headerCells(rows[i], width) || !isHeader(uncommented(rows[i]), width)) continue
    // A line of units stands below the names.
    if (width > 1 && rows[i].cells.every(isUnit) && i > 0 && headerCells(rows[i - 1], width)) return i - 1
    return i
  }
  return -1
}

/** Whether a single line of numbers is a list, not one row of a table. */
export function isLineOfNumbers(rows: readonly Row[]): boolean {
  const width = rows.length === 1 ? rows[0].cells.length : 0
  if (width < 2 || width > maxColumns) return false
  const numbers = rows[0].cells.filter((cell) => isNumber(cell)).length
  return numbers > 1 && 2 * numbers > rows[0].cells.length
}
