// Every optimizer, by its key in an experiment file. A new one needs one file and one line here: menus, sliders, links,
// validation, help, memory panel and tests follow. Keys appear in shared links, so never rename one. Codes of class
// races use their order, so add new ones at the end.

import type { Convention, RunSettings } from '../runSettings.ts'
import { adadelta } from './adadelta.ts'
import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { adamax } from './adamax.ts'
import { adamw } from './adamw.ts'
import { amsgrad } from './amsgrad.ts'
import { gd } from './gd.ts'
import { lion } from './lion.ts'
import { momentum } from './momentum.ts'
import { nadam } from './nadam.ts'
import { nesterov } from './nesterov.ts'
import type { Memory, Optimizer, Settings } from './optimizer.ts'
import { defaultRule, ownRule } from './ownRule.ts'
import { rmsprop } from './rmsprop.ts'

export const optimizers = {
  gd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  amsgrad,
  adamax,
  nadam,
  adamw,
  lion,
  rule: ownRule(defaultRule),
} as const satisfies Readonly<Record<string, Optimizer>>

export type OptimizerKey = keyof typeof optimizers

/** The course's optimizers, in its order. */
export const featuredOptimizers = (Object.keys(optimizers) as OptimizerKey[]).filter(
  (key) => optimizers[key].featured,
)

interface Run extends RunSettings {
  readonly optimizer: OptimizerKey
}

/** Returns the optimizer of a run: the registry's, or the one defined by its custom rule. */
export const optimizerOf = ({ optimizer, rule }: Pick<Run, 'optimizer' | 'rule'>): Optimizer =>
  optimizer === 'rule' && rule !== undefined ? ownRule(rule) : optimizers[optimizer]

/** Returns the custom rule's parameter that a name means: `parameters.beta`, or just `beta`. */
export function ownParameter(run: Pick<Run, 'optimizer' | 'rule'>, name: string): string | undefined {
  const bare = name.startsWith('parameters.') ? name.slice('parameters.'.length) : name
  return optimizerOf(run).own?.parameters.some((parameter) => parameter.name === bare) ? bare : undefined
}

/** Returns the slider values of a custom rule: the run's, else the rule's defaults. */
export const parametersOf = (
  run: Pick<Run, 'optimizer' | 'rule' | 'parameters'>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (optimizerOf(run).own?.parameters ?? []).map(({ name, value }) => [
      name,
      run.parameters?.[name] ?? value,
    ]),
  )

/** Returns the β of V's average: a rule has `beta` or `beta1`. */
export const betaOfV = (
  optimizer: OptimizerKey,
  { beta, beta1 }: Pick<Settings, 'beta' | 'beta1'>,
): number => ('beta' in optimizers[optimizer].hyperparameters ? beta : beta1)

/**
 * Creates empty memory for a rule over `dimension` parameters: slots at 0, running numbers at their start. The slots
 * lie one after the other in `within` (zeros), so its owner can copy them all at once.
 */
export function createMemory(
  optimizer: Optimizer,
  dimension: number,
  within: Float64Array = new Float64Array(optimizer.slots.length * dimension),
): Memory {
  const memory: Record<string, Float64Array> = {}
  optimizer.slots.forEach((slot, i) => {
    memory[slot] = within.subarray(i * dimension, (i + 1) * dimension)
    const start = optimizer.starts[i]
    if (start !== 0) memory[slot].fill(start)
  })
  for (const [name, start] of Object.entries(optimizer.running)) memory[name] = Float64Array.of(start)
  return memory
}

/** Returns the numbers that a run's rule reads: the run's own, else the optimizer's defaults, else 0 (never read). */
export function settingsOf(run: Omit<Run, 'alpha' | 'decay'>, convention: Convention): Settings {
  const optimizer = optimizerOf(run)
  const defaults = optimizer.hyperparameters
  return {
    beta: run.beta ?? defaults.beta ?? 0,
    beta1: run.beta1 ?? defaults.beta1 ?? 0,
    beta2: run.beta2 ?? defaults.beta2 ?? 0,
    rho: run.rho ?? defaults.rho ?? 0,
    epsilon: run.epsilon ?? defaults.epsilon ?? 0,
    weightDecay: run.weightDecay ?? defaults.weightDecay ?? 0,
    course: (run.convention ?? convention) === 'course',
    biasCorrection: run.biasCorrection ?? optimizer.biasCorrection ?? false,
  }
}
