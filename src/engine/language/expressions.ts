// The grammar of expressions. It is closed: numbers, names, + − * / ^, comparisons, brackets and a dozen functions.
//
//   comparison = sum [("<" | ">" | "<=" | ">=") sum]          sum = product {("+" | "-") product}
//   product = signed {("*" | "/") signed}                      signed = {"+" | "-"} power
//   power = atom ["^" signed]                                  atom = number | name | "√" atom
//                                                                     | function "(" … ")" | "(" … ")" | "|" … "|"
//
// ^ binds tightest and to the right, −x^2 is −(x^2), 1e-3 is a number, and there is no implied multiplication.

import { quoted, Refused } from './fault.ts'
import * as named from './functions.ts'
import type { Token } from './tokens.ts'
import type { BinaryFunction, Expression, Reduction, Sign, UnaryFunction } from './tree.ts'

const deepest = 32

export class Expressions {
  protected next = 0
  private depth = 0
  /** The number of open bars of |x|. */
  private bars = 0
  protected readonly tokens: readonly Token[]
  /** A surface has no reductions, and `ln` is an alias of log. */
  private readonly ofSurface: boolean

  constructor(tokens: readonly Token[], ofSurface: boolean) {
    this.tokens = tokens
    this.ofSurface = ofSurface
  }

  protected get token(): Token {
    return this.tokens[this.next]
  }

  protected isSign(text: string): boolean {
    const { kind, text: found } = this.token
    return kind === 'sign' && found === text
  }

  protected take(text: string): boolean {
    if (!this.isSign(text)) return false
    this.next++
    return true
  }

  protected expression(): Expression {
    const left = this.sum()
    const { token } = this
    if (!this.isComparison()) return left
    this.next++
    const right = this.sum()
    if (this.isComparison())
      throw new Refused(
        this.token,
        {
          en: 'compare two values at a time, and put brackets around them',
          zh: '一次只比较两个值，并加上括号',
        },
        this.token.length,
      )
    return this.operation(token, left, right)
  }

  private isComparison(): boolean {
    return this.token.kind === 'sign' && /^[<>]/.test(this.token.text)
  }

  private operation({ text, at, line, column }: Token, left: Expression, right: Expression): Expression {
    return { kind: 'operation', sign: text as Sign, left, right, at, line, column }
  }

  private sum(): Expression {
    return this.chain(['+', '-'], () => this.product())
  }

  private product(): Expression {
    return this.chain(['*', '/'], () => this.signed())
  }

  /** Operations of one rank, from left to right. */
  private chain(signs: readonly string[], next: () => Expression): Expression {
    let left = next()
    for (;;) {
      const { token } = this
      if (!signs.some((sign) => this.take(sign))) return left
      left = this.operation(token, left, next())
    }
  }

  private signed(): Expression {
    let negative: Token | undefined
    for (;;) {
      const { token } = this
      if (this.take('-')) negative = negative ? undefined : token
      else if (!this.take('+')) break
    }
    const of = this.power()
    if (!negative) return of
    const { at, line, column } = negative
    return { kind: 'negate', of, at, line, column }
  }

  private power(): Expression {
    const base = this.atom()
    const { token } = this
    return this.take('^') ? this.operation(token, base, this.signed()) : base
  }

  private atom(): Expression {
    const { token } = this
    const { at, line, column } = token
    if (token.kind === 'number') {
      this.next++
      this.refuseProduct(token)
      return { kind: 'number', value: token.value, text: token.text, at, line, column }
    }
    if (this.take('(')) {
      const value = this.within(token)
      this.refuseProduct(token, ')')
      return value
    }
    if (this.take('|')) return this.absolute(token)
    if (token.kind !== 'name') throw this.unexpected()
    this.next++
    if (token.text === '\\frac') return this.fraction(token)
    if (token.text === '√')
      return { kind: 'call', name: 'sqrt', values: [this.rooted(token)], at, line, column }
    const name = this.functionName(token)
    const base = named.bases.get(name)
    if (base !== undefined && this.isCall(token))
      return this.operation({ ...token, text: '/' }, this.call('log', token), named.logOf(base, token))
    if (name === 'pow' && this.isCall(token)) return this.power2(token)
    if (named.unary.has(name) || named.binary.has(name) || (named.reductions.has(name) && !this.ofSurface))
      return this.call(name, token)
    if (this.isSign('(') && this.token.line === line)
      throw named.notAFunction(token, this.token, this.isName(token))
    this.refuseProduct(token)
    return { kind: 'name', name, at, line, column }
  }

  /** Whether a name before a bracket calls a function, because no number has that name. */
  private isCall(token: Token): boolean {
    return this.isSign('(') && this.token.line === token.line && !this.isAssigned(token)
  }

  /** Returns the plain name: `Sin(` is sin, `sgn(` is sign, and in a surface `ln` is log. */
  private functionName(token: Token): string {
    const { text } = token
    if (this.ofSurface && text === 'ln') return 'log'
    return named.functionNames.includes(text) || !this.isCall(token) ? text : named.plainFunction(text)
  }

  /** Whether the text itself assigns a number to that name. */
  protected isAssigned(_token: Token): boolean {
    return false
  }

  /** Reads the value after "|" and the closing bar. */
  private absolute(opened: Token): Expression {
    if (++this.depth > deepest) throw this.tooDeep(opened)
    this.bars++
    const value = this.expression()
    if (!this.take('|')) {
      if (this.token.kind !== 'end' && this.token.kind !== 'line') throw this.unexpected()
      throw named.unclosedBar(opened)
    }
    this.depth--
    this.bars--
    this.refuseProduct(opened)
    const { at, line, column } = opened
    return { kind: 'call', name: 'abs', values: [value], at, line, column }
  }

  /** Reads LaTeX's `\frac{x}{2}`. */
  private fraction(token: Token): Expression {
    const parts = [0, 1].map(() => {
      const opened = this.token
      if (!this.take('(')) throw named.writeInstead(token, 'a/b')
      return this.within(opened)
    })
    this.refuseProduct(token, ')')
    return this.operation({ ...token, text: '/' }, parts[0], parts[1])
  }

  /** Reads `pow(x, 2)` as x^2. */
  private power2(token: Token): Expression {
    const opened = this.token
    this.next++
    if (++this.depth > deepest) throw this.tooDeep(opened)
    const base = this.expression()
    if (!this.take(',')) throw named.writeInstead(token, 'x^y')
    const exponent = this.expression()
    this.close(opened)
    this.refuseProduct(token, ')')
    return this.operation({ ...token, text: '^' }, base, exponent)
  }

  /** Whether a name before a bracket means a number. */
  protected isName(_token: Token): boolean {
    return true
  }

  private rooted(root: Token): Expression {
    if (++this.depth > deepest) throw this.tooDeep(root)
    const value = this.atom()
    this.depth--
    return value
  }

  private tooDeep(token: Token): Refused {
    return new Refused(token, { en: `brackets deeper than ${deepest} levels`, zh: `括号超过 ${deepest} 层` })
  }

  /** Reads what follows "(", including ")". */
  private within(opened: Token): Expression {
    if (++this.depth > deepest) throw this.tooDeep(opened)
    const value = this.expression()
    this.close(opened)
    return value
  }

  private close(opened: Token): void {
    if (!this.take(')')) {
      if (this.token.kind !== 'end' && this.token.kind !== 'line') throw this.unexpected()
      throw new Refused(opened, { en: 'this bracket is not closed', zh: '这个括号没有闭合' })
    }
    this.depth--
  }

  private call(name: string, token: Token): Expression {
    const { at, line, column } = token
    const opened = this.token
    if (!this.take('(')) throw named.withoutBracket(token, this.isSign('^'))
    if (++this.depth > deepest) throw this.tooDeep(opened)
    const values = [this.expression()]
    while (this.take(',')) values.push(this.expression())
    this.close(opened)
    const wanted = named.binary.has(name) ? 2 : 1
    if (values.length !== wanted)
      throw new Refused(
        token,
        {
          en: `${name} takes ${wanted === 1 ? 'one value' : 'two values'}, got ${values.length}`,
          zh: `${name} 需要 ${wanted} 个值，却有 ${values.length} 个`,
        },
        token.length,
      )
    this.refuseProduct(token, ')')
    if (!named.reductions.has(name))
      return { kind: 'call', name: name as UnaryFunction | BinaryFunction, values, at, line, column }
    const [of] = values
    if (of.kind !== 'name')
      throw new Refused(of, {
        en: `${name} takes w, dW or the name of a memory`,
        zh: `${name} 只接受 w、dW 或一个记忆量的名称`,
      })
    return { kind: 'reduction', name: name as Reduction, of: of.name, at, line, column }
  }

  /** Rejects `2x`, `x y` and `(a)(b)`, and says where the * goes. */
  private refuseProduct(before: Token, shown = before.text): void {
    const { token } = this
    const bar = this.bars === 0 && this.isSign('|')
    const opens = this.isSign('(') || bar
    if (token.kind !== 'number' && token.kind !== 'name' && !opens) return
    // The bracket after a function or a name is handled elsewhere.
    if (opens && !bar && before.kind === 'name' && shown !== ')') return
    const what = token.text
    throw new Refused(
      token,
      {
        en: `write * between ${quoted(shown)} and ${quoted(what)}: ${shown}*${what}`,
        zh: `${quoted(shown)} 与 ${quoted(what)} 之间要写 *：${shown}*${what}`,
      },
      token.length,
    )
  }

  protected unexpected(): Refused {
    const { token } = this
    if (token.kind === 'end' || token.kind === 'line')
      return new Refused(
        token,
        this.ofSurface
          ? { en: 'the formula ends too early', zh: '公式不完整' }
          : { en: 'the line ends too early', zh: '这一行不完整' },
      )
    const comma = named.decimalComma(this.tokens[this.next - 1], token, this.tokens[this.next + 1])
    if (comma) return comma
    return new Refused(
      token,
      { en: `unexpected ${quoted(token.text)}`, zh: `${quoted(token.text)} 出乎意料` },
      token.length,
    )
  }
}
