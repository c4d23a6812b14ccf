// What moves a run's w: the registry's rule, or the machine of an own rule. It has the run's arrays and moves them in place.

import type { RunSpec } from '../experiment.ts'
import { Machine, programOfRule } from '../language/machine.ts'
import type { Memory, Optimizer, Settings } from './optimizer.ts'

export interface Mover {
  /** Update t (from 1) of epoch `epoch` (from 0), with this batch's cost J. */
  step(alpha: number, t: number, epoch: number, J: number): void
}

export function moverOf(
  optimizer: Optimizer,
  spec: Pick<RunSpec, 'parameters'>,
  w: Float64Array,
  dW: Float64Array,
  memory: Memory,
  settings: Settings,
): Mover {
  const { own, slots, running } = optimizer
  if (!own) return { step: (alpha) => optimizer.step(w, dW, memory, settings, alpha) }
  const state = {
    w,
    dW,
    memories: slots.map((name) => memory[name]),
    powers: Object.keys(running).map((name) => memory[name]),
  }
  return new Machine(programOfRule(own), state, spec.parameters)
}
