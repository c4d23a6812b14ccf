// The experiment: one plain object determines everything that is computed. These types are the complete form, with
// every default filled in. validate.ts says what a file may leave out and what is invalid.

import type { OptimizerKey } from './optimizers/index.ts'
import type { BatchSize, Convention, HyperparameterName, RunSettings } from './runSettings.ts'
import type { PlainSurfaceKind } from './surfaces/index.ts'

export type { BatchSize, Convention, DecaySpec, HyperparameterName } from './runSettings.ts'

export interface RunSpec extends RunSettings {
  readonly optimizer: OptimizerKey
}

/** The examples of a surface given by a formula: tilts with standard deviation `noise` that sum to 0. */
interface Tilted {
  readonly m: number
  readonly noise: number
  readonly scale: number
}

export interface BowlSpec {
  readonly kind: 'bowl'
  readonly m: number
  readonly curvature: readonly [number, number]
  readonly angle: number
  readonly labelNoise: number
  readonly mislabelled: number
  readonly scale: number
}
export interface LeastSquaresSpec {
  readonly kind: 'leastSquares'
  readonly x: readonly (readonly number[])[]
  readonly y: readonly number[]
}
export interface QuadraticSpec extends Tilted {
  readonly kind: 'quadratic'
  readonly curvature: readonly [number, number]
  readonly angle: number
}
export interface PlainSurfaceSpec extends Tilted {
  readonly kind: PlainSurfaceKind
}
export interface ExpressionSpec extends Tilted {
  readonly kind: 'expression'
  readonly source: string
}
export type Activation = 'tanh' | 'relu' | 'sigmoid'
export type Loss = 'crossEntropy' | 'squared'
export type GeneratedDatasetKind = 'circles' | 'moons' | 'xor' | 'blobs' | 'spiral' | 'curve'
/** `flipped`: indices (below m) of the examples whose label the user changed to the next class. */
export type DatasetSpec =
  | {
      readonly kind: 'inline'
      readonly x: readonly (readonly number[])[]
      readonly y: readonly (number | readonly number[])[]
    }
  | {
      readonly kind: GeneratedDatasetKind
      readonly m: number
      readonly noise: number
      readonly mislabelled: number
      readonly flipped?: readonly number[]
    }
  | { readonly kind: 'penguins' | 'iris'; readonly flipped?: readonly number[] }
export interface NetworkSpec {
  readonly kind: 'network'
  readonly layers: readonly number[]
  readonly activation: Activation
  readonly loss: Loss
  readonly lambda: number
  readonly dataset: DatasetSpec
  readonly precision: 'float64' | 'float32'
}
export type SurfaceSpec = QuadraticSpec | PlainSurfaceSpec | ExpressionSpec
export type ObjectiveSpec = BowlSpec | LeastSquaresSpec | SurfaceSpec | NetworkSpec
export type ObjectiveKind = ObjectiveSpec['kind']

export interface DescentExperiment {
  readonly version: 1
  readonly lab: 'descent'
  readonly seed: number
  readonly convention: Convention
  readonly objective: ObjectiveSpec
  /** θ₀. Absent: the objective's own start. */
  readonly start?: readonly number[]
  readonly batchSize: BatchSize
  readonly steps: number
  readonly reshuffle: boolean
  readonly costEvery: number | 'epoch'
  readonly runs: readonly RunSpec[]
}

export type ShippedSeriesKind = 'seattle' | 'newYork' | 'synthetic'
/** `years` (default 1) is the number of years used: 1 to 4 measured ones, 1 to 2,740 synthetic ones. */
export type SeriesSpec =
  | { readonly kind: 'inline'; readonly values: readonly number[] }
  | { readonly kind: ShippedSeriesKind; readonly years: number }

export interface AveragesExperiment {
  readonly version: 1
  readonly lab: 'averages'
  readonly seed: number
  readonly convention: Convention
  readonly series: SeriesSpec
  /** `fahrenheit` converts every θ to 1.8θ + 32 before averaging. Default `celsius`, the unit of the series. */
  readonly unit: 'celsius' | 'fahrenheit'
  /** Days edited by hand, [t, θ in the series' unit]: integers t ≥ 1, ascending. Default: none. */
  readonly changes: readonly (readonly [t: number, theta: number])[]
  readonly betas: readonly number[]
  readonly biasCorrection: boolean
  readonly windows: readonly number[]
}

export interface MapAxis {
  /** `parameters.NAME` is a parameter of a custom rule. NAME alone works too. */
  readonly parameter:
    'alpha' | HyperparameterName | 'decay.rate' | 'batchSize' | 'curvature' | `parameters.${string}`
  readonly from: number
  readonly to: number
  readonly count: number
  readonly scale: 'log' | 'linear'
}

export interface MapExperiment {
  readonly version: 1
  readonly lab: 'map'
  readonly seed: number
  readonly convention: Convention
  readonly base: DescentExperiment
  readonly x: MapAxis
  readonly y: MapAxis
  readonly measure: 'steps' | 'cost'
  readonly target?: number
  readonly seeds: number
}

export type Experiment = DescentExperiment | AveragesExperiment | MapExperiment
