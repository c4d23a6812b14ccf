// The settings of the runs in words, below a printed or exported picture.

import type { DescentExperiment, HyperparameterName } from '../../engine/experiment.ts'
import { hyperparameters } from '../../engine/hyperparameters.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { fill } from '../../i18n/index.ts'

/** Returns a run's settings: `α = 0.05, β = 0.9, κ = 100`. */
function settingsOf(experiment: DescentExperiment, index: number): string {
  const run = experiment.runs[index]
  const { objective } = experiment
  const names = Object.keys(optimizers[run.optimizer].hyperparameters) as HyperparameterName[]
  const values = names
    .filter((name) => name !== 'epsilon' && run[name] !== undefined)
    .map((name) => `${hyperparameters[name].symbol} = ${run[name]}`)
  const kappa =
    'curvature' in objective && Array.isArray(objective.curvature)
      ? [`κ = ${Number((objective.curvature[1] / objective.curvature[0]).toPrecision(4))}`]
      : []
  return [`α = ${run.alpha}`, ...values, ...kappa].join(', ')
}

/** A sentence for each run at a step, or of many runs only for the selected one. */
export function captionOf(
  experiment: DescentExperiment,
  selected: number,
  step: number,
  names: readonly string[],
  words: { readonly settings: string },
): string {
  const { batchSize, seed } = experiment
  return experiment.runs
    .map((run, index) =>
      fill(words.settings, {
        run: names[index],
        settings: settingsOf(experiment, index),
        batch: String(run.batchSize ?? batchSize) === 'all' ? 'm' : String(run.batchSize ?? batchSize),
        seed: String(seed),
        step: String(step),
      }),
    )
    .filter((_, index) => experiment.runs.length < 4 || index === selected)
    .join(' ')
}
