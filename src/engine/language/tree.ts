// The typed tree of a text in the language: expressions and statements with their locations. Interpreter, WebAssembly,
// NumPy and the typeset formula are all built from it.

import type { Place } from './fault.ts'

export type UnaryFunction = 'exp' | 'log' | 'sqrt' | 'sin' | 'cos' | 'tan' | 'tanh' | 'abs' | 'sign'
export type BinaryFunction = 'min' | 'max'
/** Over all components of w, dW or a memory, as they are at the start of the step. */
export type Reduction = 'norm' | 'sum' | 'mean'
export type Sign = '+' | '-' | '*' | '/' | '^' | '<' | '>' | '<=' | '>='

export type Expression =
  | ({ readonly kind: 'number'; readonly value: number; readonly text: string } & Place)
  | ({ readonly kind: 'name'; readonly name: string } & Place)
  | ({ readonly kind: 'negate'; readonly of: Expression } & Place)
  | ({
      readonly kind: 'operation'
      readonly sign: Sign
      readonly left: Expression
      readonly right: Expression
    } & Place)
  | ({
      readonly kind: 'call'
      readonly name: UnaryFunction | BinaryFunction
      readonly values: readonly Expression[]
    } & Place)
  | ({ readonly kind: 'reduction'; readonly name: Reduction; readonly of: string } & Place)

/** A slider. */
export interface Parameter extends Place {
  readonly kind: 'parameter'
  readonly name: string
  readonly value: number
  readonly from: number
  readonly to: number
  readonly log: boolean
}

export interface MemoryStart extends Place {
  readonly kind: 'memory'
  readonly name: string
  readonly value: number
}

export interface Assignment extends Place {
  readonly kind: 'assignment'
  readonly name: string
  readonly value: Expression
}

export type Statement = Parameter | MemoryStart | Assignment

/** A valid rule. */
export interface Rule {
  readonly source: string
  readonly statements: readonly Statement[]
  readonly parameters: readonly Parameter[]
  /** In order of appearance. Each has one number per component. */
  readonly memories: readonly { readonly name: string; readonly start: number }[]
  readonly assignments: readonly Assignment[]
}

/** A surface: one expression in two parameters, the first called x or w, the second y or b. */
export interface SurfaceText {
  readonly source: string
  readonly value: Expression
}
