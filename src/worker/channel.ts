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
  /** Where they stand in the scratch; −1: in `kept` already. Only four of a block's many rows are ever copied. */
  private readonly from = new Int32Array(rowsPerBlock)
  /** The lowest and the highest J^{t} of the block, its highest J, and its last step. */
  private readonly bounds = new Float64Array(4)
  /** The corrected average at each row of the scratch. */
  private readonly averages = new Float64Array(scratchRows)
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
      written = this.send(got, rows, written)
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

  /** Sends the computed rows on, or holds them back until their block is full. */
  private send(count: number, rows: Float64Array, start: number): number {
    const { run, scratch, averages, stride, skipTo, smoothing, from, bounds } = this
    const inRow = run.width
    let written = start
    let { average, power, held } = this
    for (let i = 0; i < count; i++) {
      const at = i * inRow
      const step = scratch[at]
      const batchCost = scratch[at + column.batchCost]
      if (step > 0) {
        average = ewa(average, batchCost, smoothing)
        power = nextPower(power, smoothing)
      }
      averages[i] = power === 0 ? average : power === 1 ? NaN : average / (1 - power)
      if (step < skipTo) continue
      if (stride === 1 || step <= denseSteps) {
        this.copy(i, rows, written++)
        continue
      }
      const cost = scratch[at + column.cost]
      if (!held) {
        held = true
        from.fill(i)
        bounds[0] = bounds[1] = batchCost
        bounds[2] = cost
        bounds[3] = denseSteps + Math.ceil((step - denseSteps) / stride) * stride
      } else {
        if (batchCost < bounds[0]) {
          bounds[0] = batchCost
          from[0] = i
        }
        if (batchCost > bounds[1]) {
          bounds[1] = batchCost
          from[1] = i
        }
        if (!(cost <= bounds[2])) {
          bounds[2] = cost
          from[2] = i
        }
        from[3] = i
      }
      if (step < bounds[3]) continue
      this.held = held
      written = this.flush(rows, written)
      held = false
    }
    this.held = held
    this.average = average
    this.power = power
    this.hold()
    return written
  }

  /** The rows of a block that is not full outlive the scratch. */
  private hold(): void {
    if (!this.held) return
    for (let k = 0; k < rowsPerBlock; k++) {
      if (this.from[k] >= 0) this.copy(this.from[k], this.kept[k], 0)
      this.from[k] = -1
    }
  }

  /** Writes the rows that were held back, each once, in the order of their steps. */
  private flush(rows: Float64Array, written: number): number {
    if (!this.held) return written
    this.hold()
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

  /** Copies a row of the scratch and the average at it. */
  private copy(i: number, to: Float64Array, row: number): void {
    const { scratch, width } = this
    const last = row * width + width - 1
    for (let from = i * (width - 1), k = row * width; k < last; from++, k++) to[k] = scratch[from]
    to[last] = this.averages[i]
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
