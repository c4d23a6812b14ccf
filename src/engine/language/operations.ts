// The operations of the language as arithmetic: the single definition of what each computes. The interpreter calls it,
// constant folding uses it, and compiled code must match it to the bit.

import { cos, exp, log, powerWhole, sin, tan, tanh } from '../exact.ts'
import { SMALLEST } from '../ewa.ts'

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
  'exp',
  'log',
  'sin',
  'cos',
  'tan',
  'tanh',
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

/** Applies one operation to one or two numbers. */
export function apply(operation: Operation, a: number, b: number): number {
  switch (operation) {
    case 'negate':
      return -a
    case 'add':
      return a + b
    case 'subtract':
      return a - b
    case 'multiply':
      return a * b
    case 'divide':
      return quotient(a, b)
    case 'power':
      return powerWhole(a, b)
    case 'less':
      return a < b ? 1 : 0
    case 'greater':
      return a > b ? 1 : 0
    case 'atMost':
      return a <= b ? 1 : 0
    case 'atLeast':
      return a >= b ? 1 : 0
    case 'min':
      return lesser(a, b)
    case 'max':
      return larger(a, b)
    case 'abs':
      return Math.abs(a)
    case 'sign':
      return Math.sign(a)
    case 'sqrt':
      return Math.sqrt(a)
    case 'exp':
      return exp(a)
    case 'log':
      return log(a)
    case 'sin':
      return sin(a)
    case 'cos':
      return cos(a)
    case 'tan':
      return tan(a)
    case 'tanh':
      return tanh(a)
    case 'flush':
      return Math.abs(a) < SMALLEST ? 0 : a
    case 'times':
      return times(a, b)
    case 'runningPower':
      return nextRunningPower(a, b)
    case 'number':
    case 'input':
      return a
  }
}
