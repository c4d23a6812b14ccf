// What the page knows about a network's data without generating them: m, classes, labels flipped by hand.

import { datasets } from '../../engine/datasets/index.ts'
import { datasetExamples } from '../../engine/objectives/examples.ts'
import type { DatasetSpec, NetworkSpec } from '../../engine/experiment.ts'
import { changeExperiment, settle } from '../../state/experiment.ts'

/** The number of classes. 0: labels are numbers. */
export function classesOf({ dataset, layers, loss }: NetworkSpec): number {
  const outputs = layers[layers.length - 1]
  if (dataset.kind === 'inline') return loss === 'crossEntropy' ? Math.max(2, outputs) : 0
  const { classes } = datasets[dataset.kind]
  return classes === 'any' ? (loss === 'crossEntropy' ? Math.max(2, outputs) : 2) : classes
}

export const mOf = (spec: NetworkSpec): number => datasetExamples(spec.dataset)

/** The number of labels flipped by hand. */
export const flippedCount = ({ dataset }: NetworkSpec): number =>
  dataset.kind === 'inline' ? 0 : (dataset.flipped?.length ?? 0)

/** Returns the set with these examples' labels changed to the next class. A label flipped by hand flips back. */
export function flip(spec: NetworkSpec, numbers: readonly number[]): NetworkSpec {
  const { dataset } = spec
  if (dataset.kind === 'inline') {
    const classes = classesOf(spec)
    const turn = (label: number): number => (classes === 0 ? -label : (label + 1) % classes)
    const chosen = new Set(numbers)
    const y = dataset.y.map((label, i) =>
      !chosen.has(i) ? label : typeof label === 'number' ? turn(label) : label.map(turn),
    )
    return { ...spec, dataset: { ...dataset, y } }
  }
  const flipped = new Set(dataset.flipped)
  for (const i of numbers) if (!flipped.delete(i)) flipped.add(i)
  const { flipped: _, ...rest } = dataset
  const list = [...flipped].sort((a, b) => a - b)
  return { ...spec, dataset: (list.length > 0 ? { ...rest, flipped: list } : rest) as DatasetSpec }
}

/** Returns the flips that make a whole batch wrong, or if all are wrong, those that a flip can make right. */
export function turnsOf(
  spec: NetworkSpec,
  numbers: ArrayLike<number>,
  wrong: ArrayLike<number>,
): { readonly mends: boolean; readonly turned: readonly number[] } {
  const all = Array.from(numbers)
  const right = all.filter((_, i) => wrong[i] !== 1)
  if (right.length > 0) return { mends: false, turned: right }
  const { dataset } = spec
  const byHand = new Set(dataset.kind === 'inline' ? [] : dataset.flipped)
  // With three classes, an originally wrong label is still wrong after a flip.
  return { mends: true, turned: classesOf(spec) === 2 ? all : all.filter((i) => byHand.has(i)) }
}

export function changeNetwork(key: string, recipe: (spec: NetworkSpec) => NetworkSpec): void {
  changeExperiment(key, (before) =>
    before.objective.kind === 'network' ? { ...before, objective: recipe(before.objective) } : before,
  )
}

export function flipLabels(numbers: readonly number[]): void {
  changeNetwork('flip', (spec) => flip(spec, numbers))
  settle()
}

export function unflipAll(): void {
  changeNetwork('unflip', (spec) => {
    if (spec.dataset.kind === 'inline') return spec
    const { flipped: _, ...dataset } = spec.dataset
    return { ...spec, dataset: dataset as DatasetSpec }
  })
  settle()
}
