// The protocol between the page and the runner. The page pulls: the worker never speaks first, and each `advance` gets
// one reply (usually a `chunk`). Its buffer is transferred there and back, so no queue can grow.

import type { DescentExperiment } from '../engine/experiment.ts'
import type { NoValue } from '../engine/noValue.ts'
import type { Grid } from '../engine/objectives/network/view.ts'
import type { Detail, Snapshot } from '../engine/row.ts'
import type { SentObjective } from './ownData.ts'

/** An experiment whose objective is replaced by an id, so data are sent once and not at every slider move. */
export type RaceSettings = Omit<DescentExperiment, 'objective'>

/** A snapshot with the average of J^{t} that accompanies the rows. */
export interface ChannelSnapshot extends Snapshot {
  readonly average: number
  readonly power: number
}

export interface OpenRequest {
  readonly type: 'open'
  readonly run: number
  readonly objective: number
  readonly race: RaceSettings
  /** Index of the run in the race. */
  readonly index: number
  readonly detail: Detail
  /** After the first steps, only the extremes and the last of every `stride` steps are sent. */
  readonly stride: number
  /** β of the average of J^{t}, a row's last column. */
  readonly smoothing: number
  readonly from?: ChannelSnapshot
  /** Rows before this step are computed but not sent. */
  readonly skipTo?: number
  /** Stop the run after this step, without changing it. */
  readonly until?: number
}

export type Request =
  | {
      readonly type: 'objective'
      readonly objective: number
      readonly sent: SentObjective
      readonly seed: number
    }
  | { readonly type: 'forget'; readonly objective: number }
  | OpenRequest
  | { readonly type: 'advance'; readonly run: number; readonly buffer: ArrayBuffer }
  | { readonly type: 'close'; readonly run: number }
  /** Requests memory for the rows of a growing run, before the page needs it. */
  | { readonly type: 'room'; readonly run: number; readonly doubles: number }
  | {
      readonly type: 'query'
      readonly query: number
      readonly objective: number
      readonly request: NetworkQuery
    }

/** What a picture of a network requests, at the weights w. */
export interface NetworkQuery {
  readonly w: Float64Array
  /** ŷ on a grid over two features. */
  readonly grid?: Grid
  /** The number of first examples to return. */
  readonly sample?: number
  /** X^{t} of the step, as a run with these settings cuts it. */
  readonly batch?: {
    readonly seed: number
    readonly batchSize: number
    readonly reshuffle: boolean
    readonly step: number
  }
  /** Count the correctly classified among this many first examples. */
  readonly score?: number
}

/** Examples with their losses at the requested weights. */
export interface QueriedExamples {
  /** The examples' indices, ascending. */
  readonly numbers: Uint32Array
  /** Rows of n₀ features. */
  readonly x: Float64Array
  /** Rows of targets: the label, or the outputs' numbers. */
  readonly y: Float64Array
  readonly losses: Float64Array
  /** 1 if the label was flipped on purpose. */
  readonly wrong: Uint8Array
}

export interface QueryResult {
  readonly type: 'queryResult'
  readonly query: number
  /** False while the data are being generated. */
  readonly there: boolean
  readonly grid?: Float64Array
  readonly sample?: QueriedExamples
  readonly batch?: QueriedExamples
  readonly score?: { readonly correct: number; readonly loss: number; readonly of: number }
  /** The smallest and largest value of each feature among the first 2,000 examples. */
  readonly ranges?: readonly (readonly [number, number])[]
}

export interface Chunk {
  readonly type: 'chunk'
  readonly run: number
  /** The same buffer, with `rows` rows of `width` doubles. */
  readonly buffer: ArrayBuffer
  readonly rows: number
  readonly width: number
  /** The last computed step, or −1 before the row of the start. */
  readonly step: number
  readonly stepsPerEpoch: number
  /** Names of the rule's memories, in row order. */
  readonly slots: readonly string[]
  readonly done: boolean
  readonly divergedAt?: number
  readonly noValue?: NoValue
  /** The fraction done of a step that is longer than a slice, 0 to 1. */
  readonly progress: number
  /** Seconds of computing so far on this machine, without evaluations of J made only for display. */
  readonly seconds: number
  /** Sent with the first and last rows, and in between as often as rewinding may need it. */
  readonly state?: ChannelSnapshot
}

/** No row yet: the data are being generated, or the first row is longer than a slice. */
export interface Waiting {
  readonly type: 'waiting'
  readonly run: number
  readonly buffer: ArrayBuffer
  readonly of: 'data' | 'step'
  readonly progress: number
}

/** The run was closed while its rows were being computed. */
export interface Closed {
  readonly type: 'closed'
  readonly run: number
  readonly buffer: ArrayBuffer
}

/** The requested memory, with its pages touched. */
export interface Prefaulted {
  readonly type: 'room'
  readonly run: number
  readonly rows: Float64Array<ArrayBuffer>
}

export type Reply =
  | Chunk
  | Waiting
  | Closed
  | Prefaulted
  | QueryResult
  | { readonly type: 'failed'; readonly run: number; readonly message: string; readonly buffer: ArrayBuffer }

/** All rows of the first steps are sent. Later ones are thinned by the stride. */
export const denseSteps = 4096

/** The most rows kept per run. It bounds memory for any length. */
export const rowsKept = 65536

export function strideFor(steps: number): number {
  const rowsPerBlock = 4
  return steps <= rowsKept ? 1 : Math.ceil((rowsPerBlock * (steps - denseSteps)) / (rowsKept - denseSteps))
}
