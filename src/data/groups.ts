// Files that hold several series one after the other: a column names the element (TMAX, TMIN, …) or the place (two
// stations over the same days). One of them is a series, all of them in sequence are not.

import { nameSays } from './names.ts'
import type { Column, Sheet } from './sheet.ts'

export interface Group {
  readonly column: number
  /** The distinct values of the column, in file order, at most 300. */
  readonly words: readonly string[]
  /** The value whose rows are read. Empty: all rows. */
  readonly word: string
}

/** For each column, the value of the rows to read. Empty: all rows. */
export type Only = Readonly<Record<number, string>>

const mostWords = 300
const firstDates = 50
const longestText = 40

const elementNames =
  /^(?:entity_id|_field|_measurement|topic|element|elem|parameter|param|variable|var|datatype|data_?type|indicator|measure|metric|quantity|series|要素|变量|指标|参数)(?:[ _]?(?:name|code|id))?$/i
const placeNames =
  /^(?:station|stations?_?(?:id|name|code|abbr|nr|number)?|stn|staid|id|site|city|town|country|entity|location|location_id|region|state|province|place|sensor|device|name|ort|stadt|land|poste|num_poste|nom_usuel|indicativo|nombre|지점|지점명|站名|站号|区站号|站点|城市|国家|地区|省份?)$/i

const isTemperature = (word: string): boolean => nameSays(word) === 'temperature'

const saysElement = ({ kind, name, sample }: Column): boolean =>
  kind === 'text' &&
  sample.length > 1 &&
  (elementNames.test(name) || (name === '' && sample.some(isTemperature)))
const saysPlace = ({ kind, name, sample, repeats, words, numbers, constant }: Column): boolean =>
  repeats &&
  !constant &&
  !['date', 'datePart', 'empty'].includes(kind) &&
  (words > 1 || numbers > 1) &&
  (placeNames.test(name.replace(/(?<=.)[_ ]?(?:id|name|code|number|nr)$/i, '')) ||
    placeNames.test(name) ||
    (name === '' && kind === 'text' && sample.every((word) => /\d{4}/.test(word))))

/** Any column of words may name the series of a panel: tickers, branches, sexes. */
const mayName = ({ kind, words, repeats }: Column): boolean => kind === 'text' && words > 1 && repeats
/** How many of these columns are examined. */
const mostLooked = 3

/** Returns how the rows can be grouped, element columns first. */
export function groupsOf(sheet: Sheet, taken: number, only: Only = {}): Group[] {
  const columns = sheet.view.columns.filter(({ index }) => index !== taken)
  const element = columns.find(saysElement)
  const others = columns.filter((column) => column !== element)
  const place =
    others.find((column) => saysPlace(column) && sharesDates(sheet, column.index, firstTen)) ??
    others
      .filter(mayName)
      .slice(0, mostLooked)
      .find(({ index }) => sharesDates(sheet, index, undefined))
  const groups: Group[] = []
  for (const found of [element, place]) {
    const words = found ? wordsOf(sheet, found.index) : []
    if (!found || words.length < 2) continue
    const usual = found === element ? (words.find(isTemperature) ?? words[0]) : words[0]
    groups.push({ column: found.index, words, word: only[found.index] ?? usual })
  }
  return groups
}

export const isOfGroups = (
  { cells }: { readonly cells: readonly string[] },
  groups: readonly Group[],
): boolean =>
  groups.every(({ column, word }) => word === '' || (cells[column] ?? '').slice(0, longestText) === word)

function wordsOf(sheet: Sheet, column: number): string[] {
  const words = new Set<string>()
  sheet.each(({ cells, out }) => {
    const cell = cells[column] ?? ''
    if (!out && cell !== '') words.add(cell.slice(0, longestText))
    return words.size < mostWords
  })
  return [...words]
}

/** The length of the day in a date with a time. */
const firstTen = 10
/** Rows examined after a second place has been seen. */
const mostRows = 3000

/** Whether two places share a date, and no place has a date twice. A travel diary is a single series. */
function sharesDates(sheet: Sheet, column: number, length: number | undefined): boolean {
  const dates = sheet.view.columns.filter(({ kind }) => kind === 'date' || kind === 'datePart')
  if (dates.length === 0) return false
  const known = new Set<string>()
  let first: string | undefined
  let last = ''
  let shared = 0
  let rows = 0
  let twice = false
  sheet.each(({ cells, out }) => {
    const place = cells[column] ?? ''
    if (out || place === '') return true
    const date = dates
      .map(({ index }) => cells[index] ?? '')
      .join(' ')
      .slice(0, length)
    first ??= place
    if (place === first) {
      if (length === undefined && date !== last && known.has(date)) twice = true
      if (length === undefined && date === last) twice = true
      if (known.size < firstDates) known.add(date)
      last = date
    } else {
      rows++
      if (known.has(date)) shared++
    }
    return !twice && rows < mostRows && (length === undefined || shared === 0)
  })
  return !twice && shared > 0 && (length !== undefined || 2 * shared >= Math.min(rows, known.size))
}
