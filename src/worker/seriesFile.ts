// From text to numbers: reads one column of a CSV file, or a plain column (or line) of numbers, as a series θ₁ … θₙ.
// Delimiter, decimal comma and column are recognised, and each can be chosen instead. RFC 4180 quotes; blank lines do not
// count; a row without a number in that column is skipped and reported.

import { textOf, type BytesFault, type Encoding } from '../data/encoding.ts'

export const delimiters = [',', ';', '\t', '|', ' '] as const
export type Delimiter = (typeof delimiters)[number]
export type DecimalMark = '.' | ','

export const maxValues = 200_000
const maxColumns = 1_000
const sampleRows = 200
/** More of a column's name is not shown. */
const longestName = 60

export interface ReadOptions {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly decimal?: DecimalMark
  readonly column?: number
}

export interface SkippedRow {
  readonly line: number
  readonly text: string
  /** The text is a number, but beyond the doubles. */
  readonly tooLarge: boolean
}

export interface SeriesReading {
  readonly values: Float64Array
  readonly skipped: number
  readonly firstSkipped?: SkippedRow
  /** There were more numbers than a series may have; the rest was left. */
  readonly cut: boolean
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly decimal: DecimalMark
  readonly column: number
  /** The header's names, or empty strings. */
  readonly columns: readonly string[]
}

export type SeriesFault =
  | { readonly fault: BytesFault | 'noNumbers' | 'tooManyColumns' }
  | { readonly fault: 'openQuote'; readonly line: number }

type Row = { readonly cells: string[]; readonly line: number }

/** Calls `visit` for each row that is not blank until it returns false; returns the line of a quote left open, or 0. */
export function eachRow(text: string, delimiter: Delimiter, visit: (row: Row) => boolean): number {
  const separator = delimiter.charCodeAt(0)
  const merge = delimiter === ' '
  let at = 0
  let line = 1
  while (at < text.length) {
    const cells: string[] = []
    const first = line
    let rowEnds = false
    while (!rowEnds) {
      while (merge && text.charCodeAt(at) === separator) at++
      let cell: string
      if (text[at] === '"') {
        const opened = line
        cell = ''
        for (at++; ;) {
          const close = text.indexOf('"', at)
          if (close < 0) return opened
          for (let i = text.indexOf('\n', at); i >= 0 && i < close; i = text.indexOf('\n', i + 1)) line++
          cell += text.slice(at, close)
          at = close + 1
          if (text[at] !== '"') break
          cell += '"'
          at++
        }
        while (at < text.length && text.charCodeAt(at) !== separator && !isLineEnd(text.charCodeAt(at))) at++
      } else {
        const from = at
        while (at < text.length && text.charCodeAt(at) !== separator && !isLineEnd(text.charCodeAt(at))) at++
        cell = text.slice(from, at)
      }
      cells.push(cell.trim())
      rowEnds = at >= text.length || text.charCodeAt(at) !== separator
      at++
      if (cells.length > maxColumns) break
    }
    if (cells.length > maxColumns) {
      visit({ cells, line: first })
      return 0
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at++
    line++
    if (merge && cells.length > 1 && cells[cells.length - 1] === '') cells.pop()
    if ((cells.length > 1 || cells[0] !== '') && !visit({ cells, line: first })) return 0
  }
  return 0
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13

export function sampleOf(text: string, delimiter: Delimiter): Row[] {
  const rows: Row[] = []
  eachRow(text, delimiter, (row) => rows.push(row) < sampleRows)
  return rows
}

const pointNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?( ?°[CF])?$/i
const commaNumber = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?( ?°[CF])?$/i

/** The number that a cell spells, ±Infinity when it is beyond the doubles, NaN when it is none. */
export function numberOf(cell: string, decimal: DecimalMark): number {
  if (cell === '') return NaN
  let plain = cell
  // Full-width digits, ℃ and the true minus sign.
  for (let i = 0; i < plain.length; i++) {
    if (plain.charCodeAt(i) > 127) {
      plain = plain.normalize('NFKC').replace('−', '-')
      break
    }
  }
  if (!(decimal === '.' ? pointNumber : commaNumber).test(plain)) return NaN
  return parseFloat(decimal === '.' ? plain : plain.replace(',', '.'))
}

const isNumber = (cell: string | undefined, decimal: DecimalMark): boolean =>
  cell !== undefined && Number.isFinite(numberOf(cell, decimal))

/** The delimiter that cuts most lines of the sample into equally many cells; ',' if none does. */
export function recognisedDelimiter(text: string): Delimiter {
  let best: Delimiter = ','
  let most = 0
  for (const delimiter of ['\t', ';', '|', ',', ' '] as const) {
    const counts = new Map<number, number>()
    for (const { cells } of sampleOf(text, delimiter)) {
      if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    }
    const agreeing = Math.max(0, ...counts.values())
    if (agreeing > most) [best, most] = [delimiter, agreeing]
  }
  return best
}

/** One column "12,5": the comma is a decimal one, unless the first numbers merely count the rows. */
function isDecimalColumn(rows: readonly Row[]): boolean {
  const pairs = rows.filter(
    ({ cells }) => cells.length === 2 && /^[+-]?\d+$/.test(cells[0]) && /^\d+$/.test(cells[1]),
  )
  if (pairs.length === 0 || pairs.length < rows.filter(({ cells }) => cells.length > 1).length) return false
  const counts = pairs.every(
    ({ cells }, i) => i === 0 || Number(cells[0]) === Number(pairs[i - 1].cells[0]) + 1,
  )
  return !(counts && pairs.length > 1)
}

export function recognisedDecimal(rows: readonly Row[]): DecimalMark {
  let commas = 0
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (/^[+-]?\d+\.\d+$/.test(cell)) return '.'
      if (/^[+-]?\d+,\d+$/.test(cell)) commas++
    }
  }
  return commas > 0 ? ',' : '.'
}

/** The column with most numbers in the sample; one that only counts or names rows comes last, one named after warmth first. */
function recognisedColumn(rows: readonly Row[], decimal: DecimalMark): number {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  let best = 0
  let most = -1
  for (let column = 0; column < width; column++) {
    const numbers = rows.map(({ cells }) => cells[column]).filter((cell) => isNumber(cell, decimal))
    const values = numbers.map((cell) => numberOf(cell, decimal))
    // Whole numbers that only rise name the rows: days, years.
    const counts =
      values.length > 2 &&
      values.every((value, i) => Number.isInteger(value) && (i === 0 || value > values[i - 1]))
    const warm = /temp|气温|温度|theta|θ/i.test(rows[0].cells[column] ?? '')
    const score = numbers.length === 0 ? 0 : numbers.length * (counts ? 0.1 : 1) + (warm ? rows.length : 0)
    if (score > most) [best, most] = [column, score]
  }
  return best
}

/** Reads a series from a file's bytes. Never throws; a fault is one word for one sentence. */
export function readSeriesBytes(bytes: Uint8Array, options: ReadOptions = {}): SeriesReading | SeriesFault {
  const decoded = textOf(bytes, options.encoding)
  return 'fault' in decoded ? decoded : readSeriesText(decoded.text, options, decoded.encoding)
}

/** Reads a series from text. Never throws. */
export function readSeriesText(
  text: string,
  options: ReadOptions = {},
  encoding: Encoding = 'utf-8',
): SeriesReading | SeriesFault {
  if (text.trim() === '') return { fault: 'empty' }
  let delimiter = options.delimiter ?? recognisedDelimiter(text)
  let sample = sampleOf(text, delimiter)
  let decimal = options.decimal ?? recognisedDecimal(sample)
  if (!options.delimiter && options.decimal !== '.' && delimiter === ',' && isDecimalColumn(sample)) {
    delimiter = ';'
    decimal = ','
    sample = sampleOf(text, delimiter)
  }
  const column = options.column ?? recognisedColumn(sample, decimal)
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  if (width > maxColumns) return { fault: 'tooManyColumns' }
  const head = sample[0]?.cells ?? []
  const headed =
    !isNumber(head[column], decimal) && sample.length > 1 && isHeader(head, sample, column, decimal)

  const line = sample.length === 1 && width > 2 ? lineOfNumbers(head, decimal) : undefined
  const found = line ?? columnOfNumbers(text, delimiter, column, decimal, headed)
  if ('fault' in found) return found
  if (found.values.length === 0) return { fault: 'noNumbers' }
  const columns = Array.from({ length: width }, (_, i) =>
    headed ? (head[i] ?? '').slice(0, longestName) : '',
  )
  return { ...found, encoding, delimiter, decimal, column, columns }
}

/** A first row without a number is a header when a number stands somewhere below it. */
const isHeader = (
  head: readonly string[],
  sample: readonly Row[],
  column: number,
  decimal: DecimalMark,
): boolean => head[column] !== undefined && sample.some(({ cells }) => isNumber(cells[column], decimal))

interface Found {
  readonly values: Float64Array
  readonly skipped: number
  readonly firstSkipped?: SkippedRow
  readonly cut: boolean
}

function lineOfNumbers(cells: readonly string[], decimal: DecimalMark): Found | undefined {
  const values = cells.map((cell) => numberOf(cell, decimal)).filter(Number.isFinite)
  return values.length > 2
    ? { values: Float64Array.from(values), skipped: cells.length - values.length, cut: false }
    : undefined
}

function columnOfNumbers(
  text: string,
  delimiter: Delimiter,
  column: number,
  decimal: DecimalMark,
  headed: boolean,
): Found | SeriesFault {
  const values = new Float64Array(maxValues)
  let length = 0
  let skipped = 0
  let firstSkipped: SkippedRow | undefined
  let cut = false
  let wide = false
  let isHead = headed
  const open = eachRow(text, delimiter, ({ cells, line }) => {
    if (isHead) {
      isHead = false
      return true
    }
    if (cells.length > maxColumns) wide = true
    const value = numberOf(cells[column] ?? '', decimal)
    if (Number.isFinite(value)) {
      cut = length === maxValues
      if (!cut) values[length++] = value
    } else {
      skipped++
      const shown = cells[column] ?? cells.join(delimiter)
      firstSkipped ??= { line, text: shown.slice(0, 40), tooLarge: !Number.isNaN(value) }
    }
    return !cut && !wide
  })
  if (wide) return { fault: 'tooManyColumns' }
  if (open) return { fault: 'openQuote', line: open }
  return { values: values.slice(0, length), skipped, firstSkipped, cut }
}
