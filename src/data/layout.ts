// Determines a text's layout from its first rows: the delimiter, and where the table begins. The marks and kinds of the
// columns are decided from all rows (columns.ts).

import { isDate, isMissing, isNumber, plain } from './cell.ts'
import { headOf, type Head } from './header.ts'
import { eachRow, firstRows, maxColumns, type Cut, type Delimiter, type EachRow, type Row } from './rows.ts'

const sampleRows = 400

export interface Layout extends Head {
  readonly cut: Cut
  readonly width: number
}

/** A number, a date, nothing, or a word without digits: what a correctly cut cell holds. */
const isClean = (cell: string): boolean => !/\d/.test(cell) || isNumber(cell) || isDate(cell)

interface Score {
  readonly cut: Cut
  readonly agreeing: number
  readonly clean: number
}

function scoreOf(text: string, cut: Delimiter): Score | undefined {
  const rows = firstRows((visit) => eachRow(text, cut, visit), sampleRows)
  // The first line has an unclosed quotation mark, so the delimiter is not to blame.
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

/** Returns the most common number of cells. On a tie, rows with numbers win. */
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

/** Returns the delimiter that cuts most lines alike into whole cells, or `none` if each line is one value. */
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

/** Returns the first lines unchanged, including quotation marks. */
function firstLines(text: string): string[] {
  const start = text.slice(0, 200 * sampleRows)
  const lines = start.split(/\r\n|\r|\n/)
  // The last line is incomplete. A very long one cannot be a number anyway.
  if (start.length < text.length && lines[lines.length - 1].length < 2000) lines.pop()
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, sampleRows)
}

/** `12,5` or `1.234,5` or `1 234,5` per line: the comma and the space belong to the number. */
function isOneColumn(cells: readonly string[], scores: readonly Score[]): boolean {
  if (scores.some(({ cut }) => cut !== ',' && cut !== ' ' && cut !== '，')) return false
  const values = cells.filter((cell) => isNumber(cell))
  const others = cells.filter((cell) => !isNumber(cell) && !isMissing(cell))
  // A header, and perhaps one line that is not a number.
  if (values.length === 0 || others.some((cell) => /[,，]/.test(cell) && /\d/.test(cell))) return false
  if (others.length > Math.max(1, 0.1 * values.length) || /[,，]/.test(others[0] ?? '')) return false
  const commas = values.filter((cell) => /[,，]/.test(cell))
  if (commas.length > 0) return commas.some((cell) => / /.test(cell) || isNot(cell)) || !countsUp(commas)
  // Numbers without spaces or commas, whatever the header.
  if (values.every((cell) => !/[ ,，]/.test(cell))) return true
  // A unit after a space.
  if (values.every((cell) => /[^\d\s.,+-]/.test(cell))) return true
  // Thousands separated by spaces, in some lines more often than in others.
  return new Set(values.map((cell) => cell.split(' ').length)).size > 1 && values.every(hasGroups)
}

/** A comma that cannot separate two integers. */
const isNot = (cell: string): boolean => /[.'’].*,|,.*\./.test(cell)
const hasGroups = (cell: string): boolean => !/ /.test(cell) || /^[+-]?\d{1,3}( \d{3})+\D*$/.test(cell)

/** `1,12` `2,13` `3,11`: the first number only counts the lines, from 0 or 1, or over a long run. */
function countsUp(cells: readonly string[]): boolean {
  const firsts = cells.map((cell) => Number(plain(cell).split(',')[0]))
  const enough = firsts[0] <= 1 ? 3 : 8
  return firsts.length >= enough && firsts.every((value, i) => i === 0 || value === firsts[i - 1] + 1)
}

/** Finds where the table begins, given the delimiter. */
export function layoutOf(each: EachRow, cut: Cut): Layout | 'tooManyColumns' {
  const rows = firstRows(each, sampleRows)
  if (rows.some(({ cells }) => cells.length > maxColumns)) return 'tooManyColumns'
  const common = commonWidth(rows)
  // A few lines with commas do not turn a column of numbers into a table.
  const single = rows.filter(({ cells }) => cells.length === 1 && isNumber(cells[0])).length
  const width = single > common.count ? 1 : common.width
  return { cut, width, ...headOf(rows, width) }
}

/** Whether a single line of numbers is a list rather than one row of a table. */
export function isLineOfNumbers(rows: readonly Row[]): boolean {
  const width = rows.length === 1 ? rows[0].cells.length : 0
  if (width < 2 || width > maxColumns) return false
  const numbers = rows[0].cells.filter((cell) => isNumber(cell)).length
  return numbers > 1 && 2 * numbers > rows[0].cells.length
}
