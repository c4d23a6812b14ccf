// The layout of a run's numbers in a module's memory: the slider values and the state.

import type { Program } from '../language/machine.ts'
import type { SurfaceProgram } from '../language/surfaceProgram.ts'

export interface Frame {
  /** The address of a number, in bytes. */
  at(name: string): number
  /** In doubles. */
  readonly length: number
}

/** The state comes first, as in a run: [θ, dW, memories]. */
export function frameOf({ rule, powers }: Program, { constants }: SurfaceProgram): Frame {
  const names = [
    ...['w0', 'w1', 'g0', 'g1'],
    ...rule.memories.flatMap((_, k) => [`m${k} 0`, `m${k} 1`]),
    ...powers.map((_, k) => `power ${k}`),
    ...rule.parameters.map(({ name }) => `parameter ${name}`),
    ...constants.map((name) => `constant ${name}`),
    ...['t', 'epoch', 'alpha', 'cost', 'due', 'last', 'every', 'scale', 'hash'],
    ...['origin 0', 'origin 1', 'place', 'perEpoch', 'reshuffle', 'm', 'batchSize', 'noise'],
  ]
  const places = new Map(names.map((name, i) => [name, 8 * i]))
  return {
    at(name) {
      const at = places.get(name)
      if (at === undefined) throw new RangeError(`the frame has no ${name}`)
      return at
    },
    length: names.length,
  }
}
