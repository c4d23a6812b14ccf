// What the map sweeps: its two axes, what it measures, and the map experiment that follows from the shown document.

import type {
  DescentExperiment,
  Experiment,
  HyperparameterName,
  MapAxis,
  MapExperiment,
  RunSpec,
} from '../../engine/experiment.ts'
import { withParameter } from '../../engine/map.ts'
import { optimizerOf, ownParameter, parametersOf as ownValues } from '../../engine/optimizers/index.ts'
import { Run } from '../../engine/run.ts'
import { examplesOf, type Document, type MapSettings, type View } from '../../state/experiment.ts'
import { targetOf } from '../../state/target.ts'

export type MapParameter = MapAxis['parameter']

/** Returns the experiment with only the selected run, the base of a map. */
export function baseOf({ experiment, view }: Document): DescentExperiment {
  const run = experiment.runs[Math.min(view.selected, experiment.runs.length - 1)]
  return { ...experiment, runs: [run] }
}

/** Returns the numbers of a run that an axis can sweep, the usual two first. */
export function parametersOf(base: DescentExperiment): readonly MapParameter[] {
  const run = base.runs[0]
  const optimizer = optimizerOf(run)
  const own = Object.keys(optimizer.hyperparameters) as HyperparameterName[]
  const ofRule = (optimizer.own?.parameters ?? []).map(({ name }) => `parameters.${name}` as const)
  return [
    'alpha',
    ...ofRule,
    ...own.filter((name) => name !== 'epsilon'),
    ...(examplesOf(base) > 1 ? (['batchSize'] as const) : []),
    ...('curvature' in base.objective ? (['curvature'] as const) : []),
    ...(run.decay.kind === 'inverse' ? (['decay.rate'] as const) : []),
    ...own.filter((name) => name === 'epsilon'),
  ]
}

const finest = 64

/** Returns an axis over the range in which the parameter matters. */
export function axisFor(parameter: MapParameter, base: DescentExperiment, count = finest): MapAxis {
  const log = (from: number, to: number): MapAxis => ({ parameter, from, to, count, scale: 'log' })
  if (parameter === 'alpha') {
    const { kind } = base.objective
    return kind === 'rosenbrock' || kind === 'beale' || kind === 'himmelblau' ? log(1e-5, 1) : log(0.001, 4)
  }
  if (parameter === 'batchSize') return log(1, examplesOf(base))
  if (parameter === 'decay.rate') return log(0.001, 10)
  if (parameter === 'curvature') {
    const low = 'curvature' in base.objective ? base.objective.curvature[0] : 1
    return log(low > 0 ? low : 1, 200 * (low > 0 ? low : 1))
  }
  if (parameter === 'epsilon') return log(1e-12, 1)
  if (parameter === 'weightDecay') return log(1e-4, 1)
  const ofRule = ownParameter(base.runs[0], parameter)
  const slider = optimizerOf(base.runs[0]).own?.parameters.find(({ name }) => name === ofRule)
  if (slider)
    return { parameter, from: slider.from, to: slider.to, count, scale: slider.log ? 'log' : 'linear' }
  return { parameter, from: 0, to: 0.99, count, scale: 'linear' }
}

function settingsFor(base: DescentExperiment): MapSettings {
  const [x, y] = parametersOf(base)
  return { x: axisFor(x, base), y: axisFor(y, base), measure: 'steps', seeds: 1 }
}

/** Returns the settings with each axis that the run lacks replaced by one that it has. */
export function usable(settings: MapSettings, base: DescentExperiment): MapSettings {
  const known = parametersOf(base)
  const m = examplesOf(base)
  const keep = (axis: MapAxis, other: MapParameter): MapAxis => {
    const fits = axis.parameter !== 'batchSize' || Math.max(axis.from, axis.to) <= m
    if (known.includes(axis.parameter) && fits) return axis
    const parameter = known.includes(axis.parameter)
      ? axis.parameter
      : known.find((name) => name !== other && name !== axis.parameter)!
    return axisFor(parameter, base, axis.count)
  }
  const x = keep(settings.x, settings.y.parameter)
  const y = keep(settings.y, x.parameter)
  return x === settings.x && y === settings.y ? settings : { ...settings, x, y }
}

/** Returns the map described by the document, complete and valid as a file. */
export function mapOf(document: Document): MapExperiment {
  const base = baseOf(document)
  const { map: given } = document.view
  const settings = usable(given ?? settingsFor(base), base)
  const target = settings.target ?? (settings.measure === 'steps' ? targetOf(base) : undefined)
  const { name: _, ...run } = base.runs[0]
  return {
    version: 1,
    lab: 'map',
    seed: base.seed,
    convention: base.convention,
    base: { ...base, runs: [run], costEvery: target === undefined ? base.costEvery : 1 },
    ...settings,
    ...(target !== undefined && { target }),
  }
}

/** Converts a map file to a document: its base, and what it sweeps. */
export function documentOf(experiment: Experiment, view: View, preset?: MapExperiment): Document {
  const map = experiment as MapExperiment
  const { x, y, measure, seeds, target } = map
  // If the target is the route's own, it keeps following the objective.
  const own = target !== undefined && target !== preset?.target ? { target } : {}
  return { experiment: map.base, view: { ...view, selected: 0, map: { x, y, measure, seeds, ...own } } }
}

/** Removes the swept values from the base, so the map is the same wherever its cross is. */
export const withoutCross = (map: MapExperiment): MapExperiment => ({
  ...map,
  base: withParameter(
    withParameter(map.base, map.x.parameter, map.x.from),
    map.y.parameter,
    map.y.parameter === 'batchSize' ? Math.round(map.y.from) : map.y.from,
  ),
})

/** Returns a run's own value of a parameter. */
export function valueOf(base: DescentExperiment, parameter: MapParameter): number {
  const run: RunSpec = base.runs[0]
  if (parameter === 'alpha') return run.alpha
  if (parameter === 'batchSize') {
    const size = run.batchSize ?? base.batchSize
    return size === 'all' ? examplesOf(base) : size
  }
  if (parameter === 'decay.rate') return run.decay.kind === 'inverse' ? run.decay.rate : NaN
  if (parameter === 'curvature') return 'curvature' in base.objective ? base.objective.curvature[1] : NaN
  const ofRule = ownParameter(run, parameter)
  if (ofRule !== undefined) return ownValues(run)[ofRule]
  const name = parameter as HyperparameterName
  return run[name] ?? optimizerOf(run).hyperparameters[name] ?? NaN
}

/** Returns the document with one number of the selected run changed, as by its slider. */
export function withValue(document: Document, parameter: MapParameter, value: number): Document {
  const { experiment, view } = document
  const m = examplesOf(experiment)
  const index = view.selected
  const run = experiment.runs[index]
  if (parameter === 'curvature')
    return {
      ...document,
      experiment: { ...withParameter(experiment, parameter, value), runs: experiment.runs },
    }
  if (parameter === 'batchSize') {
    const size = Math.max(1, Math.min(m, Math.round(value)))
    const batchSize = size === m ? ('all' as const) : size
    if (run.batchSize === undefined) return { ...document, experiment: { ...experiment, batchSize } }
    return { ...document, experiment: withRun(experiment, index, { ...run, batchSize }) }
  }
  const [changed] = withParameter({ ...experiment, runs: [run] }, parameter, value).runs
  return { ...document, experiment: withRun(experiment, index, changed) }
}

const withRun = (experiment: DescentExperiment, index: number, run: RunSpec): DescentExperiment => ({
  ...experiment,
  runs: experiment.runs.map((other, i) => (i === index ? run : other)),
})

const longestPath = 2000

/** Returns θ of an experiment's only run, step by step, at most 2,000 pairs. Empty unless θ has two components. */
export function pathOf(experiment: DescentExperiment): Float64Array {
  const steps = Math.min(experiment.runs[0].steps ?? experiment.steps, longestPath)
  const run = new Run({ ...experiment, runs: [{ ...experiment.runs[0], steps }] }, 0, { detail: 'weights' })
  if (run.objective.dimension !== 2) return new Float64Array(0)
  const rows = new Float64Array((steps + 1) * run.width)
  const written = run.advance(rows, steps + 1)
  const path = new Float64Array(2 * written)
  for (let i = 0; i < written; i++)
    path.set(rows.subarray((i + 1) * run.width - 2, (i + 1) * run.width), 2 * i)
  return path
}
