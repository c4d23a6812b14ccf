// Typesets a rule as formulas for the page: fractions, roots and powers as in the notes, every name a symbol whose
// value the page can show.

import type { Formula, FormulaNode } from '../formula.ts'
import { parseSurface } from './parse.ts'
import type { Expression, Rule, Sign } from './tree.ts'

/** How tightly an operation binds. An operand that binds less tightly than its context requires gets brackets. */
const tightness = (expression: Expression): number => {
  switch (expression.kind) {
    case 'operation':
      return { '<': 0, '>': 0, '<=': 0, '>=': 0, '+': 1, '-': 1, '*': 2, '/': 4, '^': 4 }[expression.sign]
    case 'negate':
      return 1.5
    default:
      return 4
  }
}

const shownSigns: Readonly<Partial<Record<Sign, string>>> = {
  '+': ' + ',
  '-': ' − ',
  '<': ' < ',
  '>': ' > ',
  '<=': ' ≤ ',
  '>=': ' ≥ ',
}

const symbols: ReadonlyMap<string, string> = new Map([
  ['pi', 'π'],
  ['e', 'e'],
  ['n', 'n'],
])

function nodesOf(expression: Expression, least: number): FormulaNode[] {
  const nodes = joined(bare(expression))
  return tightness(expression) < least ? [{ group: nodes }] : nodes
}

function bare(expression: Expression): FormulaNode[] {
  switch (expression.kind) {
    case 'number':
      return [expression.text]
    case 'name': {
      const plain = symbols.get(expression.name)
      return [plain ?? { symbol: expression.name }]
    }
    case 'negate':
      return ['−', ...nodesOf(expression.of, 2)]
    case 'reduction':
      return [`${expression.name} `, { symbol: expression.of }]
    case 'call': {
      const { name, values } = expression
      if (name === 'sqrt') return [{ root: nodesOf(values[0], 0) }]
      if (name === 'abs') return ['|', ...nodesOf(values[0], 0), '|']
      const inner = values.flatMap((value, i) => (i > 0 ? [', ', ...nodesOf(value, 0)] : nodesOf(value, 0)))
      const [value] = values
      const short = values.length === 1 && (value.kind === 'name' || value.kind === 'number')
      return short ? [`${name} `, ...inner] : [name, { group: inner }]
    }
    case 'operation':
      return operation(expression)
  }
}

function operation({ sign, left, right }: Extract<Expression, { kind: 'operation' }>): FormulaNode[] {
  if (sign === '/') {
    // α·V/√S is α times a fraction, as in the notes.
    if (left.kind === 'operation' && left.sign === '*')
      return [
        ...nodesOf(left.left, 2),
        ...between(left.left, left.right),
        { over: nodesOf(left.right, 0), under: nodesOf(right, 0) },
      ]
    return [{ over: nodesOf(left, 0), under: nodesOf(right, 0) }]
  }
  if (sign === '*') return [...nodesOf(left, 2), ...between(left, right), ...nodesOf(right, 3)]
  if (sign === '^') return raised(left, right)
  const shown = shownSigns[sign]!
  const least = sign === '+' || sign === '-' ? 1 : 0.5
  return [...nodesOf(left, least), shown, ...nodesOf(right, sign === '-' ? 1.6 : least)]
}

/** Two adjacent numbers need a sign between them. */
const between = (left: Expression, right: Expression): FormulaNode[] =>
  endsInNumber(left) && beginsWithNumber(right) ? [' · '] : []
const endsInNumber = (expression: Expression): boolean =>
  expression.kind === 'number' ||
  (expression.kind === 'operation' && expression.sign !== '/' && endsInNumber(expression.right))
const beginsWithNumber = (expression: Expression): boolean =>
  expression.kind === 'number' || (expression.kind === 'operation' && beginsWithNumber(expression.left))

function raised(base: Expression, exponent: Expression): FormulaNode[] {
  const power = textOf(exponent)
  if (base.kind === 'name' && !symbols.has(base.name)) return [{ symbol: base.name, power }]
  return [{ group: nodesOf(base, 0), power }]
}

/** An exponent is set small and shows no values. */
function textOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text
    case 'name':
      return shownName(expression.name)
    case 'negate':
      return `−${textOf(expression.of)}`
    case 'reduction':
      return `${expression.name}(${expression.of})`
    case 'call':
      return `${expression.name}(${expression.values.map(textOf).join(', ')})`
    case 'operation': {
      const { sign, left, right } = expression
      const within = (inner: Expression): string =>
        inner.kind === 'operation' || inner.kind === 'negate' ? `(${textOf(inner)})` : textOf(inner)
      return `${within(left)}${sign === '*' ? '·' : sign === '-' ? ' − ' : sign === '+' ? ' + ' : sign}${within(right)}`
    }
  }
}

/** Returns a name as the notes write it: beta1 is β₁. */
export function shownName(name: string): string {
  const found =
    /^(alpha|beta|gamma|delta|Delta|epsilon|eta|theta|lambda|mu|rho|sigma|tau|phi|omega|pi)(\d*)$/.exec(name)
  if (!found) return name
  return greekOf[found[1]] + Array.from(found[2], (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')
}
const greekOf: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  omega: 'ω',
  pi: 'π',
}

/** One line per assignment: `V := …` if V is w or a memory, `c = …` if it is a local. */
export function typesetRule(rule: Rule): Formula[] {
  const kept = new Set(['w', ...rule.memories.map(({ name }) => name)])
  return rule.assignments.map(({ name, value }) => [
    { symbol: name },
    ...joined([kept.has(name) ? ' := ' : ' = ', ...nodesOf(value, 0)]),
  ])
}

/** Merges adjacent texts. */
function joined(nodes: readonly FormulaNode[]): FormulaNode[] {
  const result: FormulaNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (typeof node === 'string' && typeof last === 'string') result[result.length - 1] = last + node
    else result.push(node)
  }
  return result
}

/** J of a surface. */
export function typesetSurface(source: string): Formula {
  const parsed = parseSurface(source)
  if (!parsed.ok) throw new RangeError(parsed.fault.message)
  return joined(['J = ', ...nodesOf(parsed.value.value, 0)])
}
