// One open run in the worker. It computes a slice of about a millisecond per call and writes the rows to send. Long
// runs are thinned here, in blocks of `stride` steps: each block keeps the extremes of J^{t} and J and its last row, so
// spikes survive and the page's memory is bounded. A row gets one extra column here, the bias-corrected average of
// J^{t}. Smoothing comes before thinning, never after.

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
  /** Width of a sent row, in doubles. */
  readonly width: number
  /** Whether no rows have been sent yet. */
  isNew = true
  /** When its state was last sent. */
  private told = -Infinity
  private readonly isTerse: boolean
  private readonly stride: number
  private readonly skipTo: number
  private readonly until: number
  private readonly scratch: Float64Array
  /** Rows of the current block: lowest J^{t}, highest J^{t}, highest J, the latest. */
  private readonly kept: Float64Array[]
  private held = false
  /** Their indices in the scratch, or −1 if already in `kept`. Only four rows per block are ever copied. */
  private readonly from = new Int32Array(rowsPerBlock)
  /** The block's lowest and highest J^{t}, its highest J, and its last step. */
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

  /** Seconds the run has taken, without evaluations of J made only for display. */
  get seconds(): number {
    return (this.busy - this.asideTime) / 1000
  }

  /**
   * Returns the run's state if the page should get it now. A state is an object with many parts that both sides must
   * clone. It goes with every reply only if the weights of each step are needed and rows do not hold them.
   */
  news(time: number): ChannelSnapshot | undefined {
    if (this.isTerse && !this.done && time < this.told + stateEvery) return undefined
    this.told = time
    return { ...this.run.snapshot(), average: this.average, power: this.power }
  }

  /** Whether `written` rows leave no room for another block. */
  isFull(rows: Float64Array, written: number): boolean {
    return written >= this.capacityOf(rows)
  }

  private capacityOf(rows: Float64Array): number {
    return Math.floor(rows.length / this.width) - rowsPerBlock
  }

  /**
   * Computes until `now()` passes `deadline`, the rows are full or the run ends. `written` rows are already there.
   * Returns the new total.
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

  /** Passes the computed rows on, or holds them until their block is full. */
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

  /** Copies the rows of an unfinished block, because the scratch is about to be overwritten. */
  private hold(): void {
    if (!this.held) return
    for (let k = 0; k < rowsPerBlock; k++) {
      if (this.from[k] >= 0) this.copy(this.from[k], this.kept[k], 0)
      this.from[k] = -1
    }
  }

  /** Writes the held rows, each once, ordered by step. */
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

  /** Copies a row of the scratch and its average. */
  private copy(i: number, to: Float64Array, row: number): void {
    const { scratch, width } = this
    const last = row * width + width - 1
    for (let from = i * (width - 1), k = row * width; k < last; from++, k++) to[k] = scratch[from]
    to[last] = this.averages[i]
  }
}

/** Sorts a few rows by step, in place. Unlike sort() it allocates nothing. */
function order(rows: Float64Array[]): void {
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]
    let k = i
    for (; k > 0 && rows[k - 1][0] > row[0]; k--) rows[k] = rows[k - 1]
    rows[k] = row
  }
}
