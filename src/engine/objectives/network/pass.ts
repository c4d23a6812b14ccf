// One forward and backward pass over a batch, which can stop between blocks. At m = 5,000,000 one step of batch
// gradient descent takes seconds and must not block a worker. The bits do not depend on the cuts.

import type { Dataset } from '../../datasets/dataset.ts'
import type { Batch, Pass as Pieces } from '../objective.ts'
import { blockSize, type Kernel } from './kernel.ts'
import { stage } from './stage.ts'

export class Pass implements Pieces {
  /** How many examples the pass reads in total. */
  examples = 0
  /** How many it has read. */
  done = 0
  private readonly data: Dataset
  private readonly kernel: Kernel
  private readonly lambda: number
  private order: Uint32Array | undefined
  private from = 0
  private dW: Float64Array | undefined

  constructor(data: Dataset, kernel: Kernel, lambda: number) {
    this.data = data
    this.kernel = kernel
    this.lambda = lambda
  }

  /** Starts a pass over w and a batch. The batch's list is read as the pass proceeds. `finish` writes dW. */
  begin(w: Float64Array, batch: Batch | undefined, dW: Float64Array | undefined): void {
    const whole = batch === undefined || batch.whole
    this.examples = whole ? this.data.examples : batch.count
    this.order = whole ? undefined : batch.examples
    this.from = whole ? 0 : batch.from
    this.done = 0
    this.dW = dW
    this.kernel.begin(w)
  }

  /** Reads up to `examples` more, in whole stagings. Returns whether all are read. */
  advance(examples: number): boolean {
    const { data, kernel, order, from } = this
    const gradient = this.dW !== undefined
    const stop = Math.min(this.examples, this.done + examples)
    while (this.done < stop) {
      const count = Math.min(kernel.room, this.examples - this.done)
      stage(data, kernel, order, from + this.done, count)
      kernel.add(count, gradient, false)
      this.done += count
      if (this.done % blockSize === 0 || this.done === this.examples) kernel.fold(gradient)
    }
    return this.done === this.examples
  }

  /** Returns J^{t}, and writes dW if one was given. */
  finish(): number {
    return this.kernel.finish(this.examples, this.lambda, this.dW)
  }

  /** Runs the whole pass at once. */
  run(w: Float64Array, batch: Batch | undefined, dW: Float64Array | undefined): number {
    const { kernel, data } = this
    if (kernel.single && dW && batch?.count === 1) {
      const { features, targets, x, y } = data
      const i = batch.whole ? 0 : batch.examples[batch.from]
      for (let k = 0; k < features; k++) kernel.x[k] = x[i * features + k]
      for (let k = 0; k < targets; k++) kernel.y[k] = y[i * targets + k]
      return kernel.single(w, this.lambda, dW)
    }
    this.begin(w, batch, dW)
    this.advance(this.examples)
    return this.finish()
  }
}
