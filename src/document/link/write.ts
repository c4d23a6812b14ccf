// Writes an experiment as a link's parameters: only what differs from the route's own, under the experiment file's
// names.

import type {
  DecaySpec,
  DescentExperiment,
  Experiment,
  MapAxis,
  NetworkSpec,
  RunSpec,
} from '../../engine/experiment.ts'
import { hyperparameters } from '../../engine/hyperparameters.ts'
import { objectives } from '../../engine/objectives/index.ts'
import { datasets, type DatasetKind } from '../../engine/datasets/index.ts'
import { isObject } from '../../engine/validate/fields.ts'
import { datasetDefaults } from '../../engine/validate/network.ts'
import { same } from '../../engine/validate/minimal.ts'
import { runFields } from '../../engine/validate/runs.ts'
import { entry, type Parameter, textOf } from './syntax.ts'

/** Longer own data, in characters, are left out of a link. */
const longest = 2000

export interface Written {
  readonly parameters: readonly Parameter[]
  /** Fields that are too large for a link. */
  readonly leftOut: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

class Writer {
  readonly parameters: Parameter[] = []
  readonly leftOut: string[] = []

  /** Writes the fields in which `value` differs from `base`. */
  differences(value: Json, base: Json, names: readonly string[], prefix = ''): void {
    for (const name of names)
      if (value[name] !== undefined && !same(value[name], base[name])) this.field(prefix + name, value[name])
  }

  field(name: string, value: unknown): void {
    // An entry takes at least one character, so do not format a list that is certainly too long.
    const text = Array.isArray(value) && value.length > longest ? undefined : textOf(name, value)
    // A formula has its own limit.
    if (text === undefined || (text.length > longest && name !== 'source')) this.leftOut.push(name)
    else this.parameters.push([name, text])
  }
}

export function written(experiment: Experiment, route: Experiment): Written {
  const writer = new Writer()
  if (experiment.lab === 'descent' && route.lab === 'descent') descent(experiment, route, writer)
  else if (experiment.lab === 'map' && route.lab === 'map') {
    descent(experiment.base, route.base, writer, true)
    writer.differences(json(experiment), json(route), ['measure', 'target', 'seeds'])
    if (experiment.target === undefined && route.target !== undefined)
      writer.parameters.push(['target', 'none'])
    for (const name of ['x', 'y'] as const)
      if (!same(experiment[name], route[name])) writer.parameters.push([name, axisText(experiment[name])])
  } else if (experiment.lab === 'averages' && route.lab === 'averages') {
    const [own, preset] = [experiment.series, route.series]
    const fresh = own.kind !== preset.kind
    const rest = new Writer()
    rest.differences(json(own), fresh ? { years: 1 } : json(preset), ['years', 'values'], 'series.')
    if (rest.leftOut.length > 0) writer.leftOut.push('series')
    else if (fresh) writer.parameters.push(['series', own.kind])
    writer.parameters.push(...rest.parameters)
    const names = ['seed', 'convention', 'unit', 'changes', 'betas', 'biasCorrection', 'windows']
    writer.differences(json(experiment), json(route), names)
  }
  if (writer.leftOut.length > 0) writer.parameters.push(['without', writer.leftOut.join(',')])
  return writer
}

const json = (value: object): Json => value as Json

function descent(
  experiment: DescentExperiment,
  route: DescentExperiment,
  writer: Writer,
  inMap = false,
): void {
  const whole = objective(experiment, route, writer, inMap)
  const preset = experiment.objective.kind === route.objective.kind ? route.start : undefined
  if (!whole) {
    // Without its data the start has no meaning.
  } else if (experiment.start) writer.differences(json(experiment), { start: preset }, ['start'])
  else if (preset) writer.parameters.push(['start', 'own'])
  const names = ['seed', 'convention', 'batchSize', 'steps', 'reshuffle', 'costEvery']
  writer.differences(json(experiment), json(route), names)
  writer.parameters.push(...runs(experiment.runs, route.runs))
}

/** Returns false if the objective is too large for a link. */
function objective(
  { objective: own }: DescentExperiment,
  { objective: preset }: DescentExperiment,
  writer: Writer,
  inMap: boolean,
): boolean {
  const fresh = own.kind !== preset.kind
  let base = json(fresh ? objectives[own.kind].defaultSpec() : preset)
  if (own.kind === 'network') base = withDataset(base, own.dataset.kind)
  const fields = new Writer()
  if (fresh) fields.parameters.push(['objective', own.kind])
  const names = Object.keys(own).filter((name) => name !== 'kind' && name !== 'dataset')
  fields.differences(json(own), base, names)
  if (own.kind === 'network') {
    const { dataset } = own
    const before = fresh ? objectives.network.defaultSpec() : (preset as NetworkSpec)
    if (dataset.kind !== before.dataset.kind) fields.parameters.push(['dataset', dataset.kind])
    const rest = Object.keys(dataset).filter((name) => name !== 'kind')
    const sets = base.dataset as Json
    fields.differences(json(dataset), sets, rest, 'dataset.')
    // Write an empty list, or the route's flipped labels would come back.
    if (sets.flipped !== undefined && !('flipped' in dataset && dataset.flipped))
      fields.parameters.push(['dataset.flipped', ''])
  }
  if (fields.leftOut.length > 0) {
    writer.leftOut.push('objective')
    return false
  }
  // In a map's link x and y are its axes, not the columns of own data.
  const isAxis = (name: string): boolean => inMap && (name === 'x' || name === 'y')
  for (const [name, text] of fields.parameters)
    writer.parameters.push([isAxis(name) ? `objective.${name}` : name, text])
  return true
}

/** Returns a network for another data set, with that set's default layers. */
export function withDataset(network: Json, kind: string): Json {
  if (isObject(network.dataset) && network.dataset.kind === kind) return network
  const dataset = datasetDefaults(kind)
  if (!Object.hasOwn(datasets, kind)) return { ...network, dataset }
  const { layers, activation, loss, lambda } = datasets[kind as DatasetKind].network
  return { ...network, layers, activation, loss, lambda, dataset }
}

/** If all runs differ from the route's in the same numbers, writes those numbers. Otherwise writes each run. */
function runs(own: readonly RunSpec[], preset: readonly RunSpec[]): Parameter[] {
  if (same(own, preset)) return []
  const shared: Parameter[] = []
  let changed = preset as readonly unknown[] as readonly Json[]
  for (const name of ['alpha', ...Object.keys(hyperparameters), 'biasCorrection', 'decay']) {
    const values = own.map((run) => json(run)[name]).filter((value) => value !== undefined)
    const differs = own.some((run, i) => !same(json(run)[name], json(preset[i] ?? {})[name]))
    if (!differs || !values.every((value) => same(value, values[0]))) continue
    shared.push([name, name === 'decay' ? decayText(values[0] as DecaySpec) : textOf(name, values[0])])
    changed = changed.map((run) => (run[name] === undefined ? run : { ...run, [name]: values[0] }))
  }
  return same(own, changed) ? shared : own.map((run) => ['run', runText(run)])
}

/**
 * `adam,alpha:0.1,beta1:0.8,decay:inverse,decay.rate:0.1`. Always includes α, and the rest if it differs from the
 * default.
 */
function runText(run: RunSpec): string {
  const items: string[] = [run.optimizer]
  for (const [name, field] of Object.entries(runFields(run.optimizer, run.rule))) {
    const value = json(run)[name]
    if (name === 'optimizer' || value === undefined) continue
    if (name !== 'alpha' && field.default !== undefined && same(value, field.default)) continue
    if (name === 'decay') items.push(`decay:${run.decay.kind}`, ...decayItems(run.decay, 'decay.'))
    else if (name === 'parameters')
      for (const [own, number] of Object.entries(run.parameters ?? {}))
        items.push(`parameters.${own}:${textOf(own, number)}`)
    else items.push(`${name}:${entry(textOf(name, value))}`)
  }
  return items.join(',')
}

function decayItems(decay: DecaySpec, prefix: string): string[] {
  // Before inverse decay had `every`, links contained only the rate. Keep writing such links unchanged.
  const waits = decay.kind !== 'inverse' || decay.every !== 1
  const fields = Object.entries(decay).filter(([name]) => name !== 'kind' && (waits || name !== 'every'))
  return fields.map(([name, value]) => `${prefix}${name}:${textOf(name, value)}`)
}

const decayText = (decay: DecaySpec): string => [decay.kind, ...decayItems(decay, '')].join(',')

function axisText({ parameter, from, to, count, scale }: MapAxis): string {
  return `${parameter},from:${textOf('from', from)},to:${textOf('to', to)},count:${count},scale:${scale}`
}
