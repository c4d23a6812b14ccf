// Moves a run's w: the machine of its rule, bound to the run's arrays, which it updates in place.

import type { RunSettings } from '../runSettings.ts'
import { Machine, programOfRule, type Each, type Program } from '../language/machine.ts'
import type { Memory, Optimizer, Settings } from './optimizer.ts'

export interface Mover {
  /** Runs update t (from 1) in epoch `epoch` (from 0), with this batch's cost J. */
  step(alpha: number, t: number, epoch: number, J: number): void
}

/** Returns the values of a rule's parameters: the sliders of a custom rule, or the hyperparameters. */
export const valuesOf = (
  optimizer: Optimizer,
  { parameters }: Pick<RunSettings, 'parameters'>,
  settings: Settings,
): Readonly<Record<string, number>> => {
  const { beta, beta1, beta2, rho, epsilon, weightDecay } = settings
  return optimizer.own ? (parameters ?? {}) : { beta, beta1, beta2, rho, epsilon, weightDecay }
}

/** `compiled` compiles the per-component part of a step. */
export function moverOf(
  optimizer: Optimizer,
  spec: Pick<RunSettings, 'parameters'>,
  w: Float64Array,
  dW: Float64Array,
  memory: Memory,
  settings: Settings,
  compiled?: (program: Program, dimension: number) => Each | undefined,
): Mover {
  const rule = optimizer.ruleOf(settings.course, settings.biasCorrection)
  const { slots, running } = optimizer
  const state = {
    w,
    dW,
    memories: slots.map((name) => memory[name]),
    powers: Object.keys(running).map((name) => memory[name]),
  }
  const program = programOfRule(rule)
  return new Machine(program, state, valuesOf(optimizer, spec, settings), compiled?.(program, w.length))
}
