// Traces: the rows of a race that have come so far, outside React. A plot reads them in its frame.

import type { NoValue } from '../engine/noValue.ts'
import { column } from '../engine/row.ts'
import type { Detail } from '../engine/row.ts'

/** Doubles, 256 KiB: less new memory than this holds up no frame and is not worth a message. */
const small = 1 << 15

export class Trace {
  readonly width: number
  readonly detail: Detail
  /** θ's length where rows hold θ. */
  readonly dimension: number
  readonly slots: readonly string[]
  readonly stepsPerEpoch: number
  private readonly rowsAtMost: number
  rows: Float64Array
  /** The number of rows. */
  length = 0
  /** The step that ended the run early. */
  divergedAt: number | undefined
  /** Why J has no value at that step: then the run did not diverge. */
  noValue: NoValue | undefined
  done = false
  /** The race's version since which it is on show. */
  version = 0
  /** The document has changed since: these rows stay for a moment at most. */
  outdated = false
  /** The row of one step that a thinned trace does not hold, computed anew for the cursor. */
  private exact: Float64Array | undefined
  /** Pairs (step, seconds that the run had taken by then), ascending. */
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

  /** Fourfold up to all that will come: every growth copies the rows, and a frame waits for it. */
  private get next(): number {
    return Math.min(this.rows.length * 4, this.rowsAtMost * this.width)
  }

  /** How many doubles it will want soon, so that it need not make much new memory itself; 0 while there is room. */
  get wanted(): number {
    const half = this.length * this.width * 2 > this.rows.length
    return half && this.next > Math.max(this.rows.length, small) ? this.next : 0
  }

  /** Takes its rows into memory that has more room. */
  move(to: Float64Array): void {
    if (to.length <= this.rows.length) return
    to.set(this.rows.subarray(0, this.length * this.width))
    this.rows = to
  }

  /** Notes the seconds that the worker has spent on the run; they begin anew where another worker goes on. */
  clock(step: number, seconds: number): void {
    const { times } = this
    const last = times[times.length - 1]
    if (seconds + this.secondsBefore < last) this.secondsBefore = last
    if (step > times[times.length - 2]) times.push(step, seconds + this.secondsBefore)
  }

  /** The measured seconds from the start to the end of a step. */
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

  /** The last step that has come; −1 while none has. */
  get lastStep(): number {
    return this.length === 0 ? -1 : this.rows[(this.length - 1) * this.width]
  }

  /** The number of the last row at or before a step; −1 if there is none. */
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

  /** The row at a step, or the nearest before it: the array and where the row starts in it. */
  at(step: number): { rows: Float64Array; from: number } | undefined {
    if (this.exact?.[0] === step) return { rows: this.exact, from: 0 }
    const row = this.rowAt(step)
    return row < 0 ? undefined : { rows: this.rows, from: row * this.width }
  }

  /** Where θ, dW, a slot or the average of J^{t} starts within a row; −1 if rows do not hold it. */
  columnOf(name: string): number {
    if (name === 'average') return this.width - 1
    if (name === 'w') return this.detail === 'costs' ? -1 : column.theta
    if (this.detail !== 'full') return -1
    const places = ['dW', ...this.slots].indexOf(name)
    return places < 0 ? -1 : column.theta + this.dimension * (1 + places)
  }
}

/** Whether a run ended because its numbers grew too large, and not because J has no value where it came to. */
export const hasDiverged = ({ divergedAt, noValue }: Trace): boolean =>
  divergedAt !== undefined && noValue === undefined

type Listener = () => void

/** The rows of one document's runs. */
export class Race {
  /** One trace a run in the experiment's order; undefined until its first rows have come. */
  traces: (Trace | undefined)[] = []
  /** Grows whenever a trace is exchanged. */
  version = 0
  private readonly listeners = new Set<Listener>()

  /** Puts a new trace into its place: from now on the old picture is gone. */
  show(index: number, trace: Trace | undefined): void {
    this.traces[index] = trace
    this.version++
    if (trace) trace.version = this.version
    this.tell()
  }

  /**
   * As many runs as the document has. Rows of another document are gone at once; while a slider is dragged (`lingers`) they
   * stay, outdated, until the first rows of the new one or `dropOutdated`, so that the picture does not flicker.
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

  /** Rows of another document are not drawn any longer. */
  dropOutdated(): void {
    if (!this.traces.some((trace) => trace?.outdated)) return
    this.traces = this.traces.map((trace) => (trace?.outdated ? undefined : trace))
    this.version++
    this.tell()
  }

  /** Whether each run has rows of the document on show. */
  get isThere(): boolean {
    return this.traces.length > 0 && this.traces.every((trace) => trace && !trace.outdated)
  }

  /** Calls back when a trace was exchanged (not when rows were added); returns a function that ends it. */
  readonly onTraces = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Whether every run on show is the document's and has come to its end. */
  get isFinished(): boolean {
    return this.isThere && this.traces.every((trace) => trace!.done)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

/** The race on show. */
export const race = new Race()
export const { onTraces } = race
export const finished = (): boolean => race.isFinished
