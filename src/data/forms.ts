// Tables in special formats: JSON, HTML, R's printed vectors, ARFF, LIBSVM, and one month per line as in NOAA's daily
// stations. Each becomes rows, with a header first if the format has names.

import { rowsOfJson } from './json.ts'
import { eachRow, maxColumns, type Row } from './rows.ts'

/** Returns the rows of a text in one of these formats, or undefined. */
export function rowsOfForm(text: string): Row[] | undefined {
  const start = text.slice(0, 20_000)
  return (
    rowsOfJson(text) ??
    (/<t[rdh][\s>]/i.test(start) ? rowsOfHtml(text) : undefined) ??
    (/^\s*\[1\]\s/.test(start) ? rowsOfR(text) : undefined) ??
    (/^[ \t]*@relation\b/im.test(start) ? rowsOfArff(text) : undefined) ??
    (/^\s*[+-]?\d[\d.]*\s+\d+:/.test(start) ? rowsOfLibsvm(text) : undefined) ??
    (monthOfDays.test(start) ? rowsOfMonths(text) : undefined)
  )
}

const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['thinsp', ' '],
  ['deg', '°'],
  ['minus', '−'],
  ['ndash', '–'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
])

function withoutMarkup(text: string): string {
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,8}));/gi, (all, decimal, hex, name) =>
      decimal || hex
        ? String.fromCodePoint(Math.min(0x10ffff, Number(hex ? `0x${hex}` : decimal)))
        : (entities.get(String(name).toLowerCase()) ?? all),
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** The cells of an HTML table copied from a page's source. */
function rowsOfHtml(text: string): Row[] | undefined {
  const rows: Row[] = []
  let line = 1
  for (const piece of text.split(/<tr(?=[\s>])/i)) {
    const cells = piece.split(/<t[dh](?=[\s>])/i)
    if (cells.length > 1)
      rows.push({
        cells: cells.slice(1).map((cell) => withoutMarkup(`<td${cell}`)),
        line,
        afterBlank: false,
      })
    line += piece.split('\n').length - 1
  }
  return rows.length > 1 ? rows : undefined
}

/** Lines such as ` [1]  5.6  7.9`. */
function rowsOfR(text: string): Row[] | undefined {
  const rows: Row[] = []
  for (const [i, line] of text.split(/\r\n|\n/).entries()) {
    if (line.trim() === '') continue
    const values = /^\s*\[\d+\]\s+(.*)$/.exec(line)?.[1]
    if (values === undefined) return undefined
    for (const cell of values.trim().split(/\s+/))
      rows.push({ cells: [cell], line: i + 1, afterBlank: false })
  }
  return rows
}

/** Weka's format: declared names, comma-separated rows. */
function rowsOfArff(text: string): Row[] | undefined {
  const data = /^[ \t]*@data\b.*$/im.exec(text)
  if (!data) return undefined
  const head = text.slice(0, data.index)
  const names = Array.from(
    head.matchAll(/^[ \t]*@attribute[ \t]+(?:'([^']*)'|"([^"]*)"|(\S+))/gim),
    (match) => String(match[1] ?? match[2] ?? match[3]),
  )
  const rows: Row[] = [{ cells: names, line: 1, afterBlank: false }]
  const above = head.split('\n').length - 1
  eachRow(text.slice(data.index + data[0].length), ',', (row) => {
    if (!row.cells[0].startsWith('%')) rows.push({ ...row, line: row.line + above })
    return true
  })
  return names.length > 0 ? rows : undefined
}

/** `+1 1:0.5 3:2`: a label, then the nonzero columns. */
function rowsOfLibsvm(text: string): Row[] | undefined {
  const lines = text.split(/\r\n|\n/)
  const sparse: { readonly cells: [string, [number, string][]]; readonly line: number }[] = []
  let width = 0
  for (const [i, line] of lines.entries()) {
    const [label, ...pairs] = line.replace(/#.*$/, '').trim().split(/\s+/)
    if (label === '') continue
    const entries = pairs.map((pair): [number, string] => {
      const [key, value = ''] = pair.split(':')
      return [/^\d{1,7}$/.test(key) && value !== '' ? Number(key) : NaN, value]
    })
    if (entries.some(([key]) => Number.isNaN(key))) return undefined
    for (const [key] of entries) width = Math.max(width, key)
    sparse.push({ cells: [label, entries], line: i + 1 })
  }
  // Too wide for a table. Reported as such later.
  width = Math.min(width, maxColumns)
  const rows = sparse.map(({ cells: [label, entries], line }): Row => {
    const cells = [label, ...Array.from({ length: width }, () => '0')]
    for (const [key, value] of entries) if (key <= width) cells[key] = value
    return { cells, line, afterBlank: false }
  })
  const names = ['label', ...Array.from({ length: width }, (_, i) => `x${i + 1}`)]
  return [{ cells: names, line: 1, afterBlank: false }, ...rows]
}

/** GHCN-Daily's `.dly`: station, month, element, then 31 values of five characters with three flags each. */
const monthOfDays = /^([A-Z]{2}[A-Z\d_-]{9})(\d{4})(0[1-9]|1[0-2])([A-Z\d]{4})(?=[ -])/

function rowsOfMonths(text: string): Row[] | undefined {
  const rows: Row[] = [{ cells: ['ID', 'DATE', 'ELEMENT', 'DATA_VALUE'], line: 1, afterBlank: false }]
  for (const [i, line] of text.split(/\r\n|\n/).entries()) {
    if (line.trim() === '') continue
    const [, id, year, month, element] = monthOfDays.exec(line) ?? []
    if (id === undefined) return undefined
    const count = daysOf(Number(year), Number(month))
    for (let day = 1; day <= count; day++) {
      const value = line.slice(21 + 8 * (day - 1), 26 + 8 * (day - 1)).trim()
      const date = `${year}-${month}-${String(day).padStart(2, '0')}`
      rows.push({
        cells: [id, date, element, value === '-9999' ? '' : value],
        line: i + 1,
        afterBlank: false,
      })
    }
  }
  return rows
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
