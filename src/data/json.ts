// Reads a table from JSON: a list of records, a record of lists, or a record of numbers, anywhere in the text. Also one
// record per line, and the same as printed by Python. Reads the largest table.

import { maxColumns, type Row } from './rows.ts'

type Cells = string[][]

const deepest = 8
/** Longer texts are tried as JSON only. */
const longestPython = 8_000_000

/** Returns the rows of the largest table in JSON text, header first, or undefined if there is none. */
export function rowsOfJson(text: string): Row[] | undefined {
  const start = text.slice(0, 4000)
  // A plain list is handled as a list, which keeps its line numbers.
  if (!/^\s*[[{]/.test(start) || !/\{\s*(?:["'][^"']*["']|-?\d[\w.]*)\s*:/.test(start)) return undefined
  const value = parsed(text)
  const table = value === undefined ? undefined : largest(value, 0)
  return table?.map((cells, i): Row => ({ cells, line: i + 1, afterBlank: false }))
}

function parsed(text: string): unknown {
  const attempt = (source: string): unknown => {
    try {
      return JSON.parse(source)
    } catch {
      return undefined
    }
  }
  const whole = attempt(text)
  if (whole !== undefined) return whole
  const lines = text.split(/\r\n|\n/).filter((line) => line.trim() !== '')
  if (lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*,?\s*$/.test(line))) {
    const records = lines.map((line) => attempt(line.replace(/,\s*$/, '')))
    if (!records.includes(undefined)) return records
  }
  return text.length > longestPython ? undefined : attempt(fromPython(text))
}

const words = { None: 'null', nan: 'null', NaN: 'null', True: 'true', False: 'false' } as const

/** Single quotation marks, None and trailing commas. Strings stay unchanged. */
const fromPython = (text: string): string =>
  text
    .replace(
      /"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'|\b(None|nan|NaN|True|False)\b|,(?=\s*[\]}])|([{,]\s*)(-?\d[\d.]*)(?=\s*:)/g,
      (all, inner?: string, word?: keyof typeof words, before?: string, key?: string) =>
        inner !== undefined
          ? JSON.stringify(inner.replace(/\\'/g, "'"))
          : word !== undefined
            ? words[word]
            : before !== undefined
              ? `${before}"${key}"`
              : all === ','
                ? ''
                : all,
    )
    .replace(/;\s*$/, '')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null
const cellOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const sizeOf = (table: Cells | undefined): number => (table ? table.length * table[0].length : 0)

function largest(value: unknown, depth: number): Cells | undefined {
  let best = tableOf(value)
  if (depth >= deepest || isPlain(value)) return best
  const parts = Array.isArray(value) ? (best ? [] : value) : Object.values(value as object)
  for (const part of parts.slice(0, maxColumns)) {
    const table = isPlain(part) ? undefined : largest(part, depth + 1)
    if (sizeOf(table) > sizeOf(best)) best = table
  }
  return best
}

function tableOf(value: unknown): Cells | undefined {
  if (Array.isArray(value)) return ofRecords(value)
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value)
  return ofLists(entries) ?? ofColumns(entries) ?? ofNumbers(entries)
}

/** [{"date": …, "tmax": …}, …]: one column per key, including keys of nested records. */
function ofRecords(list: readonly unknown[]): Cells | undefined {
  if (list.length === 0 || !list.every(isRecord)) return undefined
  const places = new Map<string, number>()
  const rows = list.map((record) => {
    const row: string[] = []
    const put = (key: string, value: unknown): void => {
      const place = places.get(key) ?? places.size
      if (place > maxColumns) return
      places.set(key, place)
      while (row.length <= place) row.push('')
      row[place] = cellOf(value)
    }
    for (const [key, value] of Object.entries(record))
      if (isRecord(value)) for (const [inner, part] of Object.entries(value)) put(`${key}.${inner}`, part)
      else put(key, value)
    return row
  })
  for (const row of rows) while (row.length < places.size) row.push('')
  return places.size === 0 ? undefined : [[...places.keys()], ...rows]
}

/** {"time": […], "tmax": […]}: lists of equal length. */
function ofLists(entries: readonly [string, unknown][]): Cells | undefined {
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  const length = Math.max(0, ...lists.map(([, list]) => list.length))
  const columns = lists.filter(([, list]) => list.length === length && list.every(isPlain))
  if (length === 0 || columns.length === 0) return undefined
  const rows = Array.from({ length }, (_, i) => columns.map(([, list]) => cellOf(list[i])))
  return [columns.map(([key]) => key), ...rows]
}

/** {"tmax": {"0": 5.6, "1": 7.9}}: the columns that pandas writes. */
function ofColumns(entries: readonly [string, unknown][]): Cells | undefined {
  if (entries.length === 0 || !entries.every(([, part]) => isRecord(part))) return undefined
  const columns = entries.map(([, part]) => new Map(Object.entries(part as object)))
  const keys = [...new Set(columns.flatMap((column) => [...column.keys()]))]
  const values = columns.flatMap((column) => [...column.values()])
  if (keys.length < 2 || !values.every(isPlain) || values.length < 0.5 * keys.length * columns.length)
    return undefined
  return [
    ['', ...entries.map(([key]) => key)],
    ...keys.map((key) => [key, ...columns.map((column) => cellOf(column.get(key)))]),
  ]
}

/** {"2024-01-01": 5.6, …} */
function ofNumbers(entries: readonly [string, unknown][]): Cells | undefined {
  const isNumeric = (value: unknown): boolean => value === null || typeof value === 'number'
  if (entries.length < 3 || !entries.every(([, value]) => isNumeric(value))) return undefined
  return entries.map(([key, value]) => [key, cellOf(value)])
}
