// Lowers a tree to a graph. For a rule: the new w and memories after a step. For a surface: J.

import { Graph } from './graph.ts'
import type { Operation } from './operations.ts'
import { surfaceNames } from './parse.ts'
import type { Expression, Reduction, Rule, Sign, SurfaceText } from './tree.ts'

const operationOf: Readonly<Record<Sign, Operation>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '^': 'power',
  '<': 'less',
  '>': 'greater',
  '<=': 'atMost',
  '>=': 'atLeast',
}
const constants: ReadonlyMap<string, number> = new Map([
  ['pi', 3.141592653589793],
  ['e', 2.718281828459045],
])

/** How often a value changes: never during a run, per step, or per component. */
export type Level = 0 | 1 | 2

export interface RuleGraph {
  readonly rule: Rule
  readonly graph: Graph
  readonly levels: readonly Level[]
  /** The base of each running power βᵗ, and the node of the power. */
  readonly powers: readonly { readonly base: number; readonly node: number; readonly before: number }[]
  readonly reductions: readonly { readonly kind: Reduction; readonly of: string; readonly node: number }[]
  /** w after the step, then the memories in order. */
  readonly outputs: readonly number[]
  /** The result of each assignment, in text order. */
  readonly assigned: readonly number[]
}

const stepInputs: ReadonlySet<string> = new Set(['alpha', 't', 'epoch', 'J'])

/** `late`: powers so small that 1 − βᵗ is 1, so the division by it is dropped. */
export function lowerRule(rule: Rule, late: ReadonlySet<number> = new Set()): RuleGraph {
  const graph = new Graph()
  const levels: Level[] = []
  const memories = new Set(rule.memories.map(({ name }) => name))
  const parameters = new Set(rule.parameters.map(({ name }) => name))
  const current = new Map<string, number>()
  const powers: { base: number; node: number; before: number }[] = []
  const reductions: { kind: Reduction; of: string; node: number }[] = []

  const levelOfInput = (name: string): Level => {
    if (parameters.has(name) || name === 'n') return 0
    return stepInputs.has(name) || /^(power|norm|sum|mean) /.test(name) ? 1 : 2
  }
  /** Assigns levels to the new nodes. */
  const level = (node: number): Level => {
    for (let i = levels.length; i < graph.nodes.length; i++) {
      const { operation, left, right, value } = graph.nodes[i]
      levels.push(
        operation === 'number'
          ? 0
          : operation === 'input'
            ? levelOfInput(graph.inputs[value])
            : (Math.max(levels[left], levels[right]) as Level),
      )
    }
    return levels[node]
  }

  const named = (name: string): number => {
    const value = constants.get(name)
    if (value !== undefined) return graph.number(value)
    return current.get(name) ?? graph.input(name)
  }
  const power = (base: number): number => {
    const known = powers.find((one) => one.base === base)
    if (known) return known.node
    const before = graph.input(`power ${powers.length}`)
    const node = graph.add('runningPower', before, base)
    powers.push({ base, node, before })
    return node
  }
  const lower = (expression: Expression): number => {
    switch (expression.kind) {
      case 'number':
        return graph.number(expression.value)
      case 'name':
        return named(expression.name)
      case 'negate':
        return graph.add('negate', lower(expression.of))
      case 'call': {
        const [a, b] = expression.values.map(lower)
        return graph.add(expression.name, a, b ?? a)
      }
      case 'reduction': {
        const { name: kind, of } = expression
        const node = graph.input(`${kind} ${of}`)
        if (!reductions.some((one) => one.node === node)) reductions.push({ kind, of, node })
        return node
      }
      case 'operation': {
        const { sign, left, right } = expression
        const a = lower(left)
        // βᵗ with a base that is constant over the run is a running product.
        if (sign === '^' && right.kind === 'name' && right.name === 't' && level(a) === 0) return power(a)
        const b = lower(right)
        if (sign === '-' && graph.constant(a) === 1 && late.has(powers.findIndex(({ node }) => node === b)))
          return graph.number(1)
        return graph.add(operationOf[sign], a, b)
      }
    }
  }

  const assigned = rule.assignments.map(({ name, value }) => {
    const result = lower(value)
    const kept = memories.has(name) ? graph.add('flush', result) : result
    current.set(name, kept)
    return kept
  })
  const outputs = [
    current.get('w')!,
    ...rule.memories.map(({ name }) => current.get(name) ?? graph.input(name)),
  ]
  level(graph.nodes.length - 1)
  return { rule, graph, levels, powers, reductions, outputs, assigned }
}

/** Adds J of a surface to a graph whose inputs are x, y and its constants. */
export function lowerSurface(surface: SurfaceText, graph: Graph): number {
  const lower = (expression: Expression): number => {
    switch (expression.kind) {
      case 'number':
        return graph.number(expression.value)
      case 'name': {
        const value = constants.get(expression.name)
        if (value !== undefined) return graph.number(value)
        return graph.input(surfaceNames.get(expression.name) ?? expression.name)
      }
      case 'negate':
        return graph.add('negate', lower(expression.of))
      case 'call': {
        const [a, b] = expression.values.map(lower)
        return graph.add(expression.name, a, b ?? a)
      }
      case 'operation':
        return graph.add(operationOf[expression.sign], lower(expression.left), lower(expression.right))
      case 'reduction':
        throw new RangeError('a surface has no components')
    }
  }
  return lower(surface.value)
}
