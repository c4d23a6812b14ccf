// What the page and the worker say to each other. Pull: the worker never speaks first, each `advance` is answered once
// (by a `chunk`, as a rule), and its buffer is transferred there and back, so no queue can grow.

import type { DescentExperiment } from '../engine/experiment.ts'
import type { NoValue } from '../engine/noValue.ts'
import type { Grid } from '../engine/objectives/network/view.ts'
import type { Detail, Snapshot } from '../engine/row.ts'
import type { SentObjective } from './ownData.ts'

/** An experiment whose objective is named by number, so that data are sent once and not at each move of a slider. */
export type RaceSettings = Omit<DescentExperiment, 'objective'>

/** A snapshot with the average of J^{t} that goes along with the rows. */
export interface ChannelSnapshot extends Snapshot {
  readonly average: number
  readonly power: number
}

export interface OpenRequest {
  readonly type: 'open'
  readonly run: number
  readonly objective: number
  readonly race: RaceSettings
  /** Which of the race's runs. */
  readonly index: number
  readonly detail: Detail
  /** Beyond the first steps, of every `stride` steps only the extremes and the last are sent. */
  readonly stride: number
  /** β of the average of J^{t}, a row's last column. */
  readonly smoothing: number
  readonly from?: ChannelSnapshot
  /** Rows before this step are computed but not sent. */
  readonly skipTo?: number
  /** Ends the run after this step, without changing it. */
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
  /** Memory for the rows of a run that goes on, before the page needs it. */
  | { readonly type: 'room'; readonly run: number; readonly doubles: number }
  | { readonly type: 'look'; readonly look: number; readonly objective: number; readonly wish: Look }

/** What a picture of a network asks for, at the weights w. */
export interface Look {
  readonly w: Float64Array
  /** ŷ on a grid over two features. */
  readonly grid?: Grid
  /** The first so many examples. */
  readonly sample?: number
  /** X^{t} of the step, as a run with these settings cuts it. */
  readonly batch?: {
    readonly seed: number
    readonly batchSize: number
    readonly reshuffle: boolean
    readonly step: number
  }
  /** Count the rightly classified among the first so many. */
  readonly score?: number
}

/** Examples with their losses at the look's weights. */
export interface SeenExamples {
  /** The examples' own numbers, ascending. */
  readonly numbers: Uint32Array
  /** Rows of n₀ features. */
  readonly x: Float64Array
  /** Rows of targets: the label alone, or the outputs' numbers. */
  readonly y: Float64Array
  readonly losses: Float64Array
  /** 1: the label was made wrong on purpose. */
  readonly wrong: Uint8Array
}

export interface Seen {
  readonly type: 'seen'
  readonly look: number
  /** False while the data are being made. */
  readonly there: boolean
  readonly grid?: Float64Array
  readonly sample?: SeenExamples
  readonly batch?: SeenExamples
  readonly score?: { readonly correct: number; readonly loss: number; readonly of: number }
  /** The smallest and largest value of each feature among the first 2,000 examples. */
  readonly ranges?: readonly (readonly [number, number])[]
}

export interface Chunk {
  readonly type: 'chunk'
  readonly run: number
  /** The same buffer back: `rows` rows of `width` doubles. */
  readonly buffer: ArrayBuffer
  readonly rows: number
  readonly width: number
  /** The last step that was computed; −1 before the start's row. */
  readonly step: number
  readonly stepsPerEpoch: number
  /** The names of the rule's memory, in a row's order. */
  readonly slots: readonly string[]
  readonly done: boolean
  readonly divergedAt?: number
  readonly noValue?: NoValue
  /** How much of a step that is longer than a slice is done, 0 to 1. */
  readonly progress: number
  /** What the run has taken so far on this machine, full costs that were computed for their own sake left out. */
  readonly seconds: number
  /** With the first rows and the last, and as often between them as the run may be gone back to. */
  readonly state?: ChannelSnapshot
}

/** No row yet: the data are being made, or the first row is longer than a slice. */
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

/** The memory that was asked for, its pages touched. */
export interface Furnished {
  readonly type: 'room'
  readonly run: number
  readonly rows: Float64Array<ArrayBuffer>
}

export type Reply =
  | Chunk
  | Waiting
  | Closed
  | Furnished
  | Seen
  | { readonly type: 'failed'; readonly run: number; readonly message: string; readonly buffer: ArrayBuffer }

/** The rows of the first steps are all sent; later ones are thinned by the stride. */
export const denseSteps = 4096

/** The rows of a run that are kept at most: its memory is bounded whatever its length. */
export const rowsKept = 65536

export function strideFor(steps: number): number {
  const rowsPerBlock = 4
  return steps <= rowsKept ? 1 : Math.ceil((rowsPerBlock * (steps - denseSteps)) / (rowsKept - denseSteps))
}
