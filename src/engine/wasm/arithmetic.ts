// Each operation of the language as instructions, on one double or on a pair side by side. They match operations.ts one
// for one, so the bits are the same.

import { SMALLEST } from '../ewa.ts'
import { LEAST_POWER, SQUARE_IS_ZERO, type Operation } from '../language/operations.ts'
import type { Body, Local } from './assembler.ts'

/** A readable operand: a variable, or a number. */
export type Operand = Local | number

/** The index of an imported or internal function. */
export type CallOf = (operation: Operation) => number

export interface Arithmetic {
  readonly type: 'f64' | 'v128'
  push(operand: Operand): void
  /** Leaves the result on the stack. `sure`: the divisor is known to be nonzero. */
  emit(operation: Operation, a: Operand, b: Operand, sure: boolean): void
}

export const calls: ReadonlySet<Operation> = new Set<Operation>([
  'power',
  'exp',
  'log',
  'sin',
  'cos',
  'tan',
  'tanh',
])

/** Operations that are one instruction after their operands, in both types. */
const instructions = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  negate: 'neg',
  abs: 'abs',
  sqrt: 'sqrt',
} as const
const isPlain = (operation: Operation): operation is keyof typeof instructions => operation in instructions
const binary: ReadonlySet<Operation> = new Set<Operation>(['add', 'subtract', 'multiply', 'power'])

const scalarComparisons = { less: 'f64.lt', greater: 'f64.gt', atMost: 'f64.le', atLeast: 'f64.ge' } as const

export function scalarArithmetic(body: Body, callOf: CallOf): Arithmetic {
  const push = (operand: Operand): Body =>
    typeof operand === 'number' ? body.f64(operand) : body.get(operand)
  const scratch = body.local('f64')
  return {
    type: 'f64',
    push: (operand) => void push(operand),
    emit(operation, a, b, sure) {
      switch (operation) {
        case 'divide':
          if (sure || (typeof b === 'number' && b !== 0)) {
            push(a)
            push(b).do('f64.div')
            return
          }
          body.f64(0)
          push(a)
          push(b).do('f64.div')
          push(b).f64(0).do('f64.eq')
          push(a).do('f64.abs').f64(SQUARE_IS_ZERO).do('f64.lt', 'i32.and', 'select')
          return
        case 'less':
        case 'greater':
        case 'atMost':
        case 'atLeast':
          push(a)
          push(b).do(scalarComparisons[operation], 'f64.convert_i32_u')
          return
        case 'min':
        case 'max':
          push(b)
          push(a)
          push(b)
          push(a).do(operation === 'min' ? 'f64.lt' : 'f64.gt')
          push(b)
          push(b).do('f64.ne', 'i32.or', 'select')
          return
        case 'sign':
          body.f64(1).f64(-1)
          push(a)
          push(a).f64(0).do('f64.lt', 'select')
          push(a).f64(0).do('f64.gt', 'select')
          return
        case 'flush':
          body.f64(0)
          push(a)
          push(a).do('f64.abs').f64(SMALLEST).do('f64.lt', 'select')
          return
        case 'times':
          body.f64(0)
          push(a)
          push(b).do('f64.mul')
          push(b).f64(0).do('f64.eq', 'select')
          return
        case 'runningPower':
          push(a)
          push(b).do('f64.mul').set(scratch)
          body.f64(0).get(scratch).get(scratch).do('f64.abs').f64(LEAST_POWER).do('f64.lt', 'select')
          return
        default:
          push(a)
          if (binary.has(operation)) push(b)
          if (isPlain(operation)) body.do(`f64.${instructions[operation]}`)
          else if (calls.has(operation)) body.call(callOf(operation))
      }
    },
  }
}

const pairComparisons = {
  less: 'f64x2.lt',
  greater: 'f64x2.gt',
  atMost: 'f64x2.le',
  atLeast: 'f64x2.ge',
} as const

/** `constantOf`: returns the variable that holds a number in both places, set before the loop. */
export function pairArithmetic(body: Body, callOf: CallOf, constantOf: (value: number) => Local): Arithmetic {
  const push = (operand: Operand): Body =>
    body.get(typeof operand === 'number' ? constantOf(operand) : operand)
  const scratch = body.local('v128')
  /** Leaves x if |x| is at least `least`, else 0. */
  const cut = (least: number): void => {
    body.tee(scratch).get(scratch).simd('f64x2.abs')
    push(least).simd('f64x2.lt', 'v128.andnot')
  }
  return {
    type: 'v128',
    push: (operand) => void push(operand),
    emit(operation, a, b, sure) {
      switch (operation) {
        case 'divide':
          push(a)
          push(b).simd('f64x2.div')
          if (sure || (typeof b === 'number' && b !== 0)) return
          push(b)
          push(0).simd('f64x2.eq')
          push(a).simd('f64x2.abs')
          push(SQUARE_IS_ZERO).simd('f64x2.lt', 'v128.and', 'v128.andnot')
          return
        case 'less':
        case 'greater':
        case 'atMost':
        case 'atLeast':
          push(a)
          push(b).simd(pairComparisons[operation])
          push(1).simd('v128.and')
          return
        case 'min':
        case 'max':
          push(b)
          push(a)
          push(b)
          push(a).simd(operation === 'min' ? 'f64x2.lt' : 'f64x2.gt')
          push(b)
          push(b).simd('f64x2.ne', 'v128.or', 'v128.bitselect')
          return
        case 'sign':
          push(1)
          push(-1)
          push(a)
          push(a)
          push(0).simd('f64x2.lt', 'v128.bitselect')
          push(a)
          push(0).simd('f64x2.gt', 'v128.bitselect')
          return
        case 'flush':
          push(a)
          cut(SMALLEST)
          return
        case 'times':
          push(a)
          push(b).simd('f64x2.mul')
          push(b)
          push(0).simd('f64x2.eq', 'v128.andnot')
          return
        case 'runningPower':
          push(a)
          push(b).simd('f64x2.mul')
          cut(LEAST_POWER)
          return
        default:
          push(a)
          if (binary.has(operation)) push(b)
          if (isPlain(operation)) body.simd(`f64x2.${instructions[operation]}`)
          else if (calls.has(operation)) body.call(callOf(operation))
      }
    },
  }
}
