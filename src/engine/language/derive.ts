// Derivatives of a graph by the chain rule, as further operations of the same graph: the gradient and Hessian of a
// surface.
//
// |x|' is 0 at 0. min and max use their first argument on a tie. If the inner derivative is 0 the term is 0, even
// where the outer derivative is infinite. A comparison has derivative 0. A. Griewank and A. Walther, Evaluating
// derivatives, 2008.

import type { Graph } from './graph.ts'
import type { Operation } from './operations.ts'

const fixed: ReadonlySet<Operation> = new Set<Operation>([
  'number',
  'less',
  'greater',
  'atMost',
  'atLeast',
  'sign',
])
/** Operations whose derivative can be infinite where the value is finite. */
const steep: ReadonlySet<Operation> = new Set<Operation>(['sqrt', 'log', 'power', 'divide'])

/** Returns the derivative of `node` with respect to the input called `along`. */
export function derivative(
  graph: Graph,
  node: number,
  along: string,
  known = new Map<number, number>(),
): number {
  const zero = graph.number(0)
  const one = graph.number(1)
  const isZero = (n: number): boolean => graph.constant(n) === 0
  const add = (a: number, b: number): number => (isZero(a) ? b : isZero(b) ? a : graph.add('add', a, b))
  const subtract = (a: number, b: number): number =>
    isZero(b) ? a : isZero(a) ? graph.add('negate', b) : graph.add('subtract', a, b)
  const multiply = (a: number, b: number): number =>
    isZero(a) || isZero(b) ? zero : graph.add('multiply', a, b)
  /** The outer derivative times the inner one. The outer one is built only if the inner one can be nonzero. */
  const chain = (operation: Operation, outer: () => number, inner: number): number => {
    if (isZero(inner)) return zero
    const by = outer()
    if (isZero(by)) return zero
    return steep.has(operation) && graph.constant(inner) === undefined
      ? graph.add('times', by, inner)
      : multiply(by, inner)
  }

  const derived = (i: number): number => {
    const before = known.get(i)
    if (before !== undefined) return before
    const made = make(i)
    known.set(i, made)
    return made
  }

  const make = (i: number): number => {
    const { operation, left: a, right: b, value } = graph.nodes[i]
    if (operation === 'input') return graph.inputs[value] === along ? one : zero
    if (fixed.has(operation)) return zero
    const da = derived(a)
    switch (operation) {
      case 'negate':
        return isZero(da) ? zero : graph.add('negate', da)
      case 'add':
        return add(da, derived(b))
      case 'subtract':
        return subtract(da, derived(b))
      case 'multiply':
        // The product rule for a · a is 2a · da.
        if (a === b) return multiply(multiply(graph.number(2), a), da)
        return add(multiply(da, b), multiply(a, derived(b)))
      case 'times': {
        const db = derived(b)
        return add(
          isZero(da) ? zero : graph.add('times', da, b),
          isZero(db) ? zero : graph.add('times', a, db),
        )
      }
      case 'divide': {
        const ofA = chain(operation, () => graph.add('divide', one, b), da)
        const ofB = chain(operation, () => graph.add('divide', i, b), derived(b))
        return subtract(ofA, ofB)
      }
      case 'power':
        return powerRule(i, a, b, da)
      case 'min':
      case 'max':
        return chosen(operation, a, b, da, derived(b))
      default:
        return chain(operation, () => outerOf(operation, i, a), da)
    }
  }

  const outerOf = (operation: Operation, i: number, a: number): number => {
    switch (operation) {
      case 'exp':
        return i
      case 'log':
        return graph.add('divide', one, a)
      case 'sqrt':
        return graph.add('divide', graph.number(0.5), i)
      case 'sin':
        return graph.add('cos', a)
      case 'cos':
        return graph.add('negate', graph.add('sin', a))
      case 'tan':
        return graph.add('add', one, graph.add('multiply', i, i))
      case 'tanh':
        return graph.add('subtract', one, graph.add('multiply', i, i))
      case 'abs':
        return graph.add('sign', a)
      default:
        throw new RangeError(`${operation} has no derivative`)
    }
  }

  /** aᵇ: b·aᵇ⁻¹ for the base, and ln a · aᵇ for an exponent that varies. */
  const powerRule = (i: number, a: number, b: number, da: number): number => {
    const db = derived(b)
    const slope = (): number => multiply(b, graph.add('power', a, subtract(b, one)))
    const ofA = chain('power', slope, da)
    // For b > 0, 0ᵇ is 0 for every nearby b, so its derivative along b is 0.
    const ofB = chain('power', () => graph.add('times', graph.add('log', a), i), db)
    return add(ofA, ofB)
  }

  /** The derivative of the argument that is taken. */
  const chosen = (operation: 'min' | 'max', a: number, b: number, da: number, db: number): number => {
    if (isZero(da) && isZero(db)) return zero
    const second = graph.add(operation === 'min' ? 'less' : 'greater', b, a)
    const first = graph.add('subtract', one, second)
    return add(
      isZero(da) ? zero : graph.add('times', da, first),
      isZero(db) ? zero : graph.add('times', db, second),
    )
  }

  return derived(node)
}
