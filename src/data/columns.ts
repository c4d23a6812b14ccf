// Classifies the columns of a table from all of their cells: first the decimal mark, then the kind of value. Never
// takes a date, a part of one, a counter, an id, a constant or a coordinate for a measurement.

import { evidenceOf, isDate, isGap, numberOf, type DecimalMark } from './cell.ts'
import { nameSays } from './names.ts'
import type { Cut } from './rows.ts'
import { Values, type Kind } from './values.ts'

/** A text with an ambiguous mark, and its value if the decimal mark is a point or a comma. */
export interface OpenMark {
  readonly text: string
  readonly point: number
  readonly comma: number
}

/** Collects what a column's cells say about the decimal mark. */
export class MarkCount {
  point = 0
  comma = 0
  eitherPoint = 0
  eitherComma = 0
  plainThousands = 0
  dates = 0
  example = ''

  /** Whether some cell has a mark, so its number depends on the choice. */
  get marked(): boolean {
    return this.point + this.comma + this.eitherPoint + this.eitherComma + this.dates > 0
  }

  add(cell: string): void {
    const evidence = evidenceOf(cell)
    if (evidence === undefined) return
    if (evidence === 'plainThousands') this.plainThousands++
    else if ('mark' in evidence) {
      // 2024.01 is a month.
      if (cell.length > 5 && isDate(cell)) this.dates++
      else if (evidence.mark === '.') this.point++
      else this.comma++
    } else {
      if (this.example === '') this.example = cell
      if (evidence.either === '.') this.eitherPoint++
      else this.eitherComma++
    }
  }
}

/** Returns the mark of each column. If a column's own cells are ambiguous, the other columns' marks are a hint. */
export function decimalsOf(
  counts: readonly MarkCount[],
  names: readonly string[],
  cut: Cut,
): { readonly decimal: DecimalMark; readonly open?: OpenMark }[] {
  let [points, commas] = [0, 0]
  for (const count of counts) {
    if (count.point > count.comma) points++
    else if (count.comma > 0) commas++
  }
  return counts.map((count, i) => {
    const { point, comma, eitherPoint, eitherComma, plainThousands, example } = count
    if (point + comma > 0) return { decimal: point >= comma ? '.' : ',' }
    if (eitherPoint + eitherComma === 0) return { decimal: commas > points ? ',' : '.' }
    const mark: DecimalMark = eitherPoint >= eitherComma ? '.' : ','
    if (plainThousands > 0) return { decimal: mark }
    if (points !== commas) return { decimal: points > commas ? '.' : ',' }
    const says = nameSays(names[i] ?? '')
    // Temperatures have no thousands.
    if (says === 'temperature' || says === 'lesserTemperature') return { decimal: mark }
    if (cut === ';' && mark === ',') return { decimal: ',' }
    const open = { text: example, point: numberOf(example, '.'), comma: numberOf(example, ',') }
    return { decimal: '.', open }
  })
}

/** Collects the kinds of cells in one column, given its mark. */
export class ColumnCount {
  numbers = 0
  dates = 0
  texts = 0
  readonly values = new Values()
  /** At most twelve. */
  readonly words = new Set<string>()
  private lastWord = ''
  private wordsRepeat = false

  constructor(readonly decimal: DecimalMark) {}

  add(cell: string): void {
    if (cell === '') return
    const value = numberOf(cell, this.decimal)
    if (value - value === 0) {
      this.numbers++
      this.values.add(value, cell)
    } else if (isGap(cell)) return
    else if (isDate(cell)) this.dates++
    else {
      this.texts++
      if (cell === this.lastWord) this.wordsRepeat = true
      else if (this.words.size < 12) {
        const { size } = this.words
        this.words.add(cell)
        if (this.words.size === size) this.wordsRepeat = true
      }
      this.lastWord = cell
    }
  }

  /** Whether some text or number occurs twice. */
  get repeats(): boolean {
    return this.wordsRepeat || this.values.repeats
  }

  get constant(): boolean {
    return this.numbers > 1 && this.values.min === this.values.max
  }

  kind(name: string, isFirst: boolean): Kind {
    const { numbers, dates, texts } = this
    if (numbers + dates + texts === 0) return 'empty'
    if (dates > numbers && dates >= texts) return 'date'
    if (numbers === 0 || texts > numbers) return 'text'
    const says = nameSays(name)
    if (
      says === 'date' ||
      says === 'datePart' ||
      says === 'coordinate' ||
      says === 'id' ||
      says === 'quality'
    )
      return says
    const kind = this.values.kind(name === '' && isFirst)
    // Trust a name that says temperature, unless the values are dates or constant.
    const warm = says === 'temperature' || says === 'lesserTemperature'
    return warm && name.length > 1 && kind !== 'date' && kind !== 'constant' ? 'measurement' : kind
  }
}
