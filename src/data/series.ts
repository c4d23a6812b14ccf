// A series θ₁ … θₙ out of a table: the column that the header, then the values, then the person chooses. A row without a
// number there is skipped and told with its line; a code for a missing value is left out unless it is asked for.

import { numberOf, type DecimalMark } from './cell.ts'
import type { OpenMark } from './columns.ts'
import { groupsOf, isOfGroups, type Group, type Only } from './groups.ts'
import { suspectedMissing } from './missing.ts'
import { nameSays } from './names.ts'
import {
  openSheet,
  type Column,
  type Sheet,
  type SheetFault,
  type SheetOptions,
  type SheetView,
} from './sheet.ts'
import { turned } from './turn.ts'

export const maxValues = 200_000
/** So many skipped rows are told one by one. */
export const mostSkipped = 100
const longestText = 40

export interface SeriesChoice {
  /** From 0, or the header's name. */
  readonly column?: number | string
  readonly decimal?: DecimalMark
  /** Codes for a missing value are values. */
  readonly keepCodes?: boolean
  /** Where a file holds several series: the one to read. */
  readonly only?: Only
}
export interface ReadOptions extends SheetOptions, SeriesChoice {}

export interface SkippedRow {
  readonly line: number
  readonly text: string
  readonly why: 'empty' | 'text' | 'tooLarge' | 'code' | 'gap' | 'table' | 'total' | 'note'
}

export interface SeriesReading extends SheetView {
  readonly values: Float64Array
  readonly column: number
  readonly decimal: DecimalMark
  /** The mark is to be chosen: both readings are numbers. */
  readonly open?: OpenMark
  /** Rows without a number, and the first of them. */
  readonly skipped: number
  readonly skippedRows: readonly SkippedRow[]
  /** Codes for a missing value in the column, how often, and where first. */
  readonly codes: readonly number[]
  readonly coded: number
  readonly firstCoded?: SkippedRow
  readonly codesKept: boolean
  /** How the file's series are told apart, and which one this is. */
  readonly groups: readonly Group[]
  /** There were more numbers than a series may have; the rest was left. */
  readonly atMost: boolean
}

export type SeriesFault =
  | SheetFault
  | ({ readonly fault: 'noNumbers'; readonly column: number } & SheetView)
  | ({ readonly fault: 'chooseColumn' } & SheetView)
  | ({ readonly fault: 'noColumn'; readonly name: string } & SheetView)

/** Reads a series from a file's bytes or a pasted text. Never throws. */
export function readSeries(
  source: Uint8Array | string,
  options: ReadOptions = {},
): SeriesReading | SeriesFault {
  const sheet = openSheet(source, options)
  return 'fault' in sheet ? sheet : seriesOf(sheet, options)
}

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

/** The column of that number or name; by itself the first temperature, then the first measurement without long gaps. */
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
  // Values that only grow look like a counter. A single one whose name says nothing of the kind is measured.
  const counted = columns.filter(({ kind }) => kind === 'counter')
  const grown = counted.filter(({ name }) => name !== '' && ['value', undefined].includes(nameSays(name)))
  const [only] = grown
  if (grown.length === 1 && columns.length > 1 && (nameSays(only.name) === 'value' || !only.numbersRows))
    return only.index
  // A single column is what it is, whatever it is.
  return columns.length === 1 && numeric.length === 1 ? 0 : undefined
}

/** By its name, else without regard to capitals, else by its number from 1. */
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
