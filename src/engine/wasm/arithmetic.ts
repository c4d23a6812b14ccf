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

const scalarSimple = {
  add: 'f64.add',
  subtract: 'f64.sub',
  multiply: 'f64.mul',
} as const
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
        case 'add':
        case 'subtract':
        case 'multiply':
          push(a)
          push(b).do(scalarSimple[operation])
          return
        case 'negate':
          push(a).do('f64.neg')
          return
        case 'abs':
          push(a).do('f64.abs')
          return
        case 'sqrt':
          push(a).do('f64.sqrt')
          return
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
        case 'power':
          push(a)
          push(b).call(callOf(operation))
          return
        case 'exp':
        case 'log':
        case 'sin':
        case 'cos':
        case 'tan':
        case 'tanh':
          push(a).call(callOf(operation))
          return
        case 'number':
        case 'input':
          push(a)
      }
    },
  }
}

const pairSimple = { add: 'f64x2.add', subtract: 'f64x2.sub', multiply: 'f64x2.mul' } as const
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
        case 'add':
        case 'subtract':
        case 'multiply':
          push(a)
          push(b).simd(pairSimple[operation])
          return
        case 'negate':
          push(a).simd('f64x2.neg')
          return
        case 'abs':
          push(a).simd('f64x2.abs')
          return
        case 'sqrt':
          push(a).simd('f64x2.sqrt')
          return
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
        case 'power':
          push(a)
          push(b).call(callOf(operation))
          return
        case 'exp':
        case 'log':
        case 'sin':
        case 'cos':
        case 'tan':
        case 'tanh':
          push(a).call(callOf(operation))
          return
        case 'number':
        case 'input':
          push(a)
      }
    },
  }
}
