// The number of training examples m, without building the objective or its data.

import type { DatasetSpec, ObjectiveSpec } from '../experiment.ts'

/** Sizes of the measured sets shipped with the app. */
export const measuredExamples = { penguins: 333, iris: 150 } as const

export function datasetExamples(spec: DatasetSpec): number {
  if (spec.kind === 'inline') return spec.x.length
  return 'm' in spec ? spec.m : measuredExamples[spec.kind]
}

export function examplesOf(spec: ObjectiveSpec): number {
  if (spec.kind === 'network') return datasetExamples(spec.dataset)
  return spec.kind === 'leastSquares' ? spec.x.length : spec.m
}
