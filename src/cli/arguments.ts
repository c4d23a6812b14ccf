// Parses the command line: one file or `-` for standard input, for a map the part to compute, and optionally own data
// to replace the file's.

import type { DecimalMark } from '../data/cell.ts'
import { eachRow } from '../data/rows.ts'
import type { Part } from '../engine/csv.ts'
import { quoted } from '../engine/validate/legible.ts'

export const usage =
  'usage: npm run --silent trace -- FILE [--part I/N | --series DATA.csv | --table DATA.csv]; --help says more.'

export const help = `usage: npm run --silent trace -- FILE [options]

Runs the experiment in FILE (- reads standard input) and prints CSV. doc/experiment.md describes the file.

  --series DATA.csv   an averages experiment over a column of DATA.csv, in place of its series
  --column NAME       that column, by its name or its number from 1; else the one that the header and the values suggest
  --only NAME=WORD    the rows whose column NAME says WORD, where DATA.csv holds several series; NAME= takes all rows
  --table DATA.csv    a network trained on the rows of DATA.csv, in place of its dataset
  --columns A,B,LABEL these inputs, and the last one to be learned
  --decimal MARK      the decimal mark of DATA.csv, . or , where its columns leave it open
  --part I/N          the I-th of N parts of a map
  --help              prints this

Exit status: 0 it ran, 2 no valid experiment or data (nothing is printed, standard error names each fault),
1 the output could not be written.
`

const mostParts = 1 << 20

export interface OwnData {
  readonly kind: 'series' | 'table'
  readonly file: string
  readonly columns?: readonly string[]
  /** A column, and the value of the rows to read. */
  readonly only?: readonly [column: string, word: string]
  readonly decimal?: DecimalMark
}

export interface Arguments {
  readonly file: string
  readonly part?: Part
  readonly data?: OwnData
}

const valued = ['part', 'series', 'column', 'only', 'table', 'columns', 'decimal'] as const
type Valued = (typeof valued)[number]

/** Returns the arguments, 'help', or the sentence that rejects them. */
export function readArguments(words: readonly string[]): Arguments | 'help' | string {
  const files: string[] = []
  const given = new Map<Valued, string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === '--help' || word === '-h') return 'help'
    const name = valued.find((one) => word === `--${one}` || word.startsWith(`--${one}=`))
    if (name !== undefined) {
      if (given.has(name)) return `--${name}: given twice`
      given.set(name, word === `--${name}` ? (words[++i] ?? '') : word.slice(name.length + 3))
    } else if (word.startsWith('-') && word !== '-') return `${usage} No such option: ${quoted(word)}`
    else files.push(word)
  }
  if (files.length !== 1) return usage
  const part = given.has('part') ? readPart(given.get('part')!) : undefined
  if (given.has('part') && !part)
    return `--part: expected I/N with I from 1 to N, got ${quoted(given.get('part')!)}`
  const data = readData(given, files[0])
  return typeof data === 'string' ? data : { file: files[0], part, data }
}

function readData(given: ReadonlyMap<Valued, string>, file: string): OwnData | undefined | string {
  const [series, table] = [given.get('series'), given.get('table')]
  if (series !== undefined && table !== undefined) return '--table: expected only one of --series and --table'
  for (const [name, needs] of [
    ['column', 'series'],
    ['only', 'series'],
    ['columns', 'table'],
  ] as const)
    if (given.has(name) && !given.has(needs)) return `--${name}: expected --${needs} beside it`
  const kind = series === undefined ? 'table' : 'series'
  const own = series ?? table
  const decimal = given.get('decimal')
  if (decimal !== undefined && own === undefined) return '--decimal: expected --series or --table beside it'
  if (decimal !== undefined && decimal !== '.' && decimal !== ',')
    return `--decimal: expected . or , got ${quoted(decimal)}`
  if (own === undefined) return undefined
  if (own === '') return `--${kind}: expected a file, got nothing`
  if (own === '-' && file === '-') return `--${kind}: expected a file, standard input is the experiment`
  const columns = namesOf(kind === 'series' ? given.get('column') : given.get('columns'), kind)
  if (columns?.includes('')) return `--column${kind === 'table' ? 's' : ''}: expected a name, got nothing`
  if (kind === 'table' && columns?.length === 1)
    return `--columns: expected inputs and a label, got ${quoted(columns[0])}`
  const text = given.get('only')
  const [, column, word] = /^([^=]+)=(.*)$/s.exec(text ?? '') ?? []
  if (text !== undefined && column === undefined) return `--only: expected NAME=WORD, got ${quoted(text)}`
  return { kind, file: own, columns, decimal, ...(column !== undefined && { only: [column, word] as const }) }
}

/** Splits names at commas. A quoted name may contain commas. */
function namesOf(text: string | undefined, kind: OwnData['kind']): string[] | undefined {
  if (text === undefined) return undefined
  if (kind === 'series') return [text.trim()]
  const names: string[] = []
  eachRow(text, ',', ({ cells }) => (names.push(...cells), true))
  return names
}

function readPart(text: string): Part | undefined {
  const [, i, n] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? []
  const part = Number(i)
  const of = Number(n)
  return part >= 1 && part <= of && of <= mostParts ? { part, of } : undefined
}
