// The operations that a formula can use, numbered: the code of an operation is its place in this list.

const names = [
  'constant',
  'x',
  'y',
  'negate',
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'exp',
  'log',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'tanh',
  'abs',
  'min',
  'max',
] as const
export type Operation = (typeof names)[number]

export const codes = Object.fromEntries(names.map((name, code) => [name, code])) as Record<Operation, number>

const binary: ReadonlySet<number> = new Set(
  (['add', 'subtract', 'multiply', 'divide', 'power', 'min', 'max'] as const).map((name) => codes[name]),
)

export const isBinary = (code: number): boolean => binary.has(code)

/** One line of a tape: an operation on the results of earlier lines; `constant` carries its number. */
export interface Line {
  readonly operation: Operation
  readonly left: number
  readonly right: number
  readonly constant: number
}
