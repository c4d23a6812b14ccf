// Traces: the received rows of a race, outside React. Plots read them in their frame.

import type { NoValue } from '../engine/noValue.ts'
import { column } from '../engine/row.ts'
import type { Detail } from '../engine/row.ts'

/** In doubles, 256 KiB. Allocating less delays no frame and is not worth a message. */
const small = 1 << 15

export class Trace {
  readonly width: number
  readonly detail: Detail
  /** The length of θ, if rows contain θ. */
  readonly dimension: number
  readonly slots: readonly string[]
  readonly stepsPerEpoch: number
  private readonly rowsAtMost: number
  rows: Float64Array
  /** The number of rows. */
  length = 0
  /** The step that ended the run early. */
  divergedAt: number | undefined
  /** Why J has no value at that step. Such a run did not diverge. */
  noValue: NoValue | undefined
  done = false
  /** The race's version in which this trace was first shown. */
  version = 0
  /** The document has changed since. These rows stay visible only briefly. */
  outdated = false
  /** The row of one step that thinning removed, recomputed for the cursor. */
  private exact: Float64Array | undefined
  /** Pairs (step, seconds the run had taken by then), ascending. */
  private readonly times: number[] = [0, 0]
  private secondsBefore = 0

  constructor(
    shape: Pick<Trace, 'width' | 'detail' | 'dimension' | 'slots' | 'stepsPerEpoch'> & {
      readonly rowsAtMost: number
    },
  ) {
    this.rowsAtMost = shape.rowsAtMost
    this.width = shape.width
    this.detail = shape.detail
    this.dimension = shape.dimension
    this.slots = shape.slots
    this.stepsPerEpoch = shape.stepsPerEpoch
    this.rows = new Float64Array(Math.min(256, shape.rowsAtMost) * this.width)
  }

  append(rows: Float64Array, count: number): void {
    const needed = (this.length + count) * this.width
    if (needed > this.rows.length) this.move(new Float64Array(Math.max(needed, this.next)))
    this.rows.set(rows.subarray(0, count * this.width), this.length * this.width)
    this.length += count
  }

  /** Grow fourfold, up to the final size, because every growth copies the rows and delays a frame. */
  private get next(): number {
    return Math.min(this.rows.length * 4, this.rowsAtMost * this.width)
  }

  /** How many doubles it will need soon, so it can avoid allocating them itself. 0 while there is room. */
  get wanted(): number {
    const half = this.length * this.width * 2 > this.rows.length
    return half && this.next > Math.max(this.rows.length, small) ? this.next : 0
  }

  /** Moves its rows to a larger buffer. */
  move(to: Float64Array): void {
    if (to.length <= this.rows.length) return
    to.set(this.rows.subarray(0, this.length * this.width))
    this.rows = to
  }

  /** Records the seconds that the worker has spent on the run. They restart when another worker continues. */
  clock(step: number, seconds: number): void {
    const { times } = this
    const last = times[times.length - 1]
    if (seconds + this.secondsBefore < last) this.secondsBefore = last
    if (step > times[times.length - 2]) times.push(step, seconds + this.secondsBefore)
  }

  /** Returns the measured seconds from the start to the end of a step. */
  secondsAt(step: number): number {
    const { times } = this
    let i = 0
    for (let high = times.length / 2; i < high;) {
      const middle = (i + high) >> 1
      if (times[2 * middle] < step) i = middle + 1
      else high = middle
    }
    if (2 * i >= times.length) return times[times.length - 1]
    if (i === 0) return 0
    const [from, before, to, after] = times.slice(2 * i - 2, 2 * i + 2)
    return before + ((step - from) / (to - from)) * (after - before)
  }

  /** The last step received, or −1. */
  get lastStep(): number {
    return this.length === 0 ? -1 : this.rows[(this.length - 1) * this.width]
  }

  /** Returns the index of the last row at or before a step, or −1. */
  rowAt(step: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.rows[middle * this.width] <= step) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  holds(step: number): boolean {
    const row = this.rowAt(step)
    return (row >= 0 && this.rows[row * this.width] === step) || this.exact?.[0] === step
  }

  keepExact(row: Float64Array): void {
    this.exact = row
  }

  /** Returns the row at a step, or the nearest before it: the array and the row's offset in it. */
  at(step: number): { rows: Float64Array; from: number } | undefined {
    if (this.exact?.[0] === step) return { rows: this.exact, from: 0 }
    const row = this.rowAt(step)
    return row < 0 ? undefined : { rows: this.rows, from: row * this.width }
  }

  /** Returns the offset of θ, dW, a slot or the average of J^{t} in a row, or −1 if rows do not contain it. */
  columnOf(name: string): number {
    if (name === 'average') return this.width - 1
    if (name === 'w') return this.detail === 'costs' ? -1 : column.theta
    if (this.detail !== 'full') return -1
    const places = ['dW', ...this.slots].indexOf(name)
    return places < 0 ? -1 : column.theta + this.dimension * (1 + places)
  }
}

/** Whether a run ended because its numbers grew too large, rather than because J has no value there. */
export const hasDiverged = ({ divergedAt, noValue }: Trace): boolean =>
  divergedAt !== undefined && noValue === undefined

type Listener = () => void

/** The rows of one document's runs. */
export class Race {
  /** One trace per run in the experiment's order, undefined until its first rows arrive. */
  traces: (Trace | undefined)[] = []
  /** Increases whenever a trace is replaced. */
  version = 0
  private readonly listeners = new Set<Listener>()

  /** Puts a new trace in place, which removes the old picture. */
  show(index: number, trace: Trace | undefined): void {
    this.traces[index] = trace
    this.version++
    if (trace) trace.version = this.version
    this.tell()
  }

  /**
   * Sets the traces of the document's runs. Rows of another document disappear at once. During a drag (`lingers`) they
   * stay, marked as outdated, until the new one's first rows or `dropOutdated`, so the picture does not flicker.
   */
  keep(own: readonly (Trace | undefined)[], lingers: boolean): void {
    const before = this.traces
    this.traces = own.map((trace, i) => trace ?? (lingers ? before[i] : undefined))
    this.traces.forEach((trace, i) => {
      if (trace && trace !== own[i]) trace.outdated = true
    })
    if (this.traces.length !== before.length || this.traces.some((trace, i) => trace !== before[i]))
      this.version++
    this.tell()
  }

  /** Stops drawing rows of another document. */
  dropOutdated(): void {
    if (!this.traces.some((trace) => trace?.outdated)) return
    this.traces = this.traces.map((trace) => (trace?.outdated ? undefined : trace))
    this.version++
    this.tell()
  }

  /** Whether each run has rows of the shown document. */
  get isThere(): boolean {
    return this.traces.length > 0 && this.traces.every((trace) => trace && !trace.outdated)
  }

  /** Calls back when a trace is replaced (not when rows are added). Returns an unsubscribe function. */
  readonly onTraces = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Whether every shown run belongs to the document and has finished. */
  get isFinished(): boolean {
    return this.isThere && this.traces.every((trace) => trace!.done)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
