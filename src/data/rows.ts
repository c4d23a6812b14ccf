// Splits text into rows of cells: RFC 4180 quotes, seven delimiters, runs of spaces as one. Blank lines are not rows,
// but a row records that one precedes it.

export const delimiters = [',', ';', '\t', '|', ' ', '，', '；', '、'] as const
export type Delimiter = (typeof delimiters)[number]
/** How lines are cut. `none`: each line is one cell. */
export type Cut = Delimiter | 'none'

export const maxColumns = 1_000

export interface Row {
  readonly cells: string[]
  /** From 1. */
  readonly line: number
  readonly afterBlank: boolean
  /** Why the row is not part of the table: it belongs to another table, is a total, or is a note. */
  readonly out?: 'table' | 'total' | 'note'
}

/** Calls `visit` for each row until it returns false. Returns the line of a quote that is never closed, or 0. */
export type EachRow = (visit: (row: Row) => boolean) => number

const isLineEnd = (code: number): boolean => code === 10 || code === 13

export function eachRow(text: string, cut: Cut, visit: (row: Row) => boolean): number {
  const separator = cut === 'none' ? -1 : cut.charCodeAt(0)
  const merge = cut === ' '
  const end = text.length
  let at = 0
  let line = 1
  let blank = false
  while (at < end) {
    const cells: string[] = []
    const first = line
    let rowEnds = false
    while (!rowEnds) {
      // If spaces are the delimiter, a tab separates too.
      while (merge && (text.charCodeAt(at) === separator || text.charCodeAt(at) === 9)) at++
      let cell: string
      if (text.charCodeAt(at) === 34) {
        const opened = line
        cell = ''
        for (at++; ;) {
          const close = text.indexOf('"', at)
          if (close < 0) return opened
          for (let i = text.indexOf('\n', at); i >= 0 && i < close; i = text.indexOf('\n', i + 1)) line++
          cell += text.slice(at, close)
          at = close + 1
          if (text.charCodeAt(at) !== 34) break
          cell += '"'
          at++
        }
        while (at < end && text.charCodeAt(at) !== separator && !isLineEnd(text.charCodeAt(at))) at++
      } else {
        const from = at
        for (; at < end; at++) {
          const code = text.charCodeAt(at)
          if (code === separator || isLineEnd(code) || (merge && code === 9)) break
        }
        cell = text.slice(from, at)
      }
      cells.push(cell.trim())
      rowEnds = at >= end || isLineEnd(text.charCodeAt(at))
      at++
      if (cells.length > maxColumns) {
        visit({ cells, line: first, afterBlank: blank })
        return 0
      }
    }
    if (text.charCodeAt(at - 1) === 13 && text.charCodeAt(at) === 10) at++
    line++
    if (merge && cells.length > 1 && cells[cells.length - 1] === '') cells.pop()
    if (cells.length === 1 && cells[0] === '') blank = true
    else {
      if (!visit({ cells, line: first, afterBlank: blank })) return 0
      blank = false
    }
  }
  return 0
}

/** Returns the first `count` rows. */
export function firstRows(each: EachRow, count: number): Row[] {
  const rows: Row[] = []
  each((row) => rows.push(row) < count)
  return rows
}
