// The settings of a run in an experiment: its numbers, its decay, its convention. The registry of optimizers builds on
// these types.

export type Convention = 'course' | 'pytorch'

/** How α at epoch e follows from α₀. Defaults are in schedules/. */
export type DecaySpec =
  | { readonly kind: 'none' }
  | { readonly kind: 'inverse'; readonly rate: number; readonly every: number }
  | { readonly kind: 'exponential'; readonly base: number }
  | { readonly kind: 'inverseSqrt'; readonly k: number }
  | { readonly kind: 'staircase'; readonly factor: number; readonly every: number }
  | { readonly kind: 'manual'; readonly points: readonly (readonly [epoch: number, alpha: number])[] }
  | { readonly kind: 'cosine'; readonly epochs: number; readonly floor: number }
  | { readonly kind: 'warmup'; readonly epochs: number }
  | { readonly kind: 'oneCycle'; readonly epochs: number; readonly start: number; readonly floor: number }

export type HyperparameterName = 'beta' | 'beta1' | 'beta2' | 'rho' | 'epsilon' | 'weightDecay'

/** What a run sets, whichever its optimizer. */
export interface RunSettings extends Readonly<Partial<Record<HyperparameterName, number>>> {
  readonly alpha: number
  readonly decay: DecaySpec
  readonly name?: string
  /** Override the experiment's values for this run. */
  readonly batchSize?: BatchSize
  readonly steps?: number
  readonly convention?: Convention
  /** Present exactly for the optimizers that offer it. */
  readonly biasCorrection?: boolean
  /** The text of a custom rule (optimizer `rule`), and the slider values that differ from the text. */
  readonly rule?: string
  readonly parameters?: Readonly<Record<string, number>>
}

export type BatchSize = 'all' | number
