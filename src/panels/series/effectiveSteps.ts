// The effective step of each axis: how far one unit of the gradient that a rule follows moves the parameter. For
// gradient descent and momentum it is α on every axis. RMSprop and Adam divide by √S, so a steep axis gets a smaller
// one.
//
// |Δw| over |dW|, or over |V| if the rule follows an average (V / (1 − βᵗ) if it is corrected).

import { optimizers, betaOfV, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { column } from '../../engine/row.ts'
import type { Settings } from '../../engine/optimizers/optimizer.ts'
import type { Extent } from './extents.ts'

/** The part of a trace that is read. */
export interface Rows {
  readonly rows: Float64Array
  readonly width: number
  readonly length: number
  columnOf(name: string): number
}

/** Grows with its trace. NaN if the previous step has no row, or if the gradient is 0. */
export class EffectiveSteps implements Extent {
  readonly along: readonly [number[], number[]] = [[], []]
  low = Infinity
  high = -Infinity
  positive = Infinity
  private readonly trace: Rows
  /** The V that the rule follows, if any, and the β of its correction, if it is corrected. */
  private readonly followed: string
  private readonly correctedBy: number | undefined

  constructor(trace: Rows, optimizer: OptimizerKey, settings: Settings) {
    this.trace = trace
    this.followed =
      trace.columnOf('V') >= 0 && optimizers[optimizer].traits.linear !== 'accelerated' ? 'V' : 'dW'
    this.correctedBy =
      this.followed === 'V' && settings.biasCorrection ? betaOfV(optimizer, settings) : undefined
  }

  learn(): this {
    const { rows, width, length, columnOf } = this.trace
    const at = columnOf.call(this.trace, this.followed)
    for (let row = this.along[0].length; row < length; row++)
      for (const axis of [0, 1] as const) this.add(axis, this.ratio(rows, width, row, axis, at))
    return this
  }

  private ratio(rows: Float64Array, width: number, row: number, axis: number, at: number): number {
    if (row === 0 || at < 0) return NaN
    const [now, before] = [row * width, (row - 1) * width]
    const t = rows[now]
    if (t !== rows[before] + 1) return NaN
    const place = column.theta + axis
    const correction = this.correctedBy === undefined ? 1 : 1 - this.correctedBy ** t
    const followed = rows[now + at + axis] / correction
    return followed === 0 ? NaN : Math.abs((rows[now + place] - rows[before + place]) / followed)
  }

  private add(axis: 0 | 1, value: number): void {
    this.along[axis].push(value)
    if (!(value >= 0) || value === Infinity) return
    this.low = Math.min(this.low, value)
    this.high = Math.max(this.high, value)
    if (value > 0) this.positive = Math.min(this.positive, value)
  }
}
