// One open run in the worker: computes a slice of about a millisecond when asked and writes the rows to be sent. A long
// run is thinned here, in blocks of `stride` steps of which the extremes of J^{t} and J and the last row are kept, so that
// spikes survive and the page's memory is bounded. A row gets one more column here, the bias-corrected average of J^{t}:
// smoothing comes before thinning, never after.

import { ewa, nextPower } from '../engine/ewa.ts'
import { column } from '../engine/row.ts'
import { Run } from '../engine/run.ts'
import type { Objective } from '../engine/objectives/objective.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { denseSteps, type ChannelSnapshot, type OpenRequest } from './protocol.ts'

const scratchRows = 512
const rowsPerBlock = 4
/** Milliseconds between two states. */
const stateEvery = 100

export class Channel {
  readonly run: Run
  /** Of a row that is sent. */
  readonly width: number
  /** No rows of it have been sent. */
  isNew = true
  /** When its state was sent last. */
  private told = -Infinity
  private readonly isTerse: boolean
  private readonly stride: number
  private readonly skipTo: number
  private readonly until: number
  private readonly scratch: Float64Array
  /** The rows of the block in work: lowest J^{t}, highest J^{t}, highest J, the latest. */
  private readonly kept: Float64Array[]
  private held = false
  private readonly smoothing: number
  private average = 0
  private power = 1
  private stepsPerLook = 16
  private readonly allowance = { examples: 0 }
  private examplesPerLook = 4096
  private asideSince = 0
  private asideTime = 0
  private busy = 0

  constructor(request: OpenRequest, objective: Objective) {
    const experiment = { ...request.race, objective: undefined } as unknown as DescentExperiment
    this.run = new Run(experiment, request.index, {
      detail: request.detail,
      from: request.from,
      objective,
      hashing: true,
      aside: {
        begin: () => (this.asideSince = performance.now()),
        end: () => (this.asideTime += performance.now() - this.asideSince),
      },
    })
    this.stride = request.stride
    this.isTerse = request.stride > 1 || request.detail === 'full'
    this.skipTo = request.skipTo ?? 0
    this.until = Math.min(request.until ?? this.run.steps, this.run.steps)
    this.smoothing = request.smoothing
    if (request.from) ({ average: this.average, power: this.power } = request.from)
    this.width = this.run.width + 1
    this.scratch = new Float64Array(scratchRows * this.run.width)
    this.kept = Array.from({ length: rowsPerBlock }, () => new Float64Array(this.width))
  }

  get done(): boolean {
    return this.run.done || this.run.step >= this.until
  }

  /** What the run has taken, full costs computed for their own sake left out. */
  get seconds(): number {
    return (this.busy - this.asideTime) / 1000
  }

  /**
   * Its state, if the page is to have it now. It is an object of many parts, which both sides take apart: with every answer
   * it goes only where the weights of each step are wanted and rows do not hold them.
   */
  news(time: number): ChannelSnapshot | undefined {
    if (this.isTerse && !this.done && time < this.told + stateEvery) return undefined
    this.told = time
    return { ...this.run.snapshot(), average: this.average, power: this.power }
  }

  /** Whether so many rows leave no room for another block. */
  isFull(rows: Float64Array, written: number): boolean {
    return written >= this.capacityOf(rows)
  }

  private capacityOf(rows: Float64Array): number {
    return Math.floor(rows.length / this.width) - rowsPerBlock
  }

  /**
   * Computes until `now()` passes `deadline`, the rows are full or the run ends; `written` rows are there already. Returns
   * how many there are then.
   */
  advance(rows: Float64Array, written: number, now: () => number, deadline: number): number {
    const { run, scratch } = this
    const capacity = this.capacityOf(rows)
    let time = now()
    while (written < capacity && !this.done) {
      const limit = Math.min(this.stepsPerLook, scratchRows, capacity - written, this.until - run.step)
      this.allowance.examples = this.examplesPerLook
      const got = run.advance(scratch, limit, this.allowance)
      for (let i = 0; i < got; i++) written = this.pass(scratch, i * run.width, rows, written)
      const spent = now() - time
      time += spent
      this.busy += spent
      if (run.progress !== undefined) {
        if (spent < 0.25) this.examplesPerLook *= 2
        else if (spent > 0.8 && this.examplesPerLook > 64) this.examplesPerLook >>= 1
      } else if (spent < 0.1 && this.stepsPerLook < scratchRows) this.stepsPerLook *= 2
      else if (spent > 0.3 && this.stepsPerLook > 1) this.stepsPerLook >>= 1
      if (time >= deadline) break
    }
    return this.done ? this.flush(rows, written) : written
  }

  /** Sends one computed row on, or holds it back until its block is full. */
  private pass(from: Float64Array, at: number, rows: Float64Array, written: number): number {
    const step = from[at]
    const batchCost = from[at + column.batchCost]
    if (step > 0) {
      this.average = ewa(this.average, batchCost, this.smoothing)
      this.power = nextPower(this.power, this.smoothing)
    }
    if (step < this.skipTo) return written
    if (this.stride === 1 || step <= denseSteps) return this.copy(from, at, rows, written)
    const [low, high, highCost, last] = this.kept
    if (!this.held) for (const row of this.kept) this.copy(from, at, row, 0)
    this.held = true
    if (batchCost < low[column.batchCost]) this.copy(from, at, low, 0)
    if (batchCost > high[column.batchCost]) this.copy(from, at, high, 0)
    if (!(from[at + column.cost] <= highCost[column.cost])) this.copy(from, at, highCost, 0)
    this.copy(from, at, last, 0)
    return (step - denseSteps) % this.stride === 0 ? this.flush(rows, written) : written
  }

  /** Writes the rows that were held back, each once, in the order of their steps. */
  private flush(rows: Float64Array, written: number): number {
    if (!this.held) return written
    this.held = false
    const { kept, width } = this
    order(kept)
    let before = -1
    for (const row of kept) {
      if (row[0] !== before) rows.set(row, width * written++)
      before = row[0]
    }
    return written
  }

  /** Copies a computed row and the average at it. */
  private copy(from: Float64Array, at: number, to: Float64Array, row: number): number {
    const { width } = this
    const last = row * width + width - 1
    for (let i = 0, k = row * width; k < last; i++, k++) to[k] = from[at + i]
    to[last] = this.power === 1 ? NaN : this.average / (1 - this.power)
    return row + 1
  }
}

/** Sorts a handful of rows by their steps, in place; unlike sort() it makes nothing that has to be cleared away. */
function order(rows: Float64Array[]): void {
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]
    let k = i
    for (; k > 0 && rows[k - 1][0] > row[0]; k--) rows[k] = rows[k - 1]
    rows[k] = row
  }
}
