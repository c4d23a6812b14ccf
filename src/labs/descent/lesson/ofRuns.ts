// What a challenge measures of the runs of a race and of their training set.

import { generate } from '../../../engine/datasets/index.ts'
import type { DescentExperiment, NetworkSpec } from '../../../engine/experiment.ts'
import { createObjective } from '../../../engine/objectives/create.ts'
import { examplesOf } from '../../../engine/objectives/examples.ts'
import { formatWhole } from '../../../ui/number.ts'
import type { Challenge, Measure, Outcome } from '../../../course/tasks.ts'
import type { DescentFacts, FactsOfRun } from './facts.ts'
import { furtherSays, notYet, now, outcomeOf } from '../../../course/outcome.ts'

export function ofRuns(challenge: Challenge, { experiment, runs }: DescentFacts): Outcome[] {
  const { run = 0 } = challenge.measure as { readonly run?: number | 'best' }
  const places = run === 'best' ? runs.map((_, i) => i) : [run]
  return places.map((place): Outcome => {
    if (place >= runs.length) return notYet(`There is no run ${place + 1}.`, `没有第 ${place + 1} 条轨迹。`)
    return unprovided(challenge, experiment, place, runs[place]) ?? ofRun(challenge, experiment, place, runs)
  })
}

/** Examples that a run reads in a step. */
function readInStep(experiment: DescentExperiment, place: number): number {
  const { batchSize = experiment.batchSize } = experiment.runs[place]
  const m = examplesOf(experiment.objective)
  return batchSize === 'all' ? m : Math.min(batchSize, m)
}

/** What else must hold, and does not. */
function unprovided(
  { provided = {} }: Challenge,
  experiment: DescentExperiment,
  place: number,
  run: FactsOfRun,
): Outcome | undefined {
  const { epochs = {}, neverRises } = provided
  const { steps = experiment.steps } = experiment.runs[place]
  const read = (steps * readInStep(experiment, place)) / examplesOf(experiment.objective)
  if (read > (epochs.atMost ?? Infinity))
    return notYet(
      `It would read all the examples ${read.toFixed(1)} times.`,
      `这样要把全部样本读 ${read.toFixed(1)} 遍。`,
    )
  if (read < (epochs.atLeast ?? 0))
    return notYet(
      'It has read less than one epoch. That is too little to see whether it stays there.',
      '读了不到一轮，太少了，看不出它是否留得住。',
    )
  for (let t = 1; neverRises && t <= run.steps; t++)
    if (!(run.costAt(t) <= run.costAt(t - 1)))
      return notYet(`$J$ rises at step ${t}.`, `$J$ 在第 ${t} 步上升。`)
  return undefined
}

function ofRun(
  challenge: Challenge,
  experiment: DescentExperiment,
  place: number,
  runs: readonly FactsOfRun[],
): Outcome {
  const measure = challenge.measure as Measure
  const run = runs[place]
  switch (measure.what) {
    case 'stepsBelow':
    case 'examplesBelow':
      return below(challenge, measure, run, readInStep(experiment, place), runs.length > 1)
    case 'cost':
    case 'distance': {
      const { step = run.steps } = measure
      const value = measure.what === 'cost' ? run.costAt(step) : distance(experiment, run.thetaAt(step))
      return outcomeOf(challenge, value, now(value))
    }
    case 'swing': {
      const value = run.swing(measure.last ?? 200)
      return outcomeOf(challenge, value, now(value))
    }
    case 'wrongLabels':
    case 'error':
    case 'firstDay':
    case 'lag':
      return { done: false }
    default: {
      if (run.diverged) return notYet('The run diverges.', '轨迹发散了。')
      const { batchSize } = { ...experiment, ...experiment.runs[place] }
      const value =
        measure.what === 'batchSize'
          ? batchSize === 'all'
            ? examplesOf(experiment.objective)
            : batchSize
          : (experiment.runs[place][measure.what] ?? NaN)
      return outcomeOf(challenge, value, furtherSays(challenge, measure.what))
    }
  }
}

/** From when on J is below a cost. */
function below(
  challenge: Challenge,
  { what, cost, lasting = 0 }: Extract<Measure, { cost: number }>,
  run: FactsOfRun,
  batch: number,
  several: boolean,
): Outcome {
  const steps = run.stepsBelow(cost)
  if (steps === Infinity || steps + lasting > run.steps) {
    if (lasting > 0 && steps < Infinity)
      return notYet(
        `It does not stay below ${cost} for the last ${lasting} steps.`,
        `最后 ${lasting} 步里它没有一直留在 ${cost} 以下。`,
      )
    return several
      ? notYet(`No run stays below ${cost}.`, `没有一条留在 ${cost} 以下。`)
      : notYet(`It does not stay below ${cost}.`, `它没有留在 ${cost} 以下。`)
  }
  if (what === 'examplesBelow') {
    const read = steps * batch
    return outcomeOf(challenge, read, {
      en: `It stays below ${cost} only after ${formatWhole(read)} examples.`,
      zh: `读了 ${formatWhole(read)} 个样本之后才不再超过 ${cost}。`,
    })
  }
  return outcomeOf(challenge, steps, {
    en: several ? `The fastest takes ${steps} steps now.` : `It takes ${steps} steps now.`,
    zh: several ? `现在最快的要 ${steps} 步。` : `现在要 ${steps} 步。`,
  })
}

/** From the nearest listed minimum. */
function distance({ objective, seed }: DescentExperiment, [x, y]: readonly number[]): number {
  const { minima = [] } = createObjective(objective, seed).landscape ?? {}
  return Math.min(...minima.map(([w, b]) => Math.hypot(x - w, y - b)))
}

/** How many labels of the step's own examples are still wrong. */
export function wrongLabels(
  challenge: Challenge,
  { experiment: { objective, seed } }: DescentFacts,
): Outcome {
  const { dataset } = objective as NetworkSpec
  const m = examplesOf(objective)
  const set = generate(dataset, seed, { features: 2, outputs: 1, classes: true })
  set.advance(m)
  let wrong = 0
  for (let i = 0; i < m; i++) if (set.data.mislabelled(i)) wrong++
  return outcomeOf(challenge, wrong, {
    en: `${wrong} labels are wrong.`,
    zh: `有 ${wrong} 个标签是错的。`,
  })
}

/** The smallest measured B whose epoch takes at most `slowdown` times as long as the fastest. */
export function smallestBatch(slowdown: number, { experiment, measured }: DescentFacts): Outcome {
  if (!measured) return notYet('Measure first.', '先测量。')
  const fastest = Math.max(...measured.map(({ rate }) => rate))
  const good = measured.find(({ rate }) => rate * slowdown >= fastest)!
  // The largest that is measured is m itself, which is also written "all".
  const batchSize = experiment.batchSize === 'all' ? measured.at(-1)!.size : experiment.batchSize
  if (batchSize === good.size) return { done: true, score: good.size }
  const chosen = measured.find(({ size }) => size === batchSize)
  if (!chosen) return notYet('Choose one of the measured sizes.', '请从测量过的大小里选。')
  const times = (fastest / chosen.rate).toFixed(2)
  return chosen.size < good.size
    ? notYet(
        `With $B = ${chosen.size}$ an epoch takes ${times} times as long as with the fastest $B$.`,
        `$B = ${chosen.size}$ 时，一轮的时间是最快者的 ${times} 倍。`,
      )
    : notYet(
        `$B = ${chosen.size}$ takes ${times} times as long as the fastest $B$, but a smaller one is good enough.`,
        `$B = ${chosen.size}$ 的时间是最快者的 ${times} 倍，但更小的也够好了。`,
      )
}
