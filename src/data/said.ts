// Describes in one sentence, in both languages, what was read or why reading failed. The page and the command line use
// the same words. Quoted file text is shortened and cannot break a line or control a terminal.

import { grouped } from '../engine/digits.ts'
import { quoted } from '../engine/validate/legible.ts'
import type { Words } from '../engine/words.ts'
import type { SeriesFault, SeriesReading, SkippedRow } from './series.ts'
import type { TrainingFault, TrainingReading } from './training.ts'
import type { Column } from './sheet.ts'

type SaidFault =
  | SeriesFault
  | TrainingFault
  | { readonly fault: 'unreadable' }
  | { readonly fault: 'tooLarge'; readonly megabytes?: number }

const thousands = (count: number): string => grouped(String(count))
const rows = (count: number): string => (count === 1 ? '1 row' : `${thousands(count)} rows`)
const inQuotes = (text: string): Words => ({ en: quoted(text), zh: `“${quoted(text).slice(1, -1)}”` })
const list = (parts: readonly string[], last: string, between: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(between)}${last}${parts[parts.length - 1]}`

const both = (en: string, zh: string): Words => ({ en, zh })
const joined = (parts: readonly (Words | false | undefined)[]): Words => {
  const said = parts.filter((part): part is Words => Boolean(part))
  return both(said.map(({ en }) => en).join(', '), said.map(({ zh }) => zh).join('，'))
}

/** `"TMAX"`, or `column 2` without a name. */
const columnSaid = ({ name, index }: Column): Words =>
  name ? inQuotes(name) : both(`column ${index + 1}`, `第 ${index + 1} 列`)

function skippedSaid(count: number, [first]: readonly SkippedRow[]): Words | undefined {
  if (!first) return undefined
  const text = inQuotes(first.text)
  const large = first.why === 'tooLarge'
  return both(
    `${thousands(count)} skipped: line ${first.line} ${text.en}${large ? ' is too large for a number' : ''}`,
    `跳过 ${thousands(count)} 行：第 ${first.line} 行${text.zh}${large ? '超出数的范围' : ''}`,
  )
}

function codesSaid(reading: SeriesReading | TrainingReading): Words | undefined {
  const { coded, firstCoded, codesKept } = reading
  if (!firstCoded || coded === 0) return undefined
  const text = inQuotes(firstCoded.text)
  return codesKept
    ? both(
        `${thousands(coded)} kept that may mean "missing": line ${firstCoded.line} ${text.en}`,
        `保留 ${thousands(coded)} 个可能表示缺测的值：第 ${firstCoded.line} 行${text.zh}`,
      )
    : both(
        `${thousands(coded)} left out as missing: line ${firstCoded.line} ${text.en}`,
        `作为缺测略去 ${thousands(coded)} 个：第 ${firstCoded.line} 行${text.zh}`,
      )
}

const whatIsOpen = ({ open }: Pick<SeriesReading, 'open'>): Words | undefined =>
  open &&
  both(
    `${quoted(open.text)} may be ${open.point} or ${open.comma}: it is read as ${open.point}`,
    `${inQuotes(open.text).zh}可能是 ${open.point} 或 ${open.comma}：按 ${open.point} 读取`,
  )

/** Says which of the file's series was read: `only where "station" is "Basel" (1 of 2)`. */
function groupsSaid({ groups, columns }: SeriesReading): Words | undefined {
  const taken = groups.filter(({ word }) => word !== '')
  if (taken.length === 0) return undefined
  const one = taken.map(({ column, word, words }) => {
    const [of, is] = [columnSaid(columns[column]), inQuotes(word)]
    return both(`${of.en} is ${is.en} (1 of ${words.length})`, `${of.zh}为${is.zh}（共 ${words.length} 种）`)
  })
  return both(
    `only where ${one.map(({ en }) => en).join(' and ')}`,
    `只取${one.map(({ zh }) => zh).join('、')}的行`,
  )
}

/** `read 364 rows of "TMAX", 2 skipped: line 7 "abc"`. */
export function seriesSaid(reading: SeriesReading): Words {
  const { values, columns, column, skipped, skippedRows, atMost } = reading
  const taken = columns[column]
  const named = taken.name !== '' || columns.length > 1
  const of = columnSaid(taken)
  const count = values.length
  return joined([
    both(
      `read ${rows(count)}${named ? ` of ${of.en}` : ''}`,
      `读取了${named ? `${of.zh}${taken.name ? '列' : ''}的` : ''} ${thousands(count)} 行`,
    ),
    groupsSaid(reading),
    skippedSaid(skipped, skippedRows),
    codesSaid(reading),
    atMost &&
      both(`the rest after ${thousands(count)} values was left`, `${thousands(count)} 个值之后的部分未读取`),
    whatIsOpen(reading),
  ])
}

const kinds: Readonly<Partial<Record<Column['kind'], Words>>> = {
  counter: both('a counter', '计数'),
  id: both('an id', '编号'),
  date: both('a date', '日期'),
  datePart: both('part of a date', '日期的一部分'),
  constant: both('constant', '常数'),
  coordinate: both('a coordinate', '坐标'),
  flag: both('a flag', '标记'),
  quality: both('a note on quality', '质量标识'),
}

/** `read 342 rows of "a", "b" and "species", 2 skipped: line 5 "NA"; "species" names 3 classes: …; left out: …`. */
export function trainingSaid(reading: TrainingReading): Words {
  const { columns, inputs, label, names, leftOut, x, skipped, skippedRows, tooMany } = reading
  const used = [...inputs, label].map((i) => columnSaid(columns[i]))
  const target = columnSaid(columns[label])
  const few =
    used.length > 8
      ? [...used.slice(0, 6), both(`${used.length - 7} more`, `另 ${used.length - 7} 列`), target]
      : used
  const facts = joined([
    both(
      `read ${rows(x.length)} of ${list(
        few.map(({ en }) => en),
        ' and ',
        ', ',
      )}`,
      `读取了${list(
        few.map(({ zh }) => zh),
        '和',
        '、',
      )}的 ${thousands(x.length)} 行`,
    ),
    skippedSaid(skipped, skippedRows),
    codesSaid(reading),
    tooMany &&
      both(
        `the rest after ${thousands(x.length)} rows was left`,
        `${thousands(x.length)} 行之后的部分未读取`,
      ),
    whatIsOpen(reading),
  ])
  const shown = names.map((one) => inQuotes(one))
  const learned =
    names.length > 0
      ? both(
          `${target.en} names ${names.length} classes: ${list(
            shown.map(({ en }) => en),
            ' and ',
            ', ',
          )}`,
          `${target.zh}有 ${names.length} 类：${list(
            shown.map(({ zh }) => zh),
            '和',
            '、',
          )}`,
        )
      : both(`${target.en} is a number: squared error`, `${target.zh}是数：平方误差`)
  const out = leftOut.slice(0, 6).map((i) => {
    const why = kinds[columns[i].constant ? 'constant' : columns[i].kind]
    const { en, zh } = columnSaid(columns[i])
    return why ? both(`${en} (${why.en})`, `${zh}（${why.zh}）`) : both(en, zh)
  })
  const parts = [
    facts,
    learned,
    ...(out.length > 0
      ? [
          both(
            `left out: ${out.map(({ en }) => en).join(', ')}`,
            `未用：${out.map(({ zh }) => zh).join('、')}`,
          ),
        ]
      : []),
  ]
  return both(parts.map(({ en }) => en).join('; '), parts.map(({ zh }) => zh).join('；'))
}

/** Says why reading failed, without a period. */
export function faultSaid(fault: SaidFault): Words {
  switch (fault.fault) {
    case 'empty':
      return both('There is nothing in it to read', '里面没有可读的内容')
    case 'image':
      return both('This is a picture, not a column of numbers', '这是一张图片，不是一列数字')
    case 'archive':
      return both(
        'This is a workbook or an archive: save the sheet as CSV and bring that',
        '这是工作簿或压缩文件，请把表格另存为 CSV 再导入',
      )
    case 'notText':
      return both(
        'This is not text: it has bytes that no number is written with',
        '这不是文本：其中有不属于数字的字节',
      )
    case 'tooManyColumns':
      return both('More than 1,000 columns: this is not a column of numbers', '超过 1,000 列：这不是一列数字')
    case 'openQuote':
      return both(
        `The quotation mark in line ${fault.line} is never closed`,
        `第 ${fault.line} 行的引号没有闭合`,
      )
    case 'unreadable':
      return both(
        'This cannot be read: a folder, or a file that is gone',
        '无法读取：这是文件夹，或者文件已不存在',
      )
    case 'tooLarge':
      return fault.megabytes === undefined
        ? both('The file has more than 64 MB', '文件超过 64 MB')
        : both(
            `The file has ${fault.megabytes} MB, at most 64 MB are read`,
            `文件有 ${fault.megabytes} MB，最多读取 64 MB`,
          )
    case 'noNumbers':
      return both('There is no number in this column', '这一列里没有找到数字')
    case 'chooseColumn':
      return both(
        'No column looks like a measurement: they count, name or date the rows; choose one',
        '没有一列像测量值：它们是计数、编号或日期，请选择一列',
      )
    case 'noColumn': {
      const names = fault.columns.slice(0, 12).map((column) => columnSaid(column))
      return both(
        `expected a column of ${names.map(({ en }) => en).join(', ')}, got ${quoted(fault.name)}`,
        `应为 ${names.map(({ zh }) => zh).join('、')} 之一，实为${inQuotes(fault.name).zh}`,
      )
    }
    case 'noInputs':
      return both(
        'A training set needs a column of numbers beside its label: choose the inputs',
        '训练集在标签之外还需要一列数：请选择输入',
      )
    default:
      return rowsFaultSaid(fault)
  }
}

function rowsFaultSaid(fault: Extract<TrainingFault, { inputs: readonly number[] }>): Words {
  switch (fault.fault) {
    case 'few': {
      const first = fault.line === undefined ? undefined : inQuotes(fault.text ?? '')
      return both(
        `Expected at least 2 rows without a gap, got ${fault.count}${first ? `: line ${fault.line} ${first.en}` : ''}`,
        `至少需要 2 行完整的数据，实为 ${fault.count} 行${first ? `：第 ${fault.line} 行${first.zh}` : ''}`,
      )
    }
    case 'constant':
      return both(
        `Column ${quoted(fault.name)} is constant: nothing can be learned from it`,
        `列${inQuotes(fault.name).zh}是常数：从中学不到东西`,
      )
    case 'oneClass':
      return both(
        `The labels name one class only: ${quoted(fault.name)}`,
        `标签只有一个类别：${inQuotes(fault.name).zh}`,
      )
    case 'manyClasses':
      return both(
        `${fault.count} different labels; at most ${fault.most} classes can be told apart`,
        `有 ${fault.count} 种标签，最多区分 ${fault.most} 类`,
      )
  }
}
