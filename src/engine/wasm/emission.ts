// Emits a graph's operations, once or for several instances: each result is a variable, in graph order. Several
// instances are interleaved operation by operation, so the processor works on all of them at once.

import type { Graph } from '../language/graph.ts'
import type { Body } from './assembler.ts'
import type { Arithmetic, Operand } from './arithmetic.ts'

export class Emission {
  private readonly body: Body
  private readonly arithmetic: Arithmetic
  private readonly graph: Graph
  private readonly sure: ReadonlySet<number>
  /** The operand from which each instance reads a node. */
  private readonly values: Map<number, Operand>[]

  constructor(
    body: Body,
    arithmetic: Arithmetic,
    graph: Graph,
    sure: ReadonlySet<number>,
    instances: number,
  ) {
    this.body = body
    this.arithmetic = arithmetic
    this.graph = graph
    this.sure = sure
    this.values = Array.from({ length: instances }, () => new Map<number, Operand>())
  }

  /** Assigns an input's operand, in one instance or in all. */
  give(name: string, operand: Operand, instance?: number): void {
    const at = this.graph.inputs.indexOf(name)
    if (at < 0) return
    const node = this.graph.nodes.findIndex(({ operation, value }) => operation === 'input' && value === at)
    this.put(node, operand, instance)
  }

  put(node: number, operand: Operand, instance?: number): void {
    this.values.forEach((values, i) => {
      if (instance === undefined || instance === i) values.set(node, operand)
    })
  }

  value(node: number, instance = 0): Operand {
    const number = this.graph.constant(node)
    if (number !== undefined) return number
    const found = this.values[instance].get(node)
    if (found === undefined) {
      const { operation, value } = this.graph.nodes[node]
      throw new RangeError(`${operation} ${this.graph.inputs[value]} is read before it is computed`)
    }
    return found
  }

  /** Computes nodes once for all instances, or in each. */
  compute(nodes: readonly number[], shared: boolean): void {
    const { graph, body, arithmetic, sure } = this
    for (const node of nodes) {
      const { operation, left, right } = graph.nodes[node]
      if (operation === 'number' || operation === 'input') continue
      for (let i = 0; i < (shared ? 1 : this.values.length); i++) {
        const [a, b] = [this.value(left, i), this.value(right, i)]
        // An input may be the constant 1.
        if (operation === 'multiply' && (a === 1 || b === 1)) {
          this.put(node, a === 1 ? b : a, shared ? undefined : i)
          continue
        }
        arithmetic.emit(operation, a, b, sure.has(node))
        const local = body.local(arithmetic.type)
        body.set(local)
        this.put(node, local, shared ? undefined : i)
      }
    }
  }
}
