// Compiles one step of a rule over many parameters. It moves a network's weights when the network's own kernel has no
// form of the rule. The interpreter (machine.ts) evaluates what a step computes once, and this module evaluates the
// per-component part.

import type { Each, Program } from './language/machine.ts'
import { scratchAt, scratchDoubles } from './compiledRun.ts'
import type { RunOptions } from './runOptions.ts'
import { withHost } from './wasm/host.ts'
import { stepModule } from './wasm/step.ts'

/** Below this many parameters the interpreter is faster, because the call overhead dominates. */
const least = 16

interface Exports {
  move(count: number, values: number, arrays: number, stride: number): void
}

/**
 * Returns undefined if compiling does not pay off or is impossible. `room` is the number of doubles per piece. Tests
 * set it.
 */
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
          // The rule never writes the gradient, so it is not copied back.
          if (k !== 1) array.set(memory.subarray(at, at + to - from), from)
        })
      }
    }
  })
}

/** Returns the step compiler for a run, or undefined if the run is interpreted. */
export const stepOf = ({ interpreted }: RunOptions): typeof compiledStep | undefined =>
  interpreted ? undefined : compiledStep
