// The functions of the language, their aliases, and what to write in place of unsupported ones.

import { quoted, Refused } from './fault.ts'
import type { Token } from './tokens.ts'
import type { Expression } from './tree.ts'

export const unary: ReadonlySet<string> = new Set('exp log sqrt sin cos tan tanh abs sign'.split(' '))
export const binary: ReadonlySet<string> = new Set(['min', 'max'])
export const reductions: ReadonlySet<string> = new Set(['norm', 'sum', 'mean'])
export const functionNames: readonly string[] = [...unary, ...binary, ...reductions]

/** Aliases of functions, valid unless a number has that name. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['sgn', 'sign'],
  ['fabs', 'abs'],
  ['absolute', 'abs'],
  ['maximum', 'max'],
  ['minimum', 'min'],
])
/** Functions that must be expressed with others. */
const writtenOut: ReadonlyMap<string, string> = new Map([
  ['ln', 'log(x)'],
  ['lg', 'log(x)/log(10)'],
  ['log1p', 'log(1 + x)'],
  ['sinh', '(exp(x) - exp(-x))/2'],
  ['cosh', '(exp(x) + exp(-x))/2'],
  ['cbrt', 'sign(x)*abs(x)^(1/3)'],
  ['hypot', 'sqrt(x^2 + y^2)'],
  ['sigmoid', '1/(1 + exp(-x))'],
  ['relu', 'max(x, 0)'],
  ['square', 'x^2'],
  ['sec', '1/cos(x)'],
  ['cot', '1/tan(x)'],
])

/** Returns a function's name in the language, whatever the case: `Sin` is sin, `sgn` is sign. */
export function plainFunction(text: string): string {
  const lower = text.toLowerCase()
  const name = aliases.get(lower) ?? lower
  return functionNames.includes(name) ? name : text
}

/**
 * Rejects a name before a bracket that is not a function: a number needs a *, an unsupported function a replacement.
 */
export function notAFunction(token: Token, bracket: Token, isNumber: boolean): Refused {
  if (isNumber)
    return new Refused(bracket, {
      en: `write * before the bracket: ${token.text}*(`,
      zh: `括号前要写 *：${token.text}*(`,
    })
  const other = writtenOut.get(token.text.toLowerCase())
  return new Refused(
    token,
    {
      en: `unknown function ${quoted(token.text)}${other ? `: write ${other}` : ''}`,
      zh: `函数 ${quoted(token.text)} 未知${other ? `：请写成 ${other}` : ''}`,
    },
    token.length,
  )
}

/** Rejects `sin x` and `sin²(x)`. */
export function withoutBracket(token: Token, hasPower: boolean): Refused {
  const { text, length } = token
  return new Refused(
    token,
    hasPower
      ? {
          en: `the power of ${text} goes after its bracket: ${text}(…)^2`,
          zh: `${text} 的乘方写在括号后面：${text}(…)^2`,
        }
      : { en: `${text} needs a bracket after it: ${text}(…)`, zh: `${text} 后面需要括号：${text}(…)` },
    length,
  )
}

/** Rejects `1,5`, which means 1.5 in many countries. */
export function decimalComma(before: Token | undefined, comma: Token, after: Token): Refused | undefined {
  const isComma = comma.text === ',' && before?.kind === 'number' && after.kind === 'number'
  if (!isComma || after.at !== comma.at + 1) return undefined
  const number = `${before.text}.${after.text}`
  return new Refused(comma, {
    en: `the decimal mark is a point: ${number}`,
    zh: `小数点要用点：${number}`,
  })
}

export const bases: ReadonlyMap<string, number> = new Map([
  ['log2', 2],
  ['log10', 10],
])

/** The constant that divides a logarithm of another base. */
export function logOf(base: number, { at, line, column }: Token): Expression {
  const value: Expression = { kind: 'number', value: base, text: String(base), at, line, column }
  return { kind: 'call', name: 'log', values: [value], at, line, column }
}

export const unclosedBar = (opened: Token): Refused =>
  new Refused(opened, {
    en: 'this bar is not closed: |x| or abs(x)',
    zh: '这条竖线没有闭合：|x| 或 abs(x)',
  })

/** Rejects incomplete LaTeX or Python with the form to write. */
export const writeInstead = (token: Token, form: string): Refused =>
  new Refused(token, { en: `write it as ${form}`, zh: `请写成 ${form}` }, token.length)
