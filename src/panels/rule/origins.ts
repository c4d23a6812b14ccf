// The built-in rules as texts: starting points of a custom rule, and rules to compare it with.

import type { Convention, DescentExperiment, HyperparameterName, RunSpec } from '../../engine/experiment.ts'
import { compareRuns, type Comparison } from '../../engine/language/compare.ts'
import { optimizers, parametersOf, type OptimizerKey } from '../../engine/optimizers/index.ts'
import type { Optimizer } from '../../engine/optimizers/optimizer.ts'
import { inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import type { ChoiceGroup } from '../../ui/Choice.tsx'

export interface Origin {
  /** `adam pytorch`: the value in a list. */
  readonly key: string
  readonly optimizer: Exclude<OptimizerKey, 'rule'>
  readonly convention: Convention
  readonly source: string
}

const registry = optimizers as Readonly<Record<OptimizerKey, Optimizer>>

function originOf(optimizer: Origin['optimizer'], convention: Convention): Origin {
  const { ruleOf, biasCorrection } = registry[optimizer]
  const { source } = ruleOf(convention === 'course', biasCorrection ?? false)
  return { key: `${optimizer} ${convention}`, optimizer, convention, source }
}

const builtIn = (Object.keys(registry) as OptimizerKey[]).filter((key) => key !== 'rule')

/** Every built-in rule in the course's convention, and in PyTorch's if its text differs. */
export const origins: Readonly<Record<Convention, readonly Origin[]>> = (() => {
  const course = builtIn.map((key) => originOf(key, 'course'))
  const pytorch = builtIn
    .map((key) => originOf(key, 'pytorch'))
    .filter(({ source }, i) => source !== course[i].source)
  return { course, pytorch }
})()

const all = [...origins.course, ...origins.pytorch]

export const originNamed = (key: string): Origin | undefined => all.find((origin) => origin.key === key)

/** Returns the built-in rule with exactly this text. */
export const originWith = (source: string): Origin | undefined =>
  all.find((origin) => origin.source.trim() === source.trim())

/** The built-in rules as groups of a list, one group per convention. */
export function useOriginGroups(): readonly ChoiceGroup<string>[] {
  const { conventions } = useWords().controls
  const language = useLanguage()
  return (['course', 'pytorch'] as const).map((convention) => ({
    label: conventions[convention],
    options: origins[convention].map(({ key, optimizer }) => {
      const label = inLanguage(registry[optimizer].label, language)
      return { value: key, label: convention === 'course' ? label : `${label} (${conventions.pytorch})` }
    }),
  }))
}

/** Returns the run with a built-in rule instead of its own: the same α, and the values of equally named sliders. */
function withOrigin(run: RunSpec, { optimizer, convention }: Origin): RunSpec {
  const { rule: _, parameters: __, name: ___, ...rest } = run
  const { hyperparameters, biasCorrection } = registry[optimizer]
  const own = parametersOf(run)
  const numbers = Object.entries(hyperparameters).map(([name, value]) => [name, own[name] ?? value] as const)
  return {
    ...rest,
    ...(Object.fromEntries(numbers) as Partial<Record<HyperparameterName, number>>),
    ...(biasCorrection === undefined ? {} : { biasCorrection }),
    optimizer,
    convention,
  }
}

/** A network's steps are slow, so compare fewer of them. */
export const stepsCompared = ({ objective }: DescentExperiment): number =>
  objective.kind === 'network' ? 20 : 200

/** Compares a run's custom rule with a built-in one, each in a race of its own. */
export function compareWith(experiment: DescentExperiment, index: number, origin: Origin): Comparison {
  const run = experiment.runs[index]
  return compareRuns(experiment, run, withOrigin(run, origin), stepsCompared(experiment))
}
