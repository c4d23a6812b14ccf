// The interpreter: a graph in typed arrays, computed from front to back without eval and without allocation. It is the
// reference for compiled code, and runs where WebAssembly is forbidden.

import type { Graph } from './graph.ts'
import { codeOf, compute } from './operations.ts'

export class Tape {
  private readonly codes: Uint8Array
  private readonly lefts: Uint16Array
  private readonly rights: Uint16Array
  private readonly targets: Uint16Array
  /** All results. Constants are written once. */
  readonly values: Float64Array
  private readonly inputs: Int32Array
  private readonly outputs: readonly number[]

  /** Computes `nodes` (default: what the outputs need). Tapes of one graph may share `values`. */
  constructor(
    graph: Graph,
    outputs: readonly number[],
    nodes: readonly number[] = graph.needed(outputs),
    values = new Float64Array(graph.nodes.length),
  ) {
    this.values = values
    this.outputs = outputs
    this.inputs = new Int32Array(graph.inputs.length).fill(-1)
    const computed: number[] = []
    graph.nodes.forEach(({ operation, value }, i) => {
      if (operation === 'number') values[i] = value
      else if (operation === 'input') this.inputs[value] = i
    })
    for (const i of nodes)
      if (graph.nodes[i].operation !== 'number' && graph.nodes[i].operation !== 'input') computed.push(i)
    this.codes = Uint8Array.from(computed, (i) => codeOf[graph.nodes[i].operation])
    this.lefts = Uint16Array.from(computed, (i) => graph.nodes[i].left)
    this.rights = Uint16Array.from(computed, (i) => graph.nodes[i].right)
    this.targets = Uint16Array.from(computed)
  }

  /** Sets input i of the graph. */
  set(i: number, value: number): void {
    const at = this.inputs[i]
    if (at >= 0) this.values[at] = value
  }

  output(i: number): number {
    return this.values[this.outputs[i]]
  }

  run(): void {
    const { codes, lefts, rights, targets, values } = this
    for (let k = 0; k < codes.length; k++) {
      const a = values[lefts[k]]
      const b = values[rights[k]]
      values[targets[k]] = compute(codes[k], a, b)
    }
  }
}
