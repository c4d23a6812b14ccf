// A rule or a surface as NumPy text, operation by operation. w, dW and the memories are arrays, everything else is a
// number. `ratio` is division in which 0/0 is 0, and `power` accepts a negative base if the exponent is an integer. The
// script defines both.

import { isBinary, type Graph } from './graph.ts'
import type { Operation } from './operations.ts'
import type { Expression, Rule } from './tree.ts'

/** Names taken by the script or by Python get an underscore appended. */
const taken: ReadonlySet<string> = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is lambda
   nonlocal not or pass raise return try while with yield None True False math np ratio power sign less update print seed m
   start cost row race unfit batches orders start Stream mixed`.split(/\s+/),
)
export const pythonName = (name: string): string => (taken.has(name) ? `${name}_` : name)

const constants: Readonly<Record<string, string>> = { pi: 'np.pi', e: 'np.e' }
const functions: Readonly<Record<string, string>> = {
  exp: 'np.exp',
  log: 'np.log',
  sqrt: 'np.sqrt',
  sin: 'np.sin',
  cos: 'np.cos',
  tan: 'np.tan',
  tanh: 'np.tanh',
  abs: 'np.abs',
  sign: 'np.sign',
  min: 'np.minimum',
  max: 'np.maximum',
}

const decimal = (value: number): string => {
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

const tightness = (expression: Expression): number => {
  if (expression.kind === 'negate') return 2
  if (expression.kind !== 'operation') return 4
  return { '+': 1, '-': 1, '*': 2, '/': 4, '^': 4, '<': 4, '>': 4, '<=': 4, '>=': 4 }[expression.sign]
}

/** `begun`: the names of w, dW and the memories as they were at the start of the step. */
export function pythonExpression(
  expression: Expression,
  named: (name: string) => string = pythonName,
  begun: (name: string) => string = named,
): string {
  const text = (inner: Expression, least = 0): string => {
    const shown = bare(inner)
    return tightness(inner) < least ? `(${shown})` : shown
  }
  const bare = (inner: Expression): string => {
    switch (inner.kind) {
      case 'number':
        return decimal(inner.value)
      case 'name':
        return constants[inner.name] ?? named(inner.name)
      case 'negate':
        return `-${text(inner.of, 3)}`
      case 'call':
        return `${functions[inner.name]}(${inner.values.map((value) => text(value)).join(', ')})`
      case 'reduction': {
        const of = begun(inner.of)
        if (inner.name === 'norm') return `np.sqrt(np.sum(${of} * ${of}))`
        return `np.${inner.name}(${of})`
      }
      case 'operation':
        return operation(inner)
    }
  }
  const operation = ({ sign, left, right }: Extract<Expression, { kind: 'operation' }>): string => {
    switch (sign) {
      case '+':
        return `${text(left, 1)} + ${text(right, 2)}`
      case '-':
        return `${text(left, 1)} - ${text(right, 2)}`
      case '*':
        return `${text(left, 2)} * ${text(right, 3)}`
      case '/':
        return `ratio(${text(left)}, ${text(right)})`
      case '^':
        if (right.kind === 'number' && (right.value === 2 || right.value === 3) && left.kind === 'name')
          return `${text(left)}**${right.value}`
        if (right.kind === 'name' && right.name === 't' && left.kind === 'name') return `${text(left)}**t`
        return `power(${text(left)}, ${text(right)})`
      default:
        return `np.where(${text(left)} ${sign} ${text(right)}, 1.0, 0.0)`
    }
  }
  return text(expression)
}

/** Returns lines that compute outputs of a surface's graph, and the name of each output. */
export function pythonGraph(
  graph: Graph,
  outputs: readonly number[],
  inputs: Readonly<Record<string, string>>,
): { readonly lines: readonly string[]; readonly results: readonly string[] } {
  const needed = graph.needed(outputs)
  const uses = new Map<number, number>()
  for (const i of needed) {
    const { operation, left, right } = graph.nodes[i]
    if (operation === 'number' || operation === 'input') continue
    uses.set(left, (uses.get(left) ?? 0) + 1)
    if (isBinary(operation)) uses.set(right, (uses.get(right) ?? 0) + 1)
  }
  const texts = new Map<number, string>()
  const lines: string[] = []
  for (const i of needed) {
    const { operation, left, right, value } = graph.nodes[i]
    if (operation === 'number') texts.set(i, value < 0 ? `(${decimal(value)})` : decimal(value))
    else if (operation === 'input') texts.set(i, inputs[graph.inputs[value]])
    else {
      const text = graphOperations[operation]!(texts.get(left)!, texts.get(right)!)
      if ((uses.get(i) ?? 0) > 1) {
        const name = `v${lines.length + 1}`
        lines.push(`${name} = ${text}`)
        texts.set(i, name)
      } else texts.set(i, text.startsWith('np.') || /^[a-z]+\(/.test(text) ? text : `(${text})`)
    }
  }
  return { lines, results: outputs.map((output) => texts.get(output)!) }
}

const graphOperations: Readonly<Partial<Record<Operation, (a: string, b: string) => string>>> = {
  negate: (a) => `-${a}`,
  add: (a, b) => `${a} + ${b}`,
  subtract: (a, b) => `${a} - ${b}`,
  multiply: (a, b) => `${a} * ${b}`,
  divide: (a, b) => `ratio(${a}, ${b})`,
  power: (a, b) => `power(${a}, ${b})`,
  times: (a, b) => `times(${a}, ${b})`,
  less: (a, b) => `float(${a} < ${b})`,
  greater: (a, b) => `float(${a} > ${b})`,
  atMost: (a, b) => `float(${a} <= ${b})`,
  atLeast: (a, b) => `float(${a} >= ${b})`,
  ...Object.fromEntries(
    Object.entries(functions).map(([name, called]) => [
      name,
      name === 'min' || name === 'max'
        ? (a: string, b: string) => `${called}(${a}, ${b})`
        : (a: string) => `${called}(${a})`,
    ]),
  ),
}

export interface PythonRule {
  /** Memories with their initial values. */
  readonly memories: readonly (readonly [name: string, start: number])[]
  /** The lines of one update. Its arguments are `dW`, `t`, `alpha`, `epoch` and `J`. */
  readonly lines: readonly string[]
  readonly nonlocals: readonly string[]
}

export function pythonRule(rule: Rule): PythonRule {
  const memories = rule.memories.map(({ name, start }) => [pythonName(name), start] as const)
  const reduced = new Set(reductionsOf(rule))
  const assigned = new Set(rule.assignments.map(({ name }) => name))
  const begun = (name: string): string =>
    reduced.has(name) && assigned.has(name) ? `${pythonName(name)}_begun` : pythonName(name)
  const lines = [
    ...[...reduced]
      .filter((name) => assigned.has(name))
      .map((name) => `${begun(name)} = ${pythonName(name)}`),
    ...rule.assignments.map(
      ({ name, value }) => `${pythonName(name)} = ${pythonExpression(value, pythonName, begun)}`,
    ),
  ]
  return { memories, lines, nonlocals: ['w', ...memories.map(([name]) => name)] }
}

function reductionsOf(rule: Rule): string[] {
  const found: string[] = []
  const look = (expression: Expression): void => {
    if (expression.kind === 'reduction') found.push(expression.of)
    else if (expression.kind === 'negate') look(expression.of)
    else if (expression.kind === 'call') expression.values.forEach(look)
    else if (expression.kind === 'operation') {
      look(expression.left)
      look(expression.right)
    }
  }
  for (const { value } of rule.assignments) look(value)
  return found
}
