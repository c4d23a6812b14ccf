// Each operation of the language as instructions, on one double or on a pair side by side. They match operations.ts one
// for one, so the bits are the same.

import { SMALLEST } from '../ewa.ts'
import { functions, LEAST_POWER, SQUARE_IS_ZERO, type Operation } from '../language/operations.ts'
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

export const calls: ReadonlySet<Operation> = new Set<Operation>(['power', ...functions])

/** Operations that are one instruction after their operands, in both types. */
const instructions = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  negate: 'neg',
  abs: 'abs',
  sqrt: 'sqrt',
} as const
const comparisons = { less: 'lt', greater: 'gt', atMost: 'le', atLeast: 'ge' } as const
const extremes = { min: 'lt', max: 'gt' } as const
type Instruction =
  (typeof instructions)[keyof typeof instructions] | (typeof comparisons)[keyof typeof comparisons] | 'ne'

const isIn = <T extends object>(table: T, operation: string): operation is keyof T & string =>
  Object.hasOwn(table, operation)
const binary: ReadonlySet<Operation> = new Set<Operation>(['add', 'subtract', 'multiply', 'power'])

interface Type {
  push(operand: Operand): void
  /** An instruction of the type's own numbers. */
  run(name: Instruction): void
  /** Turns a comparison into 1 or 0. */
  truth(): void
  /** Takes the first of two values if one of two comparisons holds. */
  either(): void
}

/** Emits an operation whose instructions differ in their names only. */
function emitAlike(
  type: Type,
  body: Body,
  callOf: CallOf,
  operation: Operation,
  a: Operand,
  b: Operand,
): void {
  const { push, run } = type
  if (isIn(comparisons, operation)) {
    push(a)
    push(b)
    run(comparisons[operation])
    type.truth()
  } else if (isIn(extremes, operation)) {
    push(b)
    push(a)
    push(b)
    push(a)
    run(extremes[operation])
    push(b)
    push(b)
    run('ne')
    type.either()
  } else {
    push(a)
    if (binary.has(operation)) push(b)
    if (isIn(instructions, operation)) run(instructions[operation])
    else if (calls.has(operation)) body.call(callOf(operation))
  }
}

export function scalarArithmetic(body: Body, callOf: CallOf): Arithmetic {
  const push = (operand: Operand): Body =>
    typeof operand === 'number' ? body.f64(operand) : body.get(operand)
  const scratch = body.local('f64')
  const type: Type = {
    push,
    run: (name) => void body.do(`f64.${name}`),
    truth: () => void body.do('f64.convert_i32_u'),
    either: () => void body.do('i32.or', 'select'),
  }
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
          emitAlike(type, body, callOf, operation, a, b)
      }
    },
  }
}

/** `constantOf`: returns the variable that holds a number in both places, set before the loop. */
export function pairArithmetic(body: Body, callOf: CallOf, constantOf: (value: number) => Local): Arithmetic {
  const push = (operand: Operand): Body =>
    body.get(typeof operand === 'number' ? constantOf(operand) : operand)
  const scratch = body.local('v128')
  const type: Type = {
    push,
    run: (name) => void body.simd(`f64x2.${name}`),
    truth: () => void push(1).simd('v128.and'),
    either: () => void body.simd('v128.or', 'v128.bitselect'),
  }
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
          emitAlike(type, body, callOf, operation, a, b)
      }
    },
  }
}
