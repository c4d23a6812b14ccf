// Files that hold several series one after the other: a column says which element was measured (TMAX, TMIN, …), or where
// (two stations over the same days). One of them is a series; all of them in turn are none.

import { nameSays } from './names.ts'
import type { Column, Sheet } from './sheet.ts'

export interface Group {
  readonly column: number
  /** What the column says, in the file's order; at most 300. */
  readonly words: readonly string[]
  /** The rows that are read; an empty text: all of them. */
  readonly word: string
}

/** Of a column the rows to read, an empty text for all of them. */
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
  (placeNames.test(name) || (name === '' && kind === 'text' && sample.every((word) => /\d{4}/.test(word))))

/** How the rows are told apart, the elements first. */
export function groupsOf(sheet: Sheet, taken: number, only: Only = {}): Group[] {
  const { columns } = sheet.view
  const elements = columns.filter((column) => column.index !== taken && saysElement(column)).slice(0, 1)
  const places = columns.filter((column) => column.index !== taken && saysPlace(column))
  const groups: Group[] = []
  for (const { index } of elements) {
    const words = wordsOf(sheet, index)
    if (words.length > 1)
      groups.push({ column: index, words, word: only[index] ?? words.find(isTemperature) ?? words[0] })
  }
  const place = places.find(({ index }) => !elements.some((one) => one.index === index))
  if (place && sharesDates(sheet, place.index)) {
    const words = wordsOf(sheet, place.index)
    if (words.length > 1) groups.push({ column: place.index, words, word: only[place.index] ?? words[0] })
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

/** Whether two places have a day in common: a diary of a journey is one series. */
function sharesDates(sheet: Sheet, column: number): boolean {
  const dates = sheet.view.columns.filter(({ kind }) => kind === 'date' || kind === 'datePart')
  if (dates.length === 0) return false
  const known = new Set<string>()
  let first: string | undefined
  let shared = false
  sheet.each(({ cells, out }) => {
    const place = cells[column] ?? ''
    if (out || place === '') return true
    const date = dates.map(({ index }) => cells[index] ?? '').join(' ')
    first ??= place
    if (place === first) {
      if (known.size < firstDates) known.add(date)
    } else shared = known.has(date)
    return !shared
  })
  return shared
}
