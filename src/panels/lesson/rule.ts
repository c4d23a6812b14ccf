// An update rule at one step, along one direction: its formulas, with each symbol before and after its assignment as
// separate keys (V := βV + (1 − β)dW has two different V), and the values, read from two rows of a run.

import type { RunSpec } from '../../engine/experiment.ts'
import type { Formula, FormulaNode } from '../../engine/formula.ts'
import { Machine, programOfRule, type Program } from '../../engine/language/machine.ts'
import { Tape } from '../../engine/language/tape.ts'
import { optimizerOf } from '../../engine/optimizers/index.ts'
import { valuesOf } from '../../engine/optimizers/mover.ts'
import type { Settings } from '../../engine/optimizers/optimizer.ts'
import { column } from '../../engine/row.ts'

/** The columns of a row: `columnOf` returns where θ ('w'), dW and the slots begin. */
export interface RuleRows {
  readonly before: { readonly rows: Float64Array; readonly from: number }
  readonly after: { readonly rows: Float64Array; readonly from: number }
  columnOf(name: string): number
}

/** Groups `(1 − `, β, `)`, so a narrow column never breaks it. */
function grouped(line: Formula): Formula {
  const nodes: FormulaNode[] = []
  for (let i = 0; i < line.length; i++) {
    const [node, inner, close] = [line[i], line[i + 1], line[i + 2]]
    const opens = typeof node === 'string' && node.endsWith('(1 − ')
    if (!opens || typeof inner !== 'object' || typeof close !== 'string' || !close.startsWith(')')) {
      nodes.push(node)
      continue
    }
    nodes.push(node.slice(0, -'(1 − '.length), { group: ['1 − ', inner] }, close.slice(1))
    i += 2
  }
  return nodes.filter((node) => node !== '')
}

/** Returns the symbol that a line assigns, if any. */
function assigned(line: Formula): string | undefined {
  const [first, then] = line
  return typeof first === 'object' && 'symbol' in first && typeof then === 'string' && /^\s*:?=/.test(then)
    ? first.symbol
    : undefined
}

/** Returns the formula's own name for a key made here: `V_b~before` → `V`, `b` → `w`. */
export const bareSymbol = (key: string, axis: string): string => {
  const [name] = key.split('~')
  if (name === axis) return 'w'
  return name.endsWith(`_${axis}`) ? name.slice(0, -axis.length - 1) : name
}

/**
 * Keys for one direction: `V_b`, `dW_b`, the parameter itself as `b`. `~before` marks a symbol that is not yet
 * assigned.
 */
export function linesAlong(
  lines: readonly Formula[],
  slots: readonly string[],
  axis: string,
  locals: readonly string[] = [],
): readonly Formula[] {
  const steps = lines.filter((line) => assigned(line) === 'w').length
  let taken = 0
  const done = new Set<string>()
  const key = (symbol: string): string => {
    if (symbol === 'w') return taken === 0 ? `${axis}~before` : taken < steps ? `${axis}~between` : axis
    if (slots.includes(symbol)) return done.has(symbol) ? `${symbol}_${axis}` : `${symbol}_${axis}~before`
    return symbol === 'dW' || locals.includes(symbol) ? `${symbol}_${axis}` : symbol
  }
  const named = (node: FormulaNode): FormulaNode => {
    if (typeof node === 'string') return node
    if ('symbol' in node) return { ...node, symbol: key(node.symbol) }
    if ('over' in node) return { over: node.over.map(named), under: node.under.map(named) }
    if ('root' in node) return { root: node.root.map(named) }
    return { ...node, group: node.group.map(named) }
  }
  return lines.map(grouped).map((line) => {
    const target = assigned(line)
    const right = line.slice(1).map(named)
    if (target === undefined) return [named(line[0]), ...right]
    if (target === 'w') taken++
    else done.add(target)
    return [named(line[0]), ...right]
  })
}

/** Returns the value of every key of `linesAlong` that is known. Recomputes the step line by line. */
export function numbersAlong(
  run: RunSpec,
  settings: Settings,
  { before, after, columnOf }: RuleRows,
  component: 0 | 1,
  axis: string,
): Readonly<Record<string, number>> {
  const optimizer = optimizerOf(run)
  const program = programOfRule(optimizer.ruleOf(settings.course, settings.biasCorrection))
  const { rule, powers, assigned, levels } = program
  const numbers: Record<string, number> = {}
  const put = (key: string, value: number | undefined): void => {
    if (value !== undefined && Number.isFinite(value)) numbers[key] = value
  }
  const t = after.rows[after.from]
  const alpha = after.rows[after.from + column.alpha]
  put('alpha', alpha)
  put('t', t)
  put('epoch', after.rows[after.from + column.epoch])
  put('J', after.rows[after.from + column.batchCost])
  const values = valuesOf(optimizer, run, settings)
  for (const { name, value } of rule.parameters) {
    put(name, values[name] ?? value)
  }
  const pair = (name: string, row: RuleRows['before']): Float64Array => {
    const at = columnOf(name)
    return Float64Array.from([0, 1], (i) => (at < 0 ? NaN : row.rows[row.from + at + i]))
  }
  const [w, dW] = [pair('w', before), pair('dW', after)]
  const memories = rule.memories.map(({ name }) => pair(name, before))
  put(`${axis}~before`, w[component])
  put(`dW_${axis}`, dW[component])
  rule.memories.forEach(({ name }, k) => put(`${name}_${axis}~before`, memories[k][component]))
  put(axis, pair('w', after)[component])
  rule.memories.forEach(({ name }) => put(`${name}_${axis}`, pair(name, after)[component]))
  // Recomputes the step along this direction from the previous state, with βᵗ⁻¹ exact to the displayed digits.
  const only = (values_: Float64Array): Float64Array => values_.subarray(component, component + 1)
  const begun = powers.map(({ base }) => Float64Array.of(baseOf(program, values, base) ** (t - 1)))
  const state = { w: only(w), dW: only(dW), memories: memories.map(only), powers: begun }
  const machine = new Machine(program, state, values)
  machine.reduceOver([w, dW, ...memories])
  machine.step(alpha, t, after.rows[after.from + column.epoch], after.rows[after.from + column.batchCost])
  const results = machine.results()
  const steps = rule.assignments.filter(({ name }) => name === 'w').length
  let taken = 0
  rule.assignments.forEach(({ name }, i) => {
    if (name === 'w') {
      if (++taken < steps) put(`${axis}~between`, results[i])
    } else if (!rule.memories.some((memory) => memory.name === name))
      put(levels[assigned[i]] === 2 ? `${name}_${axis}` : name, results[i])
  })
  return numbers
}

/** The base of a power: a number, or made of parameters. */
function baseOf(program: Program, values: Readonly<Record<string, number>>, base: number): number {
  const { graph, rule } = program
  const tape = new Tape(graph, [base])
  graph.inputs.forEach((name, i) => {
    const own = rule.parameters.find((parameter) => parameter.name === name)
    if (own) tape.set(i, values[name] ?? own.value)
  })
  tape.run()
  return tape.output(0)
}

/** Returns the locals of a rule that have a value for each direction. */
export function localsOf(program: Program): readonly string[] {
  const { rule, assigned, levels } = program
  const kept = new Set(['w', ...rule.memories.map(({ name }) => name)])
  return rule.assignments.flatMap(({ name }, i) =>
    levels[assigned[i]] === 2 && !kept.has(name) ? [name] : [],
  )
}
