// Reads a series θ₁ … θₙ from a table. The user's choice of column wins, then the header, then the values. Rows without
// a number are skipped and reported by line. Codes for a missing value are left out unless requested.

import { numberOf, type DecimalMark } from './cell.ts'
import type { OpenMark } from './columns.ts'
import { groupsOf, isOfGroups, type Group, type Only } from './groups.ts'
import { suspectedMissing } from './missing.ts'
import { nameSays } from './names.ts'
import {
  readerOf,
  type Column,
  type Sheet,
  type SheetFault,
  type SheetOptions,
  type SheetView,
} from './sheet.ts'
import { turned } from './turn.ts'

export const maxValues = 200_000
/** The most skipped rows to report individually. */
export const mostSkipped = 100
const longestText = 40

export interface SeriesChoice {
  /** An index from 0, or the header's name. */
  readonly column?: number | string
  readonly decimal?: DecimalMark
  /** Treat codes for a missing value as values. */
  readonly keepCodes?: boolean
  /** The series to read from a file that holds several. */
  readonly only?: Only
}
export interface ReadOptions extends SheetOptions, SeriesChoice {}

export interface SkippedRow {
  readonly line: number
  readonly text: string
  readonly why: 'empty' | 'text' | 'tooLarge' | 'code' | 'gap' | 'table' | 'total' | 'note'
}

/** What a reading left out, or asks about. */
export interface Remarks {
  /** Present if the decimal mark of a chosen column is ambiguous and must be chosen. */
  readonly open?: OpenMark
  /** The number of rows without a number, and the first of them. */
  readonly skipped: number
  readonly skippedRows: readonly SkippedRow[]
  /** Codes for a missing value in the column, how often they occur, and where first. */
  readonly codes: readonly number[]
  readonly coded: number
  readonly firstCoded?: SkippedRow
  readonly codesKept: boolean
}

export interface SeriesReading extends SheetView, Remarks {
  readonly values: Float64Array
  readonly column: number
  readonly decimal: DecimalMark
  /** How the file's series are distinguished, and which one this is. */
  readonly groups: readonly Group[]
  /** There were more numbers than a series may have. The rest was dropped. */
  readonly atMost: boolean
}

export type SeriesFault =
  | SheetFault
  | ({ readonly fault: 'noNumbers'; readonly column: number } & SheetView)
  | ({ readonly fault: 'chooseColumn' } & SheetView)
  | ({ readonly fault: 'noColumn'; readonly name: string } & SheetView)

/** Reads a series from file bytes or pasted text. Never throws. */
export const readSeries = readerOf(seriesOf)

export function seriesOf(opened: Sheet, choice: SeriesChoice = {}): SeriesReading | SeriesFault {
  const sheet = turned(opened)
  const { view } = sheet
  const column = chosenColumn(view.columns, choice.column)
  if (column === undefined)
    return typeof choice.column === 'string'
      ? { fault: 'noColumn', name: choice.column, ...view }
      : view.columns.some(({ numbers }) => numbers > 0)
        ? { fault: 'chooseColumn', ...view }
        : { fault: 'noNumbers', column: 0, ...view }
  const { open, ...recognized } = view.columns[column]
  const decimal = choice.decimal ?? recognized.decimal
  const groups = groupsOf(sheet, column, choice.only)
  const found = numbersOf(sheet, column, decimal, groups)
  const codes = suspectedMissing(found.values)
  const codesKept = choice.keepCodes === true
  const kept = codesKept ? { ...found, coded: 0 } : withoutCodes(found, codes)
  if (kept.values.length === 0) return { fault: 'noNumbers', column, ...view }
  const coded = codesKept ? found.values.filter((value) => codes.includes(value)).length : kept.coded
  return {
    ...view,
    values: kept.values,
    column,
    decimal,
    ...(open && choice.decimal === undefined && { open }),
    skipped: found.skipped,
    skippedRows: found.skippedRows,
    codes,
    coded,
    firstCoded: codes.length > 0 ? firstCoded(found, codes, sheet, column, decimal, groups) : undefined,
    codesKept,
    groups,
    atMost: found.cut,
  }
}

/**
 * Returns the column with that index or name. Default: the first temperature, then the first measurement without long
 * gaps.
 */
export function chosenColumn(
  columns: readonly Column[],
  choice: number | string | undefined,
): number | undefined {
  if (typeof choice === 'number') return columns[choice]?.index
  if (typeof choice === 'string') return namedColumn(columns, choice)
  const best = (among: readonly Column[]): number | undefined => {
    const most = Math.max(...among.map(({ numbers }) => numbers))
    return among.find(({ numbers }) => 2 * numbers >= most)?.index
  }
  const measured = columns.filter(({ kind }) => kind === 'measurement')
  for (const says of ['temperature', 'lesserTemperature', 'value'] as const) {
    const named = measured.filter(({ name }) => nameSays(name) === says)
    if (named.length > 0) return best(named)
  }
  if (measured.length > 0) return best(measured)
  const numeric = columns.filter(({ numbers, kind }) => numbers > 0 && kind !== 'text' && kind !== 'date')
  // Values that only grow look like a counter. A single such column whose name does not say so is a measurement.
  const counted = columns.filter(({ kind }) => kind === 'counter')
  const grown = counted.filter(({ name }) => name !== '' && ['value', undefined].includes(nameSays(name)))
  const [only] = grown
  if (grown.length === 1 && columns.length > 1 && (nameSays(only.name) === 'value' || !only.numbersRows))
    return only.index
  // A table's only column is read whatever it is.
  return columns.length === 1 && numeric.length === 1 ? 0 : undefined
}

/** Finds a column by name, then ignoring case, then by number from 1. */
export function namedColumn(columns: readonly Column[], name: string): number | undefined {
  const same = (a: string, b: string): boolean => a === b
  const alike = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
  for (const equal of [same, alike]) {
    const found = columns.find((column) => column.name !== '' && equal(column.name, name.trim().slice(0, 60)))
    if (found) return found.index
  }
  return /^[1-9]\d{0,3}$/.test(name) ? columns[Number(name) - 1]?.index : undefined
}

interface Numbers {
  readonly values: Float64Array
  readonly skipped: number
  readonly skippedRows: SkippedRow[]
  readonly cut: boolean
}

function numbersOf(sheet: Sheet, column: number, decimal: DecimalMark, groups: readonly Group[]): Numbers {
  const values = new Float64Array(maxValues)
  const skippedRows: SkippedRow[] = []
  let length = 0
  let skipped = 0
  let cut = false
  sheet.each(({ cells, line, out }) => {
    if (groups.length > 0 && !out && !isOfGroups({ cells }, groups)) return true
    const cell = out ? (cells.find((one) => one !== '') ?? '') : (cells[column] ?? '')
    const value = out ? NaN : numberOf(cell, decimal)
    if (value - value === 0) {
      cut = length === maxValues
      if (!cut) values[length++] = value
    } else {
      skipped++
      if (skippedRows.length < mostSkipped) {
        const why = out ?? (value === value ? 'tooLarge' : cell === '' ? 'empty' : 'text')
        skippedRows.push({ line, text: cell.slice(0, longestText), why })
      }
    }
    return !cut
  })
  return { values: values.slice(0, length), skipped, skippedRows, cut }
}

function withoutCodes(found: Numbers, codes: readonly number[]): Numbers & { readonly coded: number } {
  if (codes.length === 0) return { ...found, coded: 0 }
  const values = found.values.filter((value) => !codes.includes(value))
  return { ...found, values, coded: found.values.length - values.length }
}

function firstCoded(
  { values }: Numbers,
  codes: readonly number[],
  sheet: Sheet,
  column: number,
  decimal: DecimalMark,
  groups: readonly Group[],
): SkippedRow | undefined {
  const first = values.findIndex((value) => codes.includes(value))
  let place = -1
  let row: SkippedRow | undefined
  sheet.each(({ cells, line, out }) => {
    if (groups.length > 0 && !out && !isOfGroups({ cells }, groups)) return true
    const value = out ? NaN : numberOf(cells[column] ?? '', decimal)
    if (value - value === 0) place++
    if (place === first) row = { line, text: cells[column].slice(0, longestText), why: 'code' }
    return row === undefined
  })
  return row
}
