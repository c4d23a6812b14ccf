// How a text is laid out: what cuts its lines into cells, where its table begins. Decided from the first rows; the columns'
// own marks and meanings are decided from all of them (columns.ts).

import { isDate, isMissing, isNumber, plain } from './cell.ts'
import { headOf, type Head } from './header.ts'
import { eachRow, firstRows, maxColumns, type Cut, type Delimiter, type EachRow, type Row } from './rows.ts'

const sampleRows = 400

export interface Layout extends Head {
  readonly cut: Cut
  readonly width: number
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

/** How many cells most rows have; of as many rows those with numbers count more. */
function commonWidth(rows: readonly Row[]): { width: number; count: number } {
  const counts = new Map<number, { rows: number; numeric: number }>()
  for (const { cells } of rows) {
    if (cells.length < 2 || /^[#%]/.test(cells[0])) continue
    const count = counts.get(cells.length) ?? { rows: 0, numeric: 0 }
    count.rows++
    if (cells.some(isNumber)) count.numeric++
    counts.set(cells.length, count)
  }
  let [width, most] = [1, { rows: 0, numeric: 0 }]
  for (const [cells, count] of counts)
    if (count.rows > most.rows || (count.rows === most.rows && count.numeric > most.numeric))
      [width, most] = [cells, count]
  return { width, count: most.rows }
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

/** Where the table begins in a text that is cut that way. */
export function layoutOf(each: EachRow, cut: Cut): Layout | 'tooManyColumns' {
  const rows = firstRows(each, sampleRows)
  if (rows.some(({ cells }) => cells.length > maxColumns)) return 'tooManyColumns'
  const common = commonWidth(rows)
  // A few lines with a comma in them do not make a column of numbers a table.
  const single = rows.filter(({ cells }) => cells.length === 1 && isNumber(cells[0])).length
  const width = single > common.count ? 1 : common.width
  return { cut, width, ...headOf(rows, width) }
}

/** Whether a single line of numbers is a list, not one row of a table. */
export function isLineOfNumbers(rows: readonly Row[]): boolean {
  const width = rows.length === 1 ? rows[0].cells.length : 0
  if (width < 2 || width > maxColumns) return false
  const numbers = rows[0].cells.filter((cell) => isNumber(cell)).length
  return numbers > 1 && 2 * numbers > rows[0].cells.length
}
