// The interpreter: a graph in typed arrays, computed from front to back without eval and without allocation. It is the
// reference for compiled code, and runs where WebAssembly is forbidden.

import { cos, exp, log, powerWhole, sin, tan, tanh } from '../exact.ts'
import { SMALLEST } from '../ewa.ts'
import type { Graph } from './graph.ts'
import { codeOf, larger, lesser, nextRunningPower, quotient } from './operations.ts'

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
      values[targets[k]] = computed(codes[k], a, b)
    }
  }
}

function computed(code: number, a: number, b: number): number {
  switch (code) {
    case 2: // negate
      return -a
    case 3: // add
      return a + b
    case 4: // subtract
      return a - b
    case 5: // multiply
      return a * b
    case 6: // divide
      return quotient(a, b)
    case 7: // power
      return powerWhole(a, b)
    case 8: // less
      return a < b ? 1 : 0
    case 9: // greater
      return a > b ? 1 : 0
    case 10: // atMost
      return a <= b ? 1 : 0
    case 11: // atLeast
      return a >= b ? 1 : 0
    case 12: // min
      return lesser(a, b)
    case 13: // max
      return larger(a, b)
    case 14: // abs
      return Math.abs(a)
    case 15: // sign
      return Math.sign(a)
    case 16: // sqrt
      return Math.sqrt(a)
    case 17: // exp
      return exp(a)
    case 18: // log
      return log(a)
    case 19: // sin
      return sin(a)
    case 20: // cos
      return cos(a)
    case 21: // tan
      return tan(a)
    case 22: // tanh
      return tanh(a)
    case 23: // flush
      return Math.abs(a) < SMALLEST ? 0 : a
    case 24: // times
      return b === 0 ? 0 : a * b
    default: // runningPower
      return nextRunningPower(a, b)
  }
}
