// Parses a rule or a surface into a tree or a single fault. Never throws. Rejects a text that is too long before
// reading it.

import { Expressions } from './expressions.ts'
import { functionNames } from './functions.ts'
import { quoted, Refused, type LanguageFault, type Place } from './fault.ts'
import { checkedRule } from './names.ts'
import { tokens, type Token } from './tokens.ts'
import type { Expression, Rule, Statement, SurfaceText } from './tree.ts'

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: LanguageFault }

/** The limits of a rule. */
export const limits = {
  characters: 2000,
  statements: 40,
  parameters: 16,
  memories: 8,
  surfaceCharacters: 1000,
} as const

const start: Place = { at: 0, line: 1, column: 1 }

class Statements extends Expressions {
  all(): Statement[] {
    const found: Statement[] = []
    for (;;) {
      while (this.token.kind === 'line') this.next++
      if (this.token.kind === 'end') return found
      if (found.length === limits.statements)
        throw new Refused(this.token, {
          en: `more than ${limits.statements} statements`,
          zh: `语句超过 ${limits.statements} 条`,
        })
      found.push(this.statement())
      const kind: string = this.token.kind
      if (kind !== 'line' && kind !== 'end') throw this.unexpected()
    }
  }

  private statement(): Statement {
    const first = this.token
    if (first.kind !== 'name' || first.text === '√')
      throw new Refused(
        first,
        {
          en: `a line begins with a name, as in V = …, not with ${quoted(first.text)}`,
          zh: `每行以名称开头，如 V = …，而不是 ${quoted(first.text)}`,
        },
        first.length,
      )
    this.next++
    if (this.token.kind === 'name' && (first.text === 'parameter' || first.text === 'memory'))
      return first.text === 'parameter' ? this.parameter() : this.memory()
    if (!this.take('=')) {
      if (this.isSign('+') || this.isSign('-') || this.isSign('*') || this.isSign('/')) {
        const after = this.tokens[this.next + 1]
        if (after.kind === 'sign' && after.text === '=')
          throw new Refused(
            this.token,
            {
              en: `write ${first.text} = ${first.text} ${this.token.text} …`,
              zh: `请写成 ${first.text} = ${first.text} ${this.token.text} …`,
            },
            2,
          )
      }
      throw new Refused(
        this.token,
        { en: `expected = after ${quoted(first.text)}`, zh: `${quoted(first.text)} 之后应为 =` },
        this.token.length,
      )
    }
    const { at, line, column } = first
    return { kind: 'assignment', name: first.text, value: this.expression(), at, line, column }
  }

  private parameter(): Statement {
    const name = this.token
    this.next++
    this.equals(name)
    const value = this.number()
    let from = value >= 0 && value <= 1 ? 0 : Math.min(0, 10 * value)
    let to = value >= 0 && value <= 1 ? 1 : Math.max(0, 10 * value)
    let log = false
    let ranged = false
    const { at, line, column } = name
    const word = (text: string): boolean => {
      if (this.token.kind !== 'name' || this.token.text !== text) return false
      this.next++
      return true
    }
    if (word('from')) {
      ranged = true
      const place = this.token
      from = this.number()
      if (!word('to'))
        throw new Refused(
          this.token,
          { en: 'expected to and the upper end: from 0 to 1', zh: '应写 to 和上限：from 0 to 1' },
          this.token.length,
        )
      to = this.number()
      if (!(from < to))
        throw new Refused(place, {
          en: `the range ends at ${to}, which is not above ${from}`,
          zh: `范围的上限 ${to} 不大于 ${from}`,
        })
      if (value < from || value > to)
        throw new Refused(
          name,
          { en: `${value} is not between ${from} and ${to}`, zh: `${value} 不在 ${from} 与 ${to} 之间` },
          name.length,
        )
    }
    const place = this.token
    if (word('log')) {
      log = true
      if (!ranged && value > 0) from = value <= 1 ? Math.min(value, 1e-4) * 1e-4 : value / 100
      if (!(from > 0))
        throw new Refused(
          place,
          { en: 'a log slider needs a range above 0', zh: '对数滑块的范围须大于 0' },
          3,
        )
    }
    return { kind: 'parameter', name: name.text, value, from, to, log, at, line, column }
  }

  private memory(): Statement {
    const { text: name, at, line, column } = this.token
    const token = this.token
    this.next++
    this.equals(token)
    return { kind: 'memory', name, value: this.number(), at, line, column }
  }

  private equals(name: Token): void {
    if (this.take('=')) return
    throw new Refused(
      this.token,
      {
        en: `expected = and a number after ${quoted(name.text)}`,
        zh: `${quoted(name.text)} 之后应为 = 和一个数`,
      },
      this.token.length,
    )
  }

  private number(): number {
    const first = this.token
    const negative = this.take('-')
    if (!negative) this.take('+')
    const { token } = this
    if (token.kind !== 'number')
      throw new Refused(first, { en: 'expected a number', zh: '应为一个数' }, first.length)
    this.next++
    return negative ? -token.value : token.value
  }

  protected override isName(token: Token): boolean {
    return this.isAssigned(token) || known.has(token.text)
  }

  protected override isAssigned(token: Token): boolean {
    return this.tokens.some(
      (other, i) => other.text === token.text && this.tokens[i + 1]?.text === '=' && other.kind === 'name',
    )
  }
}

const known: ReadonlySet<string> = new Set('w dW alpha t epoch J n pi e'.split(' '))

class Formula extends Expressions {
  readonly names: ReadonlySet<string>
  constructor(source: Token[], names: ReadonlySet<string>) {
    super(source, true)
    this.names = names
  }

  whole(): Expression {
    if (this.token.kind === 'end')
      throw new Refused(this.token, { en: 'the formula is empty', zh: '公式是空的' })
    const value = this.expression()
    if (this.next < this.tokens.length - 1) throw this.unexpected()
    return value
  }

  protected override isName(token: Token): boolean {
    return this.names.has(token.text)
  }
}

function refusedLength(source: string, most: number, what: { en: string; zh: string }): Refused {
  return new Refused(start, {
    en: `${what.en} has ${source.length} characters; at most ${most} are allowed`,
    zh: `${what.zh}有 ${source.length} 个字符，最多允许 ${most} 个`,
  })
}

const read = new Map<string, Parsed<Rule>>()
const kept = 8

/**
 * Parses a rule. The fault has line and column. Caches the last few texts, because text box, validation and run all ask
 * for one.
 */
export function parseRule(source: string): Parsed<Rule> {
  if (source.length > limits.characters)
    return guarded(false, () => {
      throw refusedLength(source, limits.characters, { en: 'the rule', zh: '规则' })
    })
  const known = read.get(source)
  if (known) return known
  const parsed = guarded(false, () =>
    checkedRule(source, new Statements(tokens(source, false), false).all(), limits),
  )
  read.set(source, parsed)
  if (read.size > kept) read.delete(read.keys().next().value!)
  return parsed
}

/** The names of a surface's two parameters. */
export const surfaceNames: ReadonlyMap<string, 'x' | 'y'> = new Map([
  ['x', 'x'],
  ['w', 'x'],
  ['y', 'y'],
  ['b', 'y'],
])

/** Parses a surface: one expression in x and y, or w and b. `constants` are further names it may use. */
export function parseSurface(source: string, constants: readonly string[] = []): Parsed<SurfaceText> {
  return guarded(true, () => {
    if (source.length > limits.surfaceCharacters)
      throw refusedLength(source, limits.surfaceCharacters, { en: 'the formula', zh: '公式' })
    const names = new Set([...surfaceNames.keys(), 'pi', 'e', ...constants])
    const value = new Formula(asSurface(tokens(source, true), names), names).whole()
    checkNames(value, names)
    return { source, value }
  })
}

/** Drops a leading `J =` or `f(x, y) =`. x1, w_1 and θ₁ are the first parameter, x2, … the second. */
function asSurface(found: readonly Token[], names: ReadonlySet<string>): Token[] {
  const shape = found
    .slice(0, 7)
    .map(({ kind, text }) => (kind === 'name' ? 'n' : text))
    .join('')
  const given = /^n(?:\(n(?:,n)?\))?=(?!=)/.exec(shape)?.[0].length ?? 0
  const plain = given > 0 && !names.has(found[0].text) ? found.slice(given) : [...found]
  return plain.map((token) => {
    if (token.kind !== 'name' || names.has(token.text)) return token
    const number = /^(?:x|w|theta)_?([12])$/.exec(token.text)?.[1]
    return number === undefined ? token : { ...token, text: number === '1' ? 'x' : 'y' }
  })
}

function checkNames(expression: Expression, names: ReadonlySet<string>): void {
  switch (expression.kind) {
    case 'name':
      if (names.has(expression.name)) return
      throw new Refused(
        expression,
        { en: `unknown name ${quoted(expression.name)}`, zh: `名称 ${quoted(expression.name)} 未知` },
        expression.name.length,
      )
    case 'negate':
      return checkNames(expression.of, names)
    case 'operation':
      checkNames(expression.left, names)
      return checkNames(expression.right, names)
    case 'call':
      return expression.values.forEach((value) => checkNames(value, names))
    case 'number':
    case 'reduction':
  }
}

function guarded<T>(ofSurface: boolean, read: () => T): Parsed<T> {
  try {
    return { ok: true, value: read() }
  } catch (fault) {
    if (fault instanceof Refused) return { ok: false, fault: fault.fault(ofSurface) }
    throw fault
  }
}

/** Words that an editor may suggest besides a rule's own names. */
export const knownNames: readonly string[] = [
  ...known,
  ...functionNames,
  'parameter',
  'memory',
  'from',
  'to',
  'log',
]
