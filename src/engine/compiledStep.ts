// A rule's step over many parameters, compiled: what a network's weights are moved by where its kernel does not do it. The
// interpreter (machine.ts) computes what a step computes once; here is what it computes for every component.

import type { Each, Program } from './language/machine.ts'
import { scratchAt, scratchDoubles } from './compiledRun.ts'
import type { RunOptions } from './runOptions.ts'
import { withHost } from './wasm/host.ts'
import { stepModule } from './wasm/step.ts'

/** With fewer parameters the way to the module and back takes longer than the interpreter. */
const least = 16

interface Exports {
  move(count: number, values: number, arrays: number, stride: number): void
}

/** Undefined where it is not worth it, or nothing can be compiled. `room`: doubles at a time, for tests. */
export function compiledStep(program: Program, dimension: number, room = scratchDoubles): Each | undefined {
  const { graph, rule } = program
  const held = graph.nodes.length
  const count = Math.min(dimension, Math.floor((room - held) / (2 + rule.memories.length)))
  if (dimension < least || count < 1) return undefined
  return withHost((host) => {
    const { move } = host.exportsOf<Exports>(`step ${rule.source}`, () => stepModule(program))
    host.buffer(scratchAt + 8 * scratchDoubles)
    const arraysAt = scratchAt + 8 * held
    return (values, arrays) => {
      const memory = new Float64Array(host.buffer(), scratchAt, scratchDoubles)
      memory.set(values)
      for (let from = 0; from < dimension; from += count) {
        const to = Math.min(dimension, from + count)
        arrays.forEach((array, k) => memory.set(array.subarray(from, to), held + k * count))
        move(to - from, scratchAt, arraysAt, 8 * count)
        arrays.forEach((array, k) => {
          const at = held + k * count
          // The gradient stays as it is.
          if (k !== 1) array.set(memory.subarray(at, at + to - from), from)
        })
      }
    }
  })
}

/** What makes the steps of a run. */
export const stepOf = ({ interpreted }: RunOptions): typeof compiledStep | undefined =>
  interpreted ? undefined : compiledStep
