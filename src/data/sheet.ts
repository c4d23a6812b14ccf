// A user's file as a table: decoded, cut into rows, with its header, and each column's name, decimal mark and kind.
// Series and training sets are read from it (series.ts, training.ts).

import { isNote, isTotal, type DecimalMark } from './cell.ts'
import { ColumnCount, decimalsOf, MarkCount, type OpenMark } from './columns.ts'
import { textOf, type BytesFault, type Encoding } from './encoding.ts'
import { beginsTable, isRule } from './header.ts'
import { isLineOfNumbers, layoutOf, recognizedCut, type Layout } from './layout.ts'
import { rowsOfForm } from './forms.ts'
import { rowsOfList } from './list.ts'
import { eachRow, firstRows, maxColumns, type Cut, type Delimiter, type EachRow, type Row } from './rows.ts'
import type { Kind } from './values.ts'

export interface SheetOptions {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
}

export interface Column {
  readonly index: number
  /** The header's name, at most 60 characters, or empty. */
  readonly name: string
  readonly kind: Kind
  readonly decimal: DecimalMark
  /** Present if `1.234` may also mean 1234. */
  readonly open?: OpenMark
  readonly numbers: number
  /** The values are 0, 1, 2, … or 1, 2, 3, … down the rows. */
  readonly numbersRows: boolean
  /** All numbers are equal. */
  readonly constant: boolean
  /** The number of different words, up to twelve, and the beginnings of some. */
  readonly words: number
  readonly sample: readonly string[]
  /** Whether a text or a number occurs twice. */
  readonly repeats: boolean
}

export interface PreviewRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The part of a table that is shown to the user. It can be posted between threads. */
export interface SheetView {
  readonly encoding: Encoding
  readonly cut: Cut | 'list'
  readonly columns: readonly Column[]
  /** Lines before the header that are not data. */
  readonly before: number
  readonly rows: readonly PreviewRow[]
}

export type SheetFault =
  { readonly fault: BytesFault | 'tooManyColumns' } | { readonly fault: 'openQuote'; readonly line: number }

export interface Sheet {
  readonly view: SheetView
  /** Calls `visit` for each row below the header until it returns false. */
  readonly each: EachRow
}

const previewRows = 8
/** The longest name, and the longest cell of the preview. */
const longestName = 60
const longestCell = 40

const overRows =
  (rows: readonly Row[]): EachRow =>
  (visit) => {
    for (const row of rows) if (!visit(row)) break
    return 0
  }

interface Source {
  readonly each: EachRow
  readonly cut: Cut
  readonly isList: boolean
}

function sourceOf(text: string, delimiter: Delimiter | undefined): Source {
  const list = delimiter === undefined ? (rowsOfForm(text) ?? rowsOfList(text)) : undefined
  if (list) return { each: overRows(list), cut: 'none', isList: true }
  const cut = delimiter ?? recognizedCut(text)
  const each: EachRow = (visit) => eachRow(text, cut, visit)
  const start = firstRows(each, 2)
  if (!isLineOfNumbers(start)) return { each, cut, isList: false }
  const [{ cells, line }] = start
  const numbers = cells.filter((cell) => cell !== '')
  return {
    each: overRows(numbers.map((cell) => ({ cells: [cell], line, afterBlank: false }))),
    cut: 'none',
    isList: true,
  }
}

/** Removes quotation marks around the whole text. */
function withoutQuotes(text: string): string {
  const quoted = /^\s*(["'`“‘])([^]*)["'`”’]\s*;?\s*$/.exec(text.length < 1e6 ? text : '')
  const inner = quoted?.[2] ?? ''
  return quoted && !inner.includes(quoted[1]) && /[,;\s，；、]/.test(inner) ? inner : text
}

/** Opens file bytes or pasted text. Never throws. */
export function openSheet(source: Uint8Array | string, options: SheetOptions = {}): Sheet | SheetFault {
  const decoded =
    typeof source === 'string'
      ? { text: source.replace(/^\ufeff/, ''), encoding: 'utf-8' as const }
      : textOf(source, options.encoding)
  if ('fault' in decoded) return decoded
  const { encoding } = decoded
  const text = withoutQuotes(decoded.text)
  if (text.trim() === '') return { fault: 'empty' }
  const { each, cut, isList } = sourceOf(text, options.delimiter)
  const layout = layoutOf(each, cut)
  if (layout === 'tooManyColumns') return { fault: 'tooManyColumns' }
  const data = below(each, layout)
  const columns = columnsOf(data, layout)
  if ('fault' in columns) return columns
  const rows = firstRows(data, previewRows).map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: layout.width }, (_, i) => (cells[i] ?? '').slice(0, longestCell)),
  }))
  return {
    view: { encoding, cut: isList ? 'list' : cut, columns, before: layout.before, rows },
    each: withoutTotals(data, columns[0]),
  }
}

/**
 * Returns the rows below the header. Skips rules, and repeated headers of concatenated files. Rows of another table
 * further down are `out`.
 */
function below(each: EachRow, { headRows, headed, names }: Layout): EachRow {
  const repeats = ({ cells }: Row): boolean =>
    headed &&
    cells.length === names.length &&
    cells[0] === names[0] &&
    cells.every((cell, i) => cell === names[i])
  return (visit) => {
    let passed = 0
    let ended = false
    let alone = false
    return each((row) => {
      if (passed < headRows) return ++passed > 0
      if (repeats(row) || isRule(row)) return true
      if (row.afterBlank && !alone && headed && names.length > 1 && beginsTable(row)) ended = true
      alone = row.afterBlank
      return visit(ended ? { ...row, out: 'table' } : row)
    })
  }
}

/** Excludes totals of the rows above, and notes in a column of dates or counts below them. */
function withoutTotals(each: EachRow, { kind }: Column): EachRow {
  const isPlace = kind === 'date' || kind === 'datePart' || kind === 'counter' || kind === 'id'
  if (!isPlace && kind !== 'text') return each
  return (visit) => {
    let noted = false
    return each((row) => {
      const [cell] = row.cells
      if (row.out || row.cells.length < 2) return visit(row)
      if (isTotal(cell, isPlace)) return visit({ ...row, out: 'total' })
      noted = isPlace && isNote(cell, row.afterBlank || noted)
      return visit(noted ? { ...row, out: 'note' } : row)
    })
  }
}

function columnsOf(each: EachRow, { names, cut, width }: Layout): Column[] | SheetFault {
  const marks = Array.from({ length: width }, () => new MarkCount())
  // Most columns have a point or no mark, so they need only one pass.
  const counts = Array.from({ length: width }, () => new ColumnCount('.'))
  let wide = false
  const open = each(({ cells, out }) => {
    if (cells.length > maxColumns) wide = true
    if (out) return !wide
    const count = Math.min(cells.length, width)
    for (let i = 0; i < count; i++) {
      const cell = cells[i]
      if (cell === '') continue
      marks[i].add(cell)
      counts[i].add(cell)
    }
    return !wide
  })
  if (wide) return { fault: 'tooManyColumns' }
  if (open) return { fault: 'openQuote', line: open }
  const decimals = decimalsOf(marks, names, cut)
  const withComma = decimals.flatMap(({ decimal }, i) => (decimal === ',' && marks[i].marked ? [i] : []))
  for (const i of withComma) counts[i] = new ColumnCount(',')
  if (withComma.length > 0)
    each(({ cells, out }) => {
      if (!out) for (const i of withComma) counts[i].add(cells[i] ?? '')
      return true
    })
  return counts.map((count, index) => ({
    index,
    name: names[index].slice(0, longestName),
    kind: count.kind(names[index], index === 0),
    numbers: count.numbers,
    numbersRows: count.values.numbersRows,
    constant: count.constant,
    words: count.words.size,
    sample: Array.from(count.words, (word) => word.slice(0, longestCell)),
    repeats: count.repeats,
    ...decimals[index],
  }))
}

/** Returns a reader of file bytes or pasted text. It never throws: a sheet without rows is a fault, too. */
export const readerOf =
  <Choice extends object, Reading>(of: (sheet: Sheet, choice?: Choice) => Reading) =>
  (source: Uint8Array | string, options = {} as Choice & SheetOptions): Reading | SheetFault => {
    const sheet = openSheet(source, options)
    return 'fault' in sheet ? sheet : of(sheet, options)
  }
