// An update rule at one step, along one direction: its formulas with each symbol told apart before and after its
// assignment (V := βV + (1 − β)dW has two different V), and the number of each, read from two rows of one run.

import type { RunSpec } from '../../engine/experiment.ts'
import type { Formula, FormulaNode } from '../../engine/formula.ts'
import { betaOfV, parametersOf } from '../../engine/optimizers/index.ts'
import type { Settings } from '../../engine/optimizers/optimizer.ts'
import { column } from '../../engine/row.ts'

/** What the run keeps of one row: `columnOf` says where θ ('w'), dW and the slots begin. */
export interface RuleRows {
  readonly before: { readonly rows: Float64Array; readonly from: number }
  readonly after: { readonly rows: Float64Array; readonly from: number }
  columnOf(name: string): number
}

const derived: readonly string[] = ['dW', 'Vc', 'Sc', 'c', 'Delta']

/** `(1 − `, β, `)` as one group, so that a narrow column never breaks it. */
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

/** The symbol that a line assigns, if it does. */
function assigned(line: Formula): string | undefined {
  const [first, then] = line
  return typeof first === 'object' && 'symbol' in first && typeof then === 'string' && /^\s*:?=/.test(then)
    ? first.symbol
    : undefined
}

/** The name in the formula's own letters of a key made here: `V_b~before` → `V`; `b` → `w`. */
export const bareSymbol = (key: string, axis: string): string => {
  const [name] = key.split('~')
  if (name === axis) return 'w'
  return name.endsWith(`_${axis}`) ? name.slice(0, -axis.length - 1) : name
}

/** Keys for one direction: `V_b`, `dW_b`, the parameter itself as `b`; `~before` where the symbol is not yet assigned. */
export function linesAlong(
  lines: readonly Formula[],
  slots: readonly string[],
  axis: string,
): readonly Formula[] {
  const steps = lines.filter((line) => assigned(line) === 'w').length
  let taken = 0
  const done = new Set<string>()
  const key = (symbol: string): string => {
    if (symbol === 'w') return taken === 0 ? `${axis}~before` : taken < steps ? `${axis}~between` : axis
    if (slots.includes(symbol)) return done.has(symbol) ? `${symbol}_${axis}` : `${symbol}_${axis}~before`
    if (derived.includes(symbol)) return `${symbol}_${axis}`
    return symbol
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

/** The number of every key of `linesAlong`, without its power; what is not known is left out. */
export function numbersAlong(
  run: RunSpec,
  settings: Settings,
  slots: readonly string[],
  { before, after, columnOf }: RuleRows,
  component: 0 | 1,
  axis: string,
): Readonly<Record<string, number>> {
  const t = after.rows[after.from]
  const alpha = after.rows[after.from + column.alpha]
  const numbers: Record<string, number> = { alpha }
  const { beta, beta1, beta2, rho, epsilon, weightDecay } = settings
  const power = (base: number): number => base ** t
  const isOwn = run.optimizer === 'rule'
  Object.assign(
    numbers,
    isOwn ? { ...parametersOf(run), t } : { beta, beta1, beta2, rho, epsilon, weightDecay },
  )
  const read = (name: string, row: RuleRows['before']): number | undefined => {
    const at = columnOf(name)
    return at < 0 ? undefined : row.rows[row.from + at + component]
  }
  const put = (key: string, value: number | undefined): void => {
    if (value !== undefined && Number.isFinite(value)) numbers[key] = value
  }
  const w = read('w', before)
  put(`${axis}~before`, w)
  put(axis, read('w', after))
  if (w !== undefined) put(`${axis}~between`, w - alpha * weightDecay * w)
  put(`dW_${axis}`, read('dW', after))
  for (const slot of slots) {
    put(`${slot}_${axis}~before`, read(slot, before))
    put(`${slot}_${axis}`, read(slot, after))
  }
  // What an own rule makes on its way is not kept in rows.
  if (isOwn) return numbers
  const V = read('V', after)
  if (V !== undefined && run.optimizer !== 'nadam')
    put(`Vc_${axis}`, V / (1 - power(betaOfV(run.optimizer, settings))))
  const S = read(run.optimizer === 'amsgrad' ? 'U' : 'S', after)
  if (S !== undefined) put(`Sc_${axis}`, S / (1 - power(beta2)))
  const [Vb, dW] = [read('V', before), read('dW', after)]
  if (run.optimizer === 'lion' && Vb !== undefined && dW !== undefined)
    put(`c_${axis}`, beta1 * Vb + (1 - beta1) * dW)
  const moved = read('w', after)
  if (w !== undefined && moved !== undefined) put(`Delta_${axis}`, (w - moved) / alpha)
  return numbers
}
