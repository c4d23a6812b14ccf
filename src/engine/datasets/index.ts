// The registry of training sets, and how to build one from its spec. Keys are ids in shared links, so never rename one.

import type { DatasetSpec, GeneratedDatasetKind } from '../experiment.ts'
import { mostInDoubles, type Dataset, type DatasetEntry, type Generation } from './dataset.ts'
import { Draws, Ranks } from './draw.ts'
import { generatedSets } from './generatedSets.ts'
import { realSets } from './realSets.ts'

export type { Dataset, DatasetEntry, Generation } from './dataset.ts'
export { generatedSets } from './generatedSets.ts'
export { realSets } from './realSets.ts'

export type DatasetKind = Exclude<DatasetSpec['kind'], 'inline'>
type InlineSpec = Extract<DatasetSpec, { kind: 'inline' }>
type MeasuredSpec = Extract<DatasetSpec, { kind: 'penguins' | 'iris' }>
type GeneratedSpec = Extract<DatasetSpec, { kind: GeneratedDatasetKind }>

export const datasets: Readonly<Record<DatasetKind, DatasetEntry>> = { ...generatedSets, ...realSets }

/** What a network requires of its data: n₀, n_L, and whether the outputs are classes. */
export interface Ends {
  readonly features: number
  readonly outputs: number
  readonly classes: boolean
}

/** Starts generating the set of a valid spec. Inline and measured sets are complete at once. */
export function generate(spec: DatasetSpec, seed: number, ends: Ends): Generation {
  if (spec.kind === 'inline') return made(inline(spec, ends))
  if (spec.kind === 'penguins' || spec.kind === 'iris') return made(measured(spec, ends))
  return generation(spec as GeneratedSpec, seed, ends)
}

const made = (data: Dataset): Generation => ({ data, done: data.examples, advance: () => 1 })
const never = (): boolean => false

function inline(spec: InlineSpec, ends: Ends): Dataset {
  const examples = spec.x.length
  const targets = ends.classes ? 1 : ends.outputs
  const x = new Float64Array(examples * ends.features)
  const y = new Float64Array(examples * targets)
  for (let i = 0; i < examples; i++) {
    x.set(spec.x[i], i * ends.features)
    const label = spec.y[i]
    if (typeof label === 'number') y[i * targets] = label
    else y.set(label, i * targets)
  }
  const classes = ends.classes ? Math.max(2, ends.outputs) : 0
  return { examples, features: ends.features, classes, targets, x, y, mislabelled: never }
}

function measured(spec: MeasuredSpec, ends: Ends): Dataset {
  const { columns, labels, examples, classes } = realSets[spec.kind]
  const y = labels()
  const flipped = new Set(spec.flipped)
  for (const i of flipped) y[i] = (y[i] + 1) % classes
  const x = new Float64Array(examples * ends.features)
  for (let k = 0; k < ends.features; k++) {
    const values = columns[k].values()
    let sum = 0
    for (const value of values) sum += value
    const mean = sum / examples
    let squares = 0
    for (const value of values) squares += (value - mean) * (value - mean)
    const deviation = Math.sqrt(squares / examples)
    for (let i = 0; i < examples; i++) x[i * ends.features + k] = (values[i] - mean) / deviation
  }
  return {
    examples,
    features: ends.features,
    classes,
    targets: 1,
    x,
    y,
    mislabelled: (i) => flipped.has(i),
  }
}

/**
 * Starts a generated set. The first round(m·mislabelled) examples of a random ranking get a wrong label: the next
 * class, or the opposite sign on the curve. A larger share extends a smaller one. `flipped` flips labels once more.
 */
function generation(spec: GeneratedSpec, seed: number, ends: Ends): Generation {
  const entry = generatedSets[spec.kind]
  const { m, noise } = spec
  const { features } = entry
  const classes = entry.classes === 'any' ? (ends.classes ? Math.max(2, ends.outputs) : 2) : entry.classes
  const Column = m > mostInDoubles ? Float32Array : Float64Array
  const x = new Column(m * features)
  const y = new Column(m)
  const wrong = Math.round(m * spec.mislabelled)
  const ranks = new Ranks(seed, m)
  const flipped = new Set(spec.flipped)
  /** How many times the label of example i is flipped, 0 to 2. */
  const turns = (i: number): number =>
    (wrong > 0 && ranks.of(i) < wrong ? 1 : 0) + (flipped.size > 0 && flipped.has(i) ? 1 : 0)
  const mislabelled = (i: number): boolean => turns(i) % (classes === 0 ? 2 : classes) !== 0
  const draws = new Draws(seed)
  const point = new Float64Array(features)
  let done = 0
  return {
    data: { examples: m, features, classes, targets: 1, x, y, mislabelled },
    get done() {
      return done
    },
    advance(examples) {
      const to = Math.min(m, done + examples)
      for (let i = done; i < to; i++) {
        draws.at(i)
        const label = entry.example(draws, i, classes, noise, point)
        for (let k = 0; k < features; k++) x[i * features + k] = point[k]
        const times = turns(i)
        y[i] = classes === 0 ? (times === 1 ? -label : label) : (label + times) % classes
      }
      done = to
      return done / m
    },
  }
}
