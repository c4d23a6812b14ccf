// Finds divisions whose divisor is never 0, given facts about a rule's numbers. They need no check for 0/0. Without the
// check the bits are the same if the divisor is nonzero.

import type { Graph } from '../language/graph.ts'

/** What is known about a number unless it is NaN: at least 0, above 0, at least 0 and below 1. */
export interface Fact {
  readonly least0: boolean
  readonly above0: boolean
  readonly share: boolean
}

export const factOf = (value: number): Fact => ({
  least0: value >= 0,
  above0: value > 0,
  share: value >= 0 && value < 1,
})
const nothing: Fact = { least0: false, above0: false, share: false }

/** Returns the facts about some values as a short text, for the key of a module. */
export const factsText = (values: readonly number[]): string =>
  values.map((value) => (value > 0 ? (value < 1 ? 's' : 'p') : value === 0 ? 'z' : 'n')).join('')

function derived(graph: Graph, inputs: ReadonlyMap<string, Fact>): Fact[] {
  const facts: Fact[] = []
  const fact = (least0: boolean, above0 = false, share = false): Fact => ({ least0, above0, share })
  graph.nodes.forEach(({ operation, left, right, value }) => {
    const a = facts[left] ?? nothing
    const b = facts[right] ?? nothing
    const both = a.least0 && b.least0
    switch (operation) {
      case 'number':
        return facts.push(factOf(value))
      case 'input':
        return facts.push(inputs.get(graph.inputs[value]) ?? nothing)
      case 'add':
        return facts.push(fact(both, both && (a.above0 || b.above0)))
      case 'subtract':
        return facts.push(graph.constant(left) === 1 && b.share ? fact(true, true) : nothing)
      case 'multiply':
        return facts.push(fact(both || left === right, false, a.share && b.share))
      case 'divide':
        return facts.push(fact(both))
      case 'sqrt':
        return facts.push(fact(a.least0, a.above0, a.share))
      case 'flush':
        return facts.push(fact(a.least0))
      case 'runningPower':
        return facts.push(b.share ? fact(true, false, true) : nothing)
      case 'max':
        return facts.push(fact(a.least0 || b.least0, a.above0 || b.above0))
      case 'min':
        return facts.push(fact(both, a.above0 && b.above0))
      case 'abs':
      case 'exp':
      case 'less':
      case 'greater':
      case 'atMost':
      case 'atLeast':
        return facts.push(fact(true))
      default:
        return facts.push(nothing)
    }
  })
  return facts
}

/**
 * Returns the divisions of a graph whose divisor is above 0. `memories` are checked against their values after a step.
 */
export function sureDivisions(
  graph: Graph,
  known: ReadonlyMap<string, Fact>,
  memories: readonly { readonly name: string; readonly start: number; readonly output: number }[] = [],
): ReadonlySet<number> {
  let kept = memories.filter(({ start }) => start >= 0)
  for (;;) {
    const inputs = new Map(known)
    for (const { name } of kept) inputs.set(name, { least0: true, above0: false, share: false })
    const facts = derived(graph, inputs)
    const still = kept.filter(({ output }) => facts[output].least0)
    if (still.length === kept.length) {
      const sure = new Set<number>()
      graph.nodes.forEach(({ operation, right }, i) => {
        if (operation === 'divide' && facts[right].above0) sure.add(i)
      })
      return sure
    }
    kept = still
  }
}
