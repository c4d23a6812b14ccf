// From text to a training set: two columns of numbers and a label, or x and y. The same rows, delimiters, decimal commas
// and encodings as the averages lab's series; here a row that is no row of numbers is a fault, with its line and column.

import { eachRow, numberOf, recognisedDecimal, recognisedDelimiter, sampleOf } from './seriesFile.ts'
import { textOf, type BytesFault } from '../data/encoding.ts'

export const mostRows = 100_000
const mostClasses = 9

export interface TableReading {
  /** Rows of one or two inputs, standardised: mean 0, deviation 1. */
  readonly x: readonly (readonly number[])[]
  /** Class numbers from 0, or numbers to predict. */
  readonly y: readonly number[]
  /** The labels' own names in the order of their numbers; empty: y are numbers. */
  readonly names: readonly string[]
  readonly cut: boolean
}

export type TableFault =
  | { readonly fault: BytesFault }
  | { readonly fault: 'openQuote'; readonly line: number }
  | { readonly fault: 'columns'; readonly line: number; readonly count: number }
  | { readonly fault: 'number'; readonly line: number; readonly column: number; readonly text: string }
  | { readonly fault: 'few'; readonly count: number }
  | { readonly fault: 'constant'; readonly column: number }
  | { readonly fault: 'oneClass'; readonly name: string }
  | { readonly fault: 'manyClasses'; readonly count: number; readonly most: number }

export function readTableBytes(bytes: Uint8Array): TableReading | TableFault {
  const decoded = textOf(bytes)
  return 'fault' in decoded ? decoded : readTable(decoded.text)
}

/** Never throws. */
export function readTable(text: string): TableReading | TableFault {
  if (text.trim() === '') return { fault: 'empty' }
  const delimiter = recognisedDelimiter(text)
  const sample = sampleOf(text, delimiter)
  const decimal = recognisedDecimal(sample)
  const isNumber = (cell: string): boolean => Number.isFinite(numberOf(cell, decimal))
  if (sample.length === 0) return { fault: 'openQuote', line: eachRow(text, delimiter, () => true) }
  const width = sample[0].cells.length
  if (width < 2 || width > 3) return { fault: 'columns', line: sample[0].line, count: width }
  const inputs = width - 1
  const headed = sample.length > 1 && !sample[0].cells.slice(0, inputs).some(isNumber)

  const x: number[][] = []
  const labels: string[] = []
  let fault: TableFault | undefined
  let cut = false
  let isHead = headed
  const open = eachRow(text, delimiter, ({ cells, line }) => {
    if (isHead) {
      isHead = false
      return true
    }
    if (cells.length !== width) {
      fault = { fault: 'columns', line, count: cells.length }
      return false
    }
    for (let k = 0; k < (inputs === 1 ? 2 : inputs); k++)
      if (!isNumber(cells[k])) {
        fault = { fault: 'number', line, column: k + 1, text: cells[k].slice(0, 24) }
        return false
      }
    cut = x.length === mostRows
    if (cut) return false
    x.push(cells.slice(0, inputs).map((cell) => numberOf(cell, decimal)))
    labels.push(cells[inputs])
    return true
  })
  if (fault) return fault
  if (open) return { fault: 'openQuote', line: open }
  if (x.length < 2) return { fault: 'few', count: x.length }
  for (let k = 0; k < inputs; k++) if (!standardise(x, k)) return { fault: 'constant', column: k + 1 }

  const names = [...new Set(labels)]
  const numeric = labels.every(isNumber)
  const regression =
    inputs === 1 || (numeric && (names.length > mostClasses || names.some((name) => !isWhole(name))))
  if (regression) {
    const y = labels.map((label) => [numberOf(label, decimal)])
    if (!standardise(y, 0)) return { fault: 'constant', column: width }
    return { x, y: y.map(([value]) => value), names: [], cut }
  }
  if (names.length === 1) return { fault: 'oneClass', name: names[0].slice(0, 24) }
  if (names.length > mostClasses) return { fault: 'manyClasses', count: names.length, most: mostClasses }
  if (numeric) names.sort((a, b) => Number(a) - Number(b))
  const number = new Map(names.map((name, i) => [name, i]))
  return { x, y: labels.map((label) => number.get(label)!), names, cut }
}

const isWhole = (text: string): boolean => /^[+-]?\d+$/.test(text)

/** Shifts and scales column k to mean 0 and deviation 1; false where it is constant. */
function standardise(rows: number[][], k: number): boolean {
  const mean = rows.reduce((sum, row) => sum + row[k], 0) / rows.length
  const variance = rows.reduce((sum, row) => sum + (row[k] - mean) ** 2, 0) / rows.length
  const deviation = Math.sqrt(variance)
  if (!(deviation > 1e-12 * Math.max(1, Math.abs(mean)))) return false
  for (const row of rows) row[k] = (row[k] - mean) / deviation
  return true
}
