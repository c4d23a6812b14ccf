// Transposes a table whose series runs along a row: dates, months or counts in the first line and values below, or a
// name followed by its values.

import { isDate, isMissing, isNumber } from './cell.ts'
import { nameSays } from './names.ts'
import { firstRows } from './rows.ts'
import { openSheet, type Sheet } from './sheet.ts'

/** A table with more rows runs down its columns. */
const mostRows = 2
const fewestCells = 4

const isValue = (cell: string): boolean => isNumber(cell) || isMissing(cell)
const isSteady = (cells: readonly string[]): boolean =>
  cells.every((cell, i) => i === 0 || Number(cell) === Number(cells[i - 1]) + 1)

/** Returns the table, or its transpose if its values run along a row. */
export function turned(sheet: Sheet): Sheet {
  const { columns, encoding, cut } = sheet.view
  if (columns.length < fewestCells) return sheet
  const rows = firstRows(sheet.each, mostRows + 2).map(({ cells }) => columns.map((_, i) => cells[i] ?? ''))
  const headed = columns.some(({ name }) => name !== '')
  const grid = headed ? [columns.map(({ name }) => name), ...rows] : rows
  if (rows.length > mostRows || grid.length < 2) return sheet
  const isLabel = ([cell]: readonly string[]): boolean => !isValue(cell) && !isDate(cell)
  const labeled =
    rows.every(isLabel) || (headed && ['date', 'datePart', 'id'].includes(String(nameSays(grid[0][0]))))
  const along = grid.map((row) => (labeled ? row.slice(1) : row))
  const [over, ...below] = along
  if (
    !(headed ? below : along.slice(1)).every((row) => row.filter(isNumber).length > 2 && row.every(isValue))
  )
    return sheet
  const count = over.every(isNumber) && isSteady(over)
  const says = over.every(isDate) || count || (!headed && labeled && over.every(isValue))
  if (!says) return sheet
  const lines = grid[0].map((_, j) => grid.map((row) => `"${row[j].replaceAll('"', '""')}"`).join(','))
  const opened = openSheet(lines.join('\n'), { delimiter: ',' })
  return 'fault' in opened ? sheet : { ...opened, view: { ...opened.view, encoding, cut } }
}
