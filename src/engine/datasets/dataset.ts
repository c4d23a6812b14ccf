// A training set as numbers: m rows of n₀ features and their labels, and what a set's own file says of it.

import type { Activation, Loss } from '../experiment.ts'
import type { Words } from '../words.ts'
import type { Draws } from './draw.ts'

/** Up to this m numbers are doubles; above they are float32, so that m = 5,000,000 takes 60 MB. */
export const mostInDoubles = 100_000

export interface Dataset {
  /** m. */
  readonly examples: number
  /** n₀. */
  readonly features: number
  /** The number of classes that labels 0 … classes − 1 name; 0: labels are numbers. */
  readonly classes: number
  /** Numbers of y an example has: 1, or the outputs of inline rows. */
  readonly targets: number
  /** Feature k of example i is x[i·features + k]. */
  readonly x: Float64Array | Float32Array
  /** Target k of example i is y[i·targets + k]. */
  readonly y: Float64Array | Float32Array
  /** Whether the label of example i was made wrong on purpose, by the share or by hand. */
  mislabelled(i: number): boolean
}

/** A set on its way: made in blocks, so that a worker can show progress and stop. */
export interface Generation {
  readonly data: Dataset
  /** How many examples are there. */
  readonly done: number
  /** Makes up to `examples` more; returns the share that is done, from 0 to 1. */
  advance(examples: number): number
}

export interface DefaultNetwork {
  readonly layers: readonly number[]
  readonly activation: Activation
  readonly loss: Loss
  readonly lambda: number
  /** A rate at which Adam with batches of 64 learns this set within a few hundred steps. */
  readonly alpha: number
}

export interface DatasetEntry {
  readonly label: Words
  readonly help: Words
  readonly citation: string
  /** The most features that it can give; a network takes the first n₀ of them. */
  readonly features: number
  /** The fewest features that a network can take. */
  readonly fewestFeatures: number
  /** The number of classes; 0: labels are numbers; 'any': as many as the network tells apart. */
  readonly classes: number | 'any'
  readonly network: DefaultNetwork
}

/** A set that is drawn: writes example i's features and returns its label. `noise` is a standard deviation. */
export interface GeneratedEntry extends DatasetEntry {
  /** The noise of its default. */
  readonly noise: number
  example(draws: Draws, i: number, classes: number, noise: number, x: Float64Array): number
}

/** A set of measurements that comes with the app. */
export interface RealEntry extends DatasetEntry {
  readonly classes: number
  readonly examples: number
  readonly columns: readonly { readonly label: Words; readonly unit: string; values(): Float64Array }[]
  /** The classes' names. */
  readonly classNames: readonly Words[]
  labels(): Float64Array
}
