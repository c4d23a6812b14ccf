// The grammar of typed formulas, closed: numbers, x, y, pi, e, + − * / ^, brackets, and a dozen functions; nothing else
// has a name. ^ binds tightest and to the right, −x^2 is −(x^2), 1e-3 is a number, there is no implied multiplication.
//   sum = product {("+" | "-") product}      product = signed {("*" | "/") signed}
//   signed = ["+" | "-"] signed | power      power = atom ["^" signed]
//   atom = number | name | function "(" sum {"," sum} ")" | "(" sum ")"
// At most 1,000 characters and 32 levels of brackets; a fault is one sentence that names the place.

import type { Words } from '../words.ts'
import { Tape } from './expressionTape.ts'
import type { Line, Operation } from './operations.ts'

export type ParsedExpression =
  | { readonly ok: true; readonly tape: Tape }
  | { readonly ok: false; readonly message: string; readonly fault: Words }

const longest = 1000
const deepest = 32

const constants = new Map([
  ['pi', 3.141592653589793],
  ['e', 2.718281828459045],
])
const one = ['exp', 'log', 'sqrt', 'sin', 'cos', 'tan', 'tanh', 'abs'] as const
const two = ['min', 'max'] as const
const functions = new Map<string, { readonly operation: Operation; readonly values: 1 | 2 }>([
  ...one.map((name) => [name, { operation: name, values: 1 }] as const),
  ...two.map((name) => [name, { operation: name, values: 2 }] as const),
])

/** What keyboards and word processors make of the same signs. */
const kinder = new Map([
  ...['−', '–', '－'].map((sign) => [sign, '-'] as const),
  ...['·', '×', '⋅', '∗', '＊'].map((sign) => [sign, '*'] as const),
  ...['÷', '／'].map((sign) => [sign, '/'] as const),
  ['＋', '+'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['＾', '^'],
])

class Fault extends Error {
  readonly words: Words
  constructor(en: string, zh: string) {
    super(en)
    this.words = { en, zh }
  }
}

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const namePattern = /[\p{L}_][\p{L}\p{N}_]*/uy

class Parser {
  private readonly source: string
  private readonly lines: Line[] = []
  private at = 0
  private depth = 0

  constructor(source: string) {
    this.source = source
  }

  parse(): Tape {
    const n = this.source.length
    if (n > longest) {
      throw new Fault(
        `the formula has ${n} characters; at most ${longest} are allowed`,
        `公式有 ${n} 个字符，最多允许 ${longest} 个`,
      )
    }
    if (this.peek() === '') throw new Fault('the formula is empty', '公式是空的')
    this.sum()
    if (this.peek() !== '') throw this.unexpected()
    return new Tape(this.lines)
  }

  /** The next character that is not a space, in its plain form; '' at the end. */
  private peek(): string {
    const { source } = this
    while (this.at < source.length && source[this.at].trim() === '') this.at++
    const character = source[this.at] ?? ''
    return kinder.get(character) ?? character
  }

  private take(sign: string): boolean {
    if (this.peek() !== sign) return false
    this.at++
    return true
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private emit(operation: Operation, left = 0, right = left, constant = 0): number {
    return this.lines.push({ operation, left, right, constant }) - 1
  }

  private unexpected(): Fault {
    if (this.peek() === '') return new Fault('the formula ends too early', '公式不完整')
    const sign = String.fromCodePoint(this.source.codePointAt(this.at)!)
    const place = this.at + 1
    if (/[\p{L}\p{N}_(（]/u.test(sign)) {
      return new Fault(
        `expected an operator before '${sign}' at character ${place}`,
        `第 ${place} 个字符 '${sign}' 之前缺少运算符`,
      )
    }
    return new Fault(`unexpected '${sign}' at character ${place}`, `第 ${place} 个字符 '${sign}' 出乎意料`)
  }

  private sum(): number {
    let left = this.product()
    for (;;) {
      if (this.take('+')) left = this.emit('add', left, this.product())
      else if (this.take('-')) left = this.emit('subtract', left, this.product())
      else return left
    }
  }

  private product(): number {
    let left = this.signed()
    for (;;) {
      if (this.take('*')) left = this.emit('multiply', left, this.signed())
      else if (this.take('/')) left = this.emit('divide', left, this.signed())
      else return left
    }
  }

  private signed(): number {
    let negative = false
    for (;;) {
      if (this.take('-')) negative = !negative
      else if (!this.take('+')) break
    }
    const value = this.power()
    return negative ? this.emit('negate', value) : value
  }

  private power(): number {
    const base = this.atom()
    return this.take('^') ? this.emit('power', base, this.signed()) : base
  }

  private atom(): number {
    const sign = this.peek()
    const place = this.at + 1
    if (sign === '(') {
      this.open()
      const value = this.sum()
      this.close(place)
      return value
    }
    const digits = this.match(numberPattern)
    if (digits !== undefined) {
      const number = Number(digits)
      if (number === Infinity) {
        throw new Fault(
          `the number '${digits}' at character ${place} is too large`,
          `第 ${place} 个字符处的数 '${digits}' 太大`,
        )
      }
      return this.emit('constant', 0, 0, number)
    }
    const name = this.match(namePattern)
    if (name === undefined) throw this.unexpected()
    if (name === 'x' || name === 'y') return this.emit(name)
    const constant = constants.get(name === 'π' ? 'pi' : name)
    if (constant !== undefined) return this.emit('constant', 0, 0, constant)
    return this.call(name, place)
  }

  private call(name: string, place: number): number {
    const known = functions.get(name)
    if (!known) {
      throw new Fault(
        `unknown name '${name}' at character ${place}`,
        `第 ${place} 个字符处的名称 '${name}' 未知`,
      )
    }
    if (this.peek() !== '(') {
      throw new Fault(
        `${name} at character ${place} needs a bracket after it`,
        `第 ${place} 个字符处的 ${name} 后面需要括号`,
      )
    }
    const bracket = this.at + 1
    this.open()
    const values = [this.sum()]
    while (this.take(',')) values.push(this.sum())
    this.close(bracket)
    if (values.length !== known.values) {
      throw new Fault(
        `${name} at character ${place} takes ${known.values === 1 ? 'one value' : 'two values'}, got ${values.length}`,
        `第 ${place} 个字符处的 ${name} 需要 ${known.values} 个值，却有 ${values.length} 个`,
      )
    }
    return this.emit(known.operation, values[0], values[known.values - 1])
  }

  private open(): void {
    this.at++
    if (++this.depth > deepest) {
      throw new Fault(
        `brackets deeper than ${deepest} levels at character ${this.at}`,
        `第 ${this.at} 个字符处的括号超过 ${deepest} 层`,
      )
    }
  }

  private close(opened: number): void {
    if (!this.take(')')) {
      if (this.peek() !== '') throw this.unexpected()
      throw new Fault(
        `the bracket at character ${opened} is not closed`,
        `第 ${opened} 个字符处的括号没有闭合`,
      )
    }
    this.depth--
  }
}

/** Never throws; `message` is one English sentence without a full stop, `fault` the same in both languages. */
export function parseExpression(source: string): ParsedExpression {
  try {
    return { ok: true, tape: new Parser(source).parse() }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { ok: false, message: fault.message, fault: fault.words }
  }
}
