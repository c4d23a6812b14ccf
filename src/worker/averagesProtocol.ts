// The protocol of the averages worker. Each request gets one reply. A sweep that a newer series has superseded gets an
// empty one. Curves are pairs (t, value), thinned for the screen.

import type { AveragesExperiment, SeriesSpec } from '../engine/experiment.ts'

/** The series of a request. */
export interface OpenSeries {
  /** An inline series is sent as `values`, which are transferred. */
  readonly series: SeriesSpec | { readonly kind: 'values'; readonly values: Float64Array }
  readonly seed: number
}

interface AboutSeries {
  readonly id: number
  /** Absent: the series of the previous request. */
  readonly open?: OpenSeries | undefined
}

export interface DrawCurves
  extends AboutSeries, Pick<AveragesExperiment, 'unit' | 'changes' | 'betas' | 'windows' | 'biasCorrection'> {
  readonly ask: 'draw'
  /** Days `from` … `to` are visible, on this many pixel columns. */
  readonly from: number
  readonly to: number
  readonly columns: number
  /** Also draw the uncorrected curves where they differ from corrected ones. */
  readonly both: boolean
  /** Also draw the average without lag (forwards and backwards) for this β. */
  readonly without?: number
  /** The day at the cursor. */
  readonly day: number
}

/** Errors against the known season, and the lag of one curve. Requested when nothing is being dragged. */
export interface Measure extends AboutSeries {
  readonly ask: 'measure'
  readonly selected: number
}

export interface Sweep extends AboutSeries {
  readonly ask: 'sweep'
}

/** The whole experiment as the CSV of the command line. */
export interface WriteCsv {
  readonly ask: 'csv'
  readonly id: number
  readonly experiment: AveragesExperiment
}

/** The hash of the rows t, θ, v, w of days 1 … day. Equal wherever the same experiment is computed. */
export interface Fingerprint {
  readonly ask: 'hash'
  readonly id: number
  readonly experiment: AveragesExperiment
  readonly day: number
}

export type AveragesRequest = DrawCurves | Measure | Sweep | WriteCsv | Fingerprint

/** Everything about one day, t from 1. */
export interface Day {
  readonly t: number
  readonly theta: number
  /** θ_t of the series, if it was edited by hand. */
  readonly original?: number
  /** V_t and V_{t−1} of each curve without correction, and the drawn values. */
  readonly v: readonly number[]
  readonly before: readonly number[]
  readonly shown: readonly number[]
  readonly windows: readonly number[]
  /** θ_t, θ_{t−1}, θ_{t−2} … */
  readonly recent: Float64Array
}

export interface Picture {
  readonly raw: Float64Array
  readonly curves: readonly Float64Array[]
  readonly uncorrected: readonly Float64Array[]
  readonly windows: readonly Float64Array[]
  readonly season?: Float64Array
  readonly without?: Float64Array
  /** Edited days in view: (t, original value). */
  readonly moved: Float64Array
  /** The range of everything drawn, and of all raw days. */
  readonly low: number
  readonly high: number
  readonly day: Day
}

/** The lag of a curve, measured, and where to draw it. */
export interface Lag {
  readonly days: number
  readonly from: number
  readonly level: number
}

export interface Measures {
  /** The measured settings. While a β is being dragged these are still the previous ones. */
  readonly betas: readonly number[]
  readonly windows: readonly number[]
  /** Root mean squared distance from the season, one per curve and per window. NaN if the season is unknown. */
  readonly errors: readonly number[]
  readonly windowErrors: readonly number[]
  readonly lag?: Lag
}

export interface SweepResult {
  readonly betas: Float64Array
  readonly errors: Float64Array
  readonly best: number
  readonly bestError: number
}

export type AveragesReply = { readonly id: number; readonly fault?: string } & (
  | { readonly reply: 'drawn'; readonly picture: Picture; readonly spent: number }
  | { readonly reply: 'measured'; readonly measures: Measures }
  | { readonly reply: 'hashed'; readonly hash: string }
  | { readonly reply: 'written'; readonly csv: Blob }
  | { readonly reply: 'swept'; readonly sweep: SweepResult | undefined }
)
