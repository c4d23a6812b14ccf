// Finds where a text stops being JSON, and the usual reason: an extra comma, a comment, curly quotation marks, a Python
// word. Does not recurse, because a text of nothing but brackets would overflow the call stack.

import type { Words } from '../words.ts'
import { quoted } from './legible.ts'

const both = (en: string, zh: string): Words => ({ en, zh })

const reasons = {
  empty: both('the file is empty', '文件是空的'),
  comma: both('a comma too many', '多了一个逗号'),
  missingComma: both('a comma is missing', '缺少逗号'),
  comment: both('a comment, which JSON does not have', 'JSON 没有注释'),
  curly: both('a curly quotation mark, expected "', '弯引号，应为直引号 "'),
  single: both('a single quotation mark, expected "', '单引号，应为双引号 "'),
  fullWidth: both('a full-width mark, expected one of the ASCII marks', '全角标点，应为半角标点'),
  name: both('a name without quotation marks', '名称没有加引号'),
  colon: both('a colon is missing', '缺少冒号'),
  number: both('a number that JSON does not write like this', 'JSON 不这样写数'),
  text: both('a text whose quotation mark is never closed', '文本的引号没有闭合'),
  control: both(
    'a tab or another control character in a text, written as \\t or \\u0001',
    '文本中有制表符等控制字符，应写作 \\t 或 \\u0001',
  ),
  escape: both('a backslash before a letter that it does not go with', '反斜杠后的字符无效'),
  closed: both('the end, while a bracket is still open', '文件结束，括号没有闭合'),
  bracket: both('a closing bracket that does not fit', '括号不配对'),
  rest: both('more text after the end', '结尾之后还有内容'),
  value: both('a value is missing', '缺少值'),
} satisfies Record<string, Words>

interface Place {
  readonly at: number
  readonly reason: Words
}

/** `not valid JSON: line 3, column 5: a comma too many`. */
export function jsonFault(text: string): Words {
  const place = firstFault(text)
  if (!place) return both('not valid JSON', '不是有效的 JSON')
  const before = text.slice(0, place.at).split(/\r\n|\r|\n/)
  const line = before.length
  const column = [...before[line - 1]].length + 1
  return both(
    `not valid JSON: line ${line}, column ${column}: ${place.reason.en}`,
    `不是有效的 JSON：第 ${line} 行第 ${column} 列：${place.reason.zh}`,
  )
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /[A-Za-z_$][\w$]*/y

function firstFault(text: string): Place | undefined {
  /** Closing brackets of the open ones. */
  const open: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const skip = (): void => {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++
  }
  skip()
  if (at === text.length) return { at, reason: reasons.empty }
  /** What may come next: a value, a name, a value or a closing bracket, or whatever follows a value. */
  let due: 'value' | 'name' | 'first' | 'firstName' | 'next' = 'value'
  let comma = -1
  for (;;) {
    skip()
    const char = text[at]
    if (char === undefined)
      return open.length > 0 || due !== 'next' ? { at, reason: reasons.closed } : undefined
    if (due === 'next') {
      if (open.length === 0) return { at, reason: strange(text, at) ?? reasons.rest }
      if (char === open.at(-1)) {
        open.pop()
        at++
      } else if (char === ',') {
        comma = at++
        due = open.at(-1) === '}' ? 'name' : 'value'
      } else if (char === ']' || char === '}') return { at, reason: reasons.bracket }
      else return { at, reason: strange(text, at) ?? reasons.missingComma }
      continue
    }
    if (char === ']' || char === '}') {
      if (due === 'first' || due === 'firstName') {
        if (char !== open.pop()) return { at, reason: reasons.bracket }
        at++
        due = 'next'
        continue
      }
      return comma >= 0 && text.slice(comma + 1, at).trim() === ''
        ? { at: comma, reason: reasons.comma }
        : { at, reason: reasons.value }
    }
    if (char === ',') return { at, reason: reasons.comma }
    if (due === 'name' || due === 'firstName') {
      if (char !== '"') return { at, reason: strange(text, at) ?? reasons.name }
      const end = endOfText(text, at)
      if (typeof end !== 'number') return end
      at = end
      skip()
      if (text[at] !== ':')
        return { at, reason: text[at] === undefined ? reasons.closed : (strange(text, at) ?? reasons.colon) }
      at++
      due = 'value'
      continue
    }
    if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']')
      due = char === '{' ? 'firstName' : 'first'
      at++
      continue
    }
    const end = endOfValue(text, at)
    if (typeof end !== 'number') return end
    at = end
    due = 'next'
  }
}

function endOfText(text: string, from: number): number | Place {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return at + 1
    if (code === 10 || code === 13) return { at: from, reason: reasons.text }
    if (code < 32) return { at, reason: reasons.control }
    if (code !== 92) continue
    const escape = /["\\/bfnrt]|u[\da-fA-F]{4}/y
    escape.lastIndex = at + 1
    if (!escape.test(text)) return { at, reason: reasons.escape }
    at = escape.lastIndex - 1
  }
  return { at: from, reason: reasons.text }
}

function endOfValue(text: string, at: number): number | Place {
  if (text[at] === '"') return endOfText(text, at)
  word.lastIndex = at
  const [name] = word.exec(text) ?? []
  if (name) {
    if (name === 'true' || name === 'false' || name === 'null') return at + name.length
    return { at, reason: wordReason(name) }
  }
  number.lastIndex = at
  if (number.test(text)) {
    const end = number.lastIndex
    if (!/[\w.+-]/.test(text[end] ?? ' ')) return end
    return { at, reason: reasons.number }
  }
  return { at, reason: strange(text, at) ?? (/[.+\-\d]/.test(text[at]) ? reasons.number : reasons.value) }
}

function wordReason(name: string): Words {
  const json = { True: 'true', False: 'false', None: 'null', undefined: 'null' } as const
  if (Object.hasOwn(json, name)) {
    const right = json[name as keyof typeof json]
    return both(`${name}, which JSON writes ${right}`, `${name}，JSON 写作 ${right}`)
  }
  if (/^(NaN|Infinity|inf|nan)$/.test(name))
    return both(`${name}, and JSON has finite numbers only`, `${name}，JSON 只有有限数`)
  return both(`${quoted(name)} without quotation marks`, `${quoted(name)} 没有加引号`)
}

/** Recognizes what people write in place of JSON's punctuation. */
function strange(text: string, at: number): Words | undefined {
  const char = text[at]
  if (char === '#' || text.startsWith('//', at) || text.startsWith('/*', at)) return reasons.comment
  if (/[“”„‟«»‘’]/.test(char)) return reasons.curly
  if (char === "'" || char === '`') return reasons.single
  if (/[\uff01-\uff5e、。【】]/.test(char)) return reasons.fullWidth
  return undefined
}
