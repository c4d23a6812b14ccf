// The operations of the language as arithmetic: the single definition of what each computes. The interpreter calls it,
// constant folding uses it, and compiled code must match it to the bit.

import { cos, exp, log, powerWhole, sin, tan, tanh } from '../exact.ts'
import { SMALLEST } from '../ewa.ts'

/** The functions of exact.ts with one argument. */
export const functions = ['exp', 'log', 'sin', 'cos', 'tan', 'tanh'] as const

export const operations = [
  'number',
  'input',
  'negate',
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'less',
  'greater',
  'atMost',
  'atLeast',
  'min',
  'max',
  'abs',
  'sign',
  'sqrt',
  ...functions,
  'flush',
  'times',
  'runningPower',
] as const
export type Operation = (typeof operations)[number]

/** The number of an operation in a tape. */
export const codeOf = Object.fromEntries(operations.map((name, code) => [name, code])) as Record<
  Operation,
  number
>

/** Over a denominator of 0 a smaller numerator counts as 0, because its square underflows. */
export const SQUARE_IS_ZERO = 1e-150
/** Running products below this become 0. */
export const LEAST_POWER = 1e-30

/** a / b, where 0/0 is 0. */
export const quotient = (a: number, b: number): number =>
  b === 0 && Math.abs(a) < SQUARE_IS_ZERO ? 0 : a / b
/** min. Returns the first argument on a tie, and NaN if either is NaN. */
export const lesser = (a: number, b: number): number => (b < a || b !== b ? b : a)
export const larger = (a: number, b: number): number => (b > a || b !== b ? b : a)
/** An outer derivative times an inner one, where an inner derivative of 0 gives 0. */
export const times = (outer: number, inner: number): number => (inner === 0 ? 0 : outer * inner)
/** Returns βᵗ from βᵗ⁻¹. */
export function nextRunningPower(power: number, base: number): number {
  const next = power * base
  return Math.abs(next) < LEAST_POWER ? 0 : next
}

/** Applies the operation of a code to one or two numbers. */
export function compute(code: number, a: number, b: number): number {
  switch (code) {
    case 0: // number
    case 1: // input
      return a
    case 2: // negate
      return -a
    case 3: // add
      return a + b
    case 4: // subtract
      return a - b
    case 5: // multiply
      return a * b
    case 6: // divide
      return quotient(a, b)
    case 7: // power
      return powerWhole(a, b)
    case 8: // less
      return a < b ? 1 : 0
    case 9: // greater
      return a > b ? 1 : 0
    case 10: // atMost
      return a <= b ? 1 : 0
    case 11: // atLeast
      return a >= b ? 1 : 0
    case 12: // min
      return lesser(a, b)
    case 13: // max
      return larger(a, b)
    case 14: // abs
      return Math.abs(a)
    case 15: // sign
      return Math.sign(a)
    case 16: // sqrt
      return Math.sqrt(a)
    case 17: // exp
      return exp(a)
    case 18: // log
      return log(a)
    case 19: // sin
      return sin(a)
    case 20: // cos
      return cos(a)
    case 21: // tan
      return tan(a)
    case 22: // tanh
      return tanh(a)
    case 23: // flush
      return Math.abs(a) < SMALLEST ? 0 : a
    case 24: // times
      return times(a, b)
    default: // runningPower
      return nextRunningPower(a, b)
  }
}

export const apply = (operation: Operation, a: number, b: number): number => compute(codeOf[operation], a, b)
