// A training set as numbers: m rows of n₀ features with their labels, and what a registry entry declares about a set.

import type { Activation, Loss } from '../experiment.ts'
import type { Words } from '../words.ts'
import type { Draws } from './draw.ts'

/** Up to this m, values are doubles. Above it they are float32, so m = 5,000,000 takes 60 MB. */
export const mostInDoubles = 100_000

export interface Dataset {
  /** m. */
  readonly examples: number
  /** n₀. */
  readonly features: number
  /** The number of classes, labeled 0 … classes − 1. 0 means the labels are numbers (regression). */
  readonly classes: number
  /** Numbers in y per example: 1, or the number of outputs for inline rows. */
  readonly targets: number
  /** Feature k of example i is x[i·features + k]. */
  readonly x: Float64Array | Float32Array
  /** Target k of example i is y[i·targets + k]. */
  readonly y: Float64Array | Float32Array
  /** Whether the label of example i was flipped on purpose, by the mislabelled share or by hand. */
  mislabelled(i: number): boolean
}

/** A set being generated in blocks, so a worker can report progress and cancel. */
export interface Generation {
  readonly data: Dataset
  /** How many examples exist so far. */
  readonly done: number
  /** Generates up to `examples` more and returns the fraction done, 0 to 1. */
  advance(examples: number): number
}

export interface DefaultNetwork {
  readonly layers: readonly number[]
  readonly activation: Activation
  readonly loss: Loss
  readonly lambda: number
  /** A learning rate with which Adam learns this set in batches of 64 within a few hundred steps. */
  readonly alpha: number
}

export interface DatasetEntry {
  readonly label: Words
  readonly help: Words
  /** The largest number of features. A network takes the first n₀ of them. */
  readonly features: number
  /** The smallest number of features a network can take. */
  readonly fewestFeatures: number
  /** The number of classes. 0: labels are numbers. 'any': as many as the network's outputs distinguish. */
  readonly classes: number | 'any'
  readonly network: DefaultNetwork
}

/**
 * A generated set. `example` writes the features of example i and returns its label. `noise` is a standard deviation.
 */
export interface GeneratedEntry extends DatasetEntry {
  /** The default noise. */
  readonly noise: number
  example(draws: Draws, i: number, classes: number, noise: number, x: Float64Array): number
}

/** A set of measurements shipped with the app. */
export interface RealEntry extends DatasetEntry {
  readonly classes: number
  readonly examples: number
  readonly columns: readonly { readonly label: Words; readonly unit: string; values(): Float64Array }[]
  /** Names of the classes. */
  readonly classNames: readonly Words[]
  labels(): Float64Array
}
