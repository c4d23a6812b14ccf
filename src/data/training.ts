// Reads a training set from a table: standardized input columns, and the column to learn, as classes or numbers. By
// default an index, an id, a date or a constant is not an input. Rows with gaps are skipped and reported.

import { isGap, numberOf, type DecimalMark } from './cell.ts'
import { suspectedMissing } from './missing.ts'
import { isLabelName, nameSays } from './names.ts'
import { mostSkipped, type Remarks, type SkippedRow } from './series.ts'
import {
  readerOf,
  type Column,
  type Sheet,
  type SheetFault,
  type SheetOptions,
  type SheetView,
} from './sheet.ts'

export const mostRows = 100_000
const mostClasses = 9
const longestText = 40

export type Task = 'classes' | 'numbers'

export interface TrainingChoice {
  readonly inputs?: readonly number[]
  readonly label?: number
  readonly task?: Task
  readonly decimal?: DecimalMark
  readonly keepCodes?: boolean
}
export interface TableOptions extends SheetOptions, TrainingChoice {}

export interface TrainingReading extends SheetView, Remarks {
  readonly x: number[][]
  /** Class indices from 0, or standardized numbers. */
  readonly y: number[]
  /** The class names in order of their indices. Empty if y are numbers. */
  readonly names: readonly string[]
  readonly inputs: readonly number[]
  readonly label: number
  readonly task: Task
  /** Whether both classes and numbers make sense. */
  readonly bothTasks: boolean
  /** Numeric columns that are not inputs by default. */
  readonly leftOut: readonly number[]
  readonly tooMany: boolean
}

type Chosen = { readonly inputs: readonly number[]; readonly label: number; readonly task?: Task } & SheetView
export type TrainingFault =
  | SheetFault
  | ({ readonly fault: 'noInputs' } & SheetView)
  | ({ readonly fault: 'noColumn'; readonly name: string } & SheetView)
  | ({
      readonly fault: 'few'
      readonly count: number
      readonly line?: number
      readonly text?: string
    } & Chosen)
  | ({ readonly fault: 'constant'; readonly name: string } & Chosen)
  | ({ readonly fault: 'oneClass'; readonly name: string } & Chosen)
  | ({ readonly fault: 'manyClasses'; readonly count: number; readonly most: number } & Chosen)

/** Reads a training set from file bytes or pasted text. Never throws. */
export const readTraining = readerOf(trainingOf)

export function trainingOf(sheet: Sheet, choice: TrainingChoice = {}): TrainingReading | TrainingFault {
  const { view } = sheet
  const { columns } = view
  const label = choice.label ?? labelIn(sheet)
  const usual = usualInputs(columns, label)
  const inputs = (choice.inputs ?? usual).filter((i) => i !== label && columns[i] !== undefined)
  if (inputs.length === 0) return { fault: 'noInputs', ...view }
  const leftOut = columns
    .filter(({ index, numbers, kind }) => numbers > 0 && kind !== 'text' && index !== label)
    .map(({ index }) => index)
    .filter((index) => !inputs.includes(index))
  const decimals = columns.map(({ decimal }) => choice.decimal ?? decimal)
  const rows = rowsOf(sheet, inputs, label, decimals, choice.keepCodes === true)
  const chosen = { ...view, inputs, label, task: choice.task }
  const { x, labels, skippedRows } = rows
  if (x.length < 2) {
    const [first] = skippedRows
    return { fault: 'few', count: x.length, ...(first && { line: first.line, text: first.text }), ...chosen }
  }
  for (let k = 0; k < inputs.length; k++)
    if (!standardize(x, k)) return { fault: 'constant', name: nameOf(columns[inputs[k]]), ...chosen }
  const result = learned(labels, decimals[label], choice.task, nameOf(columns[label]), inputs.length)
  if ('fault' in result) return { ...result, ...chosen }
  const { labels: _, ...others } = rows
  const open = choice.decimal ? undefined : [...inputs, label].map((i) => columns[i].open).find(Boolean)
  return { ...chosen, ...others, ...result, open, leftOut, codesKept: choice.keepCodes === true }
}

export const nameOf = ({ name, index }: Column): string => name || `#${index + 1}`

/** Returns a column with a label's name, else the last column of words, else the last column. */
function recognizedLabel(columns: readonly Column[]): number {
  const named = columns.filter(
    ({ name, kind, constant }) => isLabelName(name) && kind !== 'empty' && kind !== 'date' && !constant,
  )
  const words = columns.filter(
    ({ kind, words: count }) => kind === 'text' && count > 1 && count <= mostClasses,
  )
  const of = named.find((column) => words.includes(column)) ?? named[0] ?? words.at(-1)
  const varies = columns.filter(
    ({ kind, constant }) => !constant && !['empty', 'quality', 'date', 'id'].includes(kind),
  )
  return (of ?? varies.at(-1))?.index ?? columns.length - 1
}

/**
 * Without a header the class may come first, as in UCI's wine data: two or three integers there, and none at the end.
 */
function labelIn(sheet: Sheet): number {
  const { columns } = sheet.view
  const last = recognizedLabel(columns)
  const [first] = columns
  const isPlain = columns.every(({ name, kind }) => name === '' && kind !== 'text')
  if (!isPlain || columns.length < 3 || last !== columns.length - 1 || first.kind !== 'measurement')
    return last
  const isFew = (index: number, most: number): boolean => {
    const seen = new Set<string>()
    let rows = 0
    sheet.each(({ cells }) => {
      if (cells[index]) rows++
      return seen.add(cells[index] ?? '').size <= most
    })
    const whole = [...seen].every((cell) => Number.isInteger(numberOf(cell, columns[index].decimal)))
    return seen.size > 1 && seen.size <= Math.min(most, rows / 2) && whole
  }
  return isFew(0, 3) && !isFew(last, mostClasses) ? 0 : last
}

function usualInputs(columns: readonly Column[], label: number): number[] {
  const numeric = columns.filter(
    ({ index, numbers, kind, constant }) => index !== label && numbers > 0 && kind !== 'text' && !constant,
  )
  const isIndex = ({ kind, numbersRows, index }: Column): boolean =>
    kind === 'counter' && numbersRows && index === 0
  // A cyclic count, or a year of construction, is an input unless its name calls it a part of a date.
  const isPart = ({ kind, name }: Column): boolean =>
    kind === 'datePart' && (name === '' || nameSays(name) === 'datePart')
  const usual = numeric.filter(
    (column) => !['id', 'date', 'quality'].includes(column.kind) && !isPart(column) && !isIndex(column),
  )
  const most = Math.max(0, ...usual.map(({ numbers }) => numbers))
  // A nearly empty column would skip nearly every row.
  const full = usual.filter(({ numbers }) => 2 * numbers >= most)
  return (full.length > 0 ? full : numeric).map(({ index }) => index)
}

interface Rows {
  readonly x: number[][]
  readonly labels: readonly string[]
  readonly skipped: number
  readonly skippedRows: readonly SkippedRow[]
  readonly codes: readonly number[]
  readonly coded: number
  readonly firstCoded?: SkippedRow
  readonly tooMany: boolean
}

function rowsOf(
  sheet: Sheet,
  inputs: readonly number[],
  label: number,
  decimals: readonly DecimalMark[],
  keepCodes: boolean,
): Rows {
  const skippedRows: SkippedRow[] = []
  const x: number[][] = []
  const labels: string[] = []
  const lines: number[] = []
  const numeric = sheet.view.columns[label].kind !== 'text'
  let skipped = 0
  let tooMany = false
  const skip = (line: number, cell: string, why: SkippedRow['why']): boolean => {
    skipped++
    if (skippedRows.length < mostSkipped)
      skippedRows.push({ line, text: cell.slice(0, longestText), why: cell === '' ? 'empty' : why })
    return true
  }
  sheet.each(({ cells, line, out }) => {
    if (out) return skip(line, cells.find((cell) => cell !== '') ?? '', out)
    const row: number[] = []
    for (const k of inputs) {
      const value = numberOf(cells[k] ?? '', decimals[k])
      if (value - value !== 0) return skip(line, cells[k] ?? '', 'text')
      row.push(value)
    }
    const given = cells[label] ?? ''
    if (isGap(given)) return skip(line, given, 'gap')
    if (numeric && !Number.isFinite(numberOf(given, decimals[label]))) return skip(line, given, 'text')
    tooMany = x.length === mostRows
    if (tooMany) return false
    x.push(row)
    labels.push(given)
    lines.push(line)
    return true
  })
  const codes = inputs.map((_, k) => suspectedMissing(Float64Array.from(x, (row) => row[k])))
  const isCoded = (row: readonly number[]): number => row.findIndex((value, k) => codes[k].includes(value))
  const first = x.findIndex((row) => isCoded(row) >= 0)
  const all = [...new Set(codes.flat())].sort((a, b) => a - b)
  const firstCoded: SkippedRow | undefined =
    first < 0 ? undefined : { line: lines[first], text: String(x[first][isCoded(x[first])]), why: 'code' }
  const good = first < 0 ? [] : x.map((row) => isCoded(row) < 0)
  const coded = good.filter((is) => !is).length
  const keep = keepCodes || first < 0
  return {
    x: keep ? x : x.filter((_, i) => good[i]),
    labels: keep ? labels : labels.filter((_, i) => good[i]),
    skipped,
    skippedRows,
    codes: all,
    coded,
    firstCoded,
    tooMany,
  }
}

type Learned = Pick<TrainingReading, 'y' | 'names' | 'task' | 'bothTasks'>
type LearnedFault =
  | { readonly fault: 'constant' | 'oneClass'; readonly name: string }
  | { readonly fault: 'manyClasses'; readonly count: number; readonly most: number }

/** Words are classes, and so are a few integers unless numbers are requested. */
function learned(
  labels: readonly string[],
  decimal: DecimalMark,
  asked: Task | undefined,
  name: string,
  inputs: number,
): Learned | LearnedFault {
  const numbers = labels.map((label) => numberOf(label, decimal))
  const numeric = numbers.every((value) => value - value === 0)
  const distinct = new Set(numbers)
  const few = numeric && distinct.size <= mostClasses
  // With a single input, y is a curve unless it is yes or no.
  const isYesNo = distinct.size === 2 && [...distinct].every((value) => Math.abs(value) <= 1)
  const repeated = distinct.size <= Math.max(2, labels.length / 2)
  const whole = few && repeated && (inputs > 1 || isYesNo) && numbers.every(Number.isInteger)
  const bothTasks = few && distinct.size > 1
  const task: Task = numeric ? (bothTasks && asked ? asked : whole ? 'classes' : 'numbers') : 'classes'
  if (task === 'numbers') {
    const y = numbers.map((value) => [value])
    if (!standardize(y, 0)) return { fault: 'constant', name }
    return { y: y.map(([value]) => value), names: [], task, bothTasks }
  }
  const named = numeric ? numbers.map(String) : withOneCase(labels)
  const names = [...new Set(named)]
  if (names.length === 1) return { fault: 'oneClass', name: names[0].slice(0, 24) }
  if (names.length > mostClasses) return { fault: 'manyClasses', count: names.length, most: mostClasses }
  if (numeric) names.sort((a, b) => Number(a) - Number(b))
  const number = new Map(names.map((one, i) => [one, i]))
  return { y: named.map((one) => number.get(one)!), names, task, bothTasks }
}

/** True, TRUE and true are one class. */
function withOneCase(labels: readonly string[]): readonly string[] {
  const isTruth = (label: string): boolean => /^(?:true|false|yes|no)$/i.test(label)
  return labels.every(isTruth) ? labels.map((label) => label.toLowerCase()) : labels
}

/** Standardizes column k to mean 0 and deviation 1. Returns false if it is constant. */
function standardize(rows: number[][], k: number): boolean {
  let largest = 0
  for (const row of rows) largest = Math.max(largest, Math.abs(row[k]))
  // Squares of numbers near the largest double would overflow.
  if (largest > 1e100) for (const row of rows) row[k] /= largest
  const mean = rows.reduce((sum, row) => sum + row[k], 0) / rows.length
  const variance = rows.reduce((sum, row) => sum + (row[k] - mean) * (row[k] - mean), 0) / rows.length
  const deviation = Math.sqrt(variance)
  if (!(deviation > 1e-12 * Math.max(1, Math.abs(mean)))) return false
  for (const row of rows) row[k] = (row[k] - mean) / deviation
  return true
}
