// Splits a text into numbers, names and signs with their locations. Reads the notes' letters: β is beta, ε is epsilon,
// β₁ is beta1, √ is sqrt, · and × are *, − is -, ² and ᵗ are powers. `#` begins a comment. Python and LaTeX are read
// where they are unambiguous: np.exp, \cdot, \frac, x^{2}.

import { superscripts } from '../digits.ts'
import { quoted, Refused, type Place } from './fault.ts'

export interface Token extends Place {
  readonly kind: 'number' | 'name' | 'sign' | 'line' | 'end'
  /** The plain form: `beta1`, `*`, `sqrt`. */
  readonly text: string
  /** Its length in UTF-16 units of the text. */
  readonly length: number
  readonly value: number
}

const greek: ReadonlyMap<string, string> = new Map([
  ['α', 'alpha'],
  ['β', 'beta'],
  ['γ', 'gamma'],
  ['δ', 'delta'],
  ['Δ', 'Delta'],
  ['ε', 'epsilon'],
  ['ϵ', 'epsilon'],
  ['η', 'eta'],
  ['θ', 'theta'],
  ['λ', 'lambda'],
  ['μ', 'mu'],
  ['µ', 'mu'],
  ['ν', 'nu'],
  ['π', 'pi'],
  ['ρ', 'rho'],
  ['σ', 'sigma'],
  ['τ', 'tau'],
  ['φ', 'phi'],
  ['ω', 'omega'],
])

/** Variants of these signs from keyboards and word processors. */
const plainSigns: ReadonlyMap<string, string> = new Map([
  ...['−', '–', '－', '—', '‐', '‑', '﹣'].map((sign) => [sign, '-'] as const),
  ...['·', '×', '⋅', '∗', '＊', '∙', '•', '✕'].map((sign) => [sign, '*'] as const),
  ...['÷', '／', '⁄', '∕'].map((sign) => [sign, '/'] as const),
  ...['[', '{', '［', '｛', '【'].map((sign) => [sign, '('] as const),
  ...[']', '}', '］', '｝', '】'].map((sign) => [sign, ')'] as const),
  ['｜', '|'],
  ['＋', '+'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['＾', '^'],
  ...['＝', '←'].map((sign) => [sign, '='] as const),
  ['＜', '<'],
  ['＞', '>'],
  ...['≤', '⩽', '≦'].map((sign) => [sign, '<='] as const),
  ...['≥', '⩾', '≧'].map((sign) => [sign, '>='] as const),
])
const signs = new Set(['+', '-', '*', '/', '^', '(', ')', ',', '=', '<', '>', '<=', '>=', '|'])
const fractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

/** `np.exp` is exp. */
const modules: ReadonlySet<string> = new Set(['np', 'numpy', 'jnp', 'math', 'Math', 'torch', 'tf'])
const latexSigns: ReadonlyMap<string, string> = new Map([
  ['cdot', '*'],
  ['times', '*'],
  ['ast', '*'],
  ['div', '/'],
  ['le', '<='],
  ['leq', '<='],
  ['ge', '>='],
  ['geq', '>='],
  ['lt', '<'],
  ['gt', '>'],
])
const latexSpaces = /^(?:left|right|[bB]igg?[lr]?|displaystyle|quad|[,;:! ])$/
const latexPattern = /\\(?:[a-zA-Z]+(?:_(?:[A-Za-z\d]+|\{[A-Za-z\d]+\}))?|[,;:! ])/y

const numberPattern = /(?:[\d０-９]+[.．]?[\d０-９]*|[.．][\d０-９]+)(?:[eE][+-]?[\d０-９]+)?/y
const namePattern = /(?![ᵗⁿ])[\p{L}_](?:(?![ᵗⁿ])[\p{L}\p{N}_](?<![⁰¹²³⁴-⁹]))*/uy
const spacePattern = /(?:[^\S\n\r\u2028\u2029]|[\u200b-\u200d\u2060])+/y
const raisedPattern = /⁻?(?:[⁰¹²³⁴-⁹]+|[ᵗⁿ])/y

const longestName = 24
const space = 32
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isDigitOrLine = (code: number): boolean => (code >= 48 && code <= 57) || code === 95
const isNewLine = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029

/** `oneLine`: a surface, where a line break is a space. Throws `Refused`. */
export function tokens(source: string, oneLine: boolean): Token[] {
  const found: Token[] = []
  let at = 0
  let line = 1
  let lineStart = 0
  /** Surrogate pairs on this line so far. A column counts each once. */
  let pairs = 0
  const place = (): Place => ({ at, line, column: at - lineStart + 1 - pairs })
  const pass = (length: number): void => {
    for (const end = at + length; at < end; at++) if (source.codePointAt(at)! > 0xffff) pairs++
  }
  const put = (kind: Token['kind'], text: string, length: number, value = 0): void => {
    found.push({ kind, text, length, value, at, line, column: at - lineStart + 1 - pairs })
    pass(length)
  }
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0]
  }
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === space) {
      at++
      continue
    }
    if (isLetter(code)) {
      let end = at + 1
      while (isLetter(source.charCodeAt(end)) || isDigitOrLine(source.charCodeAt(end))) end++
      // Any letters that follow are part of the name.
      if (!(source.charCodeAt(end) > 127) && end - at <= longestName) {
        const text = source.slice(at, end)
        if (source[end] === '.' && isLetter(source.charCodeAt(end + 1)) && modules.has(text)) at = end + 1
        else {
          // LaTeX: V_{dW} is V_dW.
          const lowered = text.endsWith('_') ? /^\{(\w{1,20})\}/.exec(source.slice(end, end + 24)) : null
          if (lowered) put('name', text + lowered[1], end - at + lowered[0].length)
          else put('name', text, end - at)
        }
        continue
      }
    }
    const character = String.fromCodePoint(source.codePointAt(at)!)
    const isPlainSign = code < 128 && signs.has(character)
    const gap = isPlainSign ? undefined : match(spacePattern)
    if (gap) {
      at += gap.length
      continue
    }
    if (isNewLine(code)) {
      const length = source.startsWith('\r\n', at) ? 2 : 1
      if (oneLine) at += length
      else {
        put('line', '\n', length)
        line++
        lineStart = at
        pairs = 0
      }
      continue
    }
    if (character === '#' && !oneLine) {
      let end = at
      while (end < source.length && !isNewLine(source.charCodeAt(end))) end++
      pass(end - at)
      continue
    }
    const digits = isPlainSign ? undefined : match(numberPattern)
    if (digits) {
      const plain = digits.normalize('NFKC')
      const value = Number(plain)
      if (value === Infinity)
        throw new Refused(
          place(),
          { en: `the number ${quoted(digits)} is too large`, zh: `数 ${quoted(digits)} 太大` },
          digits.length,
        )
      put('number', plain, digits.length, value)
      continue
    }
    const power = isPlainSign ? undefined : match(raisedPattern)
    if (power) {
      raisedTokens(power, put)
      continue
    }
    const part = fractions.get(character)
    if (part !== undefined) {
      put('number', String(part), 1, part)
      continue
    }
    const latex = character === '\\' ? match(latexPattern) : undefined
    if (latex) {
      const word = latex.slice(1).replace(/[{}]/g, '')
      const sign = latexSigns.get(word)
      if (latexSpaces.test(word)) at += latex.length
      else if (sign) put('sign', sign, latex.length)
      else put('name', /^[dt]?frac$/.test(word) ? '\\frac' : word, latex.length)
      continue
    }
    // A formula from a program or a text: `x^2;` and `$x^2$`.
    if (oneLine && (character === '$' || (character === ';' && source.slice(at + 1).trim() === ''))) {
      at++
      continue
    }
    if (!oneLine && source.startsWith('//', at))
      throw new Refused(place(), { en: 'a comment begins with #', zh: '注释以 # 开头' }, 2)
    if (character === '√') {
      put('name', '√', 1)
      continue
    }
    const name = isPlainSign ? undefined : match(namePattern)
    if (name) {
      put('name', plainName(name, place()), name.length)
      continue
    }
    if (character === '…')
      throw new Refused(place(), { en: 'fill in what is missing here', zh: '请填上这里缺少的部分' })
    const two = source.slice(at, at + 2)
    const sign = plainSigns.get(character) ?? character
    if (two === '**') put('sign', '^', 2)
    else if (two === ':=' || two === '：=') put('sign', '=', 2)
    else if ((sign === '<' || sign === '>') && source[at + 1] === '=') put('sign', `${sign}=`, 2)
    else if (signs.has(sign)) put('sign', sign, character.length)
    else
      throw new Refused(
        place(),
        { en: `unexpected ${quoted(character)}`, zh: `${quoted(character)} 出乎意料` },
        character.length,
      )
  }
  put('end', '', 0)
  return found
}

/** x² is x^2, βᵗ is beta^t, x⁻¹ is x^-1. */
function raisedTokens(
  power: string,
  put: (kind: Token['kind'], text: string, length: number, value?: number) => void,
): void {
  put('sign', '^', 0)
  let rest = power
  if (rest.startsWith('⁻')) {
    put('sign', '-', 1)
    rest = rest.slice(1)
  }
  if (rest === 'ᵗ' || rest === 'ⁿ') return put('name', rest === 'ᵗ' ? 't' : 'n', 1)
  const digits = Array.from(rest, (digit) => superscripts.indexOf(digit)).join('')
  put('number', digits, rest.length, Number(digits))
}

/** Returns the name in plain letters: the notes' Greek letters are spelled out, subscripts become digits. */
function plainName(name: string, place: Place): string {
  let plain = ''
  for (const letter of name) {
    const usual = letter.normalize('NFKC')
    plain += greek.get(letter) ?? greek.get(usual) ?? usual
  }
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(plain)) {
    const words = plain.startsWith('_')
      ? {
          en: `${quoted(name)} is no name: a name begins with a letter`,
          zh: `${quoted(name)} 不是名称：名称须以字母开头`,
        }
      : {
          en: `${quoted(name)} is not a name: use a to z, digits and the Greek letters of the course notes`,
          zh: `${quoted(name)} 不是名称：请用 a 到 z、数字和课程笔记里的希腊字母`,
        }
    throw new Refused(place, words, name.length)
  }
  if (plain.length > longestName)
    throw new Refused(
      place,
      {
        en: `the name ${quoted(plain)} is longer than ${longestName} characters`,
        zh: `名称 ${quoted(plain)} 超过 ${longestName} 个字符`,
      },
      name.length,
    )
  return plain
}
