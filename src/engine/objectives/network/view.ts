// Data for pictures of a network: ŷ on a grid (the decision boundary), the losses of a batch's examples (the
// microscope), accuracy over the set in pieces. It has its own kernel, so it never disturbs a pass.

import type { Dataset } from '../../datasets/dataset.ts'
import type { Batch } from '../objective.ts'
import type { Architecture } from './architecture.ts'
import { tileWidth, type Kernel } from './kernel.ts'
import { stage } from './stage.ts'

export interface Grid {
  /** The features along the picture's axes. The others stay at `base`. With one feature only the first is used. */
  readonly axes: readonly [number, number]
  /** [x from, x to, y from, y to]. */
  readonly range: readonly [number, number, number, number]
  readonly columns: number
  readonly rows: number
  readonly base?: readonly number[]
}

export interface Score {
  /** Correctly classified examples (regression: 0). */
  correct: number
  /** Σ L(ŷ, y), without the penalty. */
  loss: number
}

export class NetworkView {
  private readonly architecture: Architecture
  private readonly data: Dataset
  private readonly kernel: Kernel
  private readonly outputs: number

  constructor(architecture: Architecture, data: Dataset, kernel: Kernel) {
    this.architecture = architecture
    this.data = data
    this.kernel = kernel
    this.outputs = architecture.sizes[architecture.sizes.length - 1]
  }

  /** Returns the bytes of X^{t} in memory: B·n₀ numbers. */
  bytes(batchSize: number): number {
    return batchSize * this.data.features * this.data.x.BYTES_PER_ELEMENT
  }

  /** Writes L(ŷ, y) of each example of a batch, in order, to `out`. */
  losses(w: Float64Array, batch: Batch, out: Float64Array): void {
    const { kernel } = this
    kernel.begin(w)
    for (let from = 0; from < batch.count; from += kernel.room) {
      const count = Math.min(kernel.room, batch.count - from)
      stage(this.data, kernel, batch.whole ? undefined : batch.examples, batch.from + from, count)
      kernel.add(count, false, false)
      for (let p = 0; p < count; p++) out[from + p] = kernel.losses[p]
    }
  }

  /** Computes ŷ at arbitrary points: `x` holds rows of n₀ numbers, `out` receives rows of n_L. */
  outputsAt(w: Float64Array, x: Float64Array, out: Float64Array): void {
    const { kernel, outputs } = this
    const features = this.architecture.sizes[0]
    const total = x.length / features
    kernel.begin(w)
    kernel.y.fill(0)
    for (let from = 0; from < total; from += kernel.room) {
      const count = Math.min(kernel.room, total - from)
      const filled = (count + 3) & ~3
      for (let p = 0; p < filled; p++) {
        const i = from + Math.min(p, count - 1)
        const column = p % tileWidth
        for (let k = 0; k < features; k++)
          kernel.x[(p - column) * features + k * tileWidth + column] = x[i * features + k]
      }
      kernel.add(count, false, true)
      for (let p = 0; p < count; p++) this.takeOutputs(p, out, (from + p) * outputs)
    }
  }

  /** Computes ŷ at the centers of a grid's cells, row by row from the lowest y, n_L numbers per cell. */
  grid(w: Float64Array, grid: Grid, out: Float64Array): void {
    const { columns, rows, range, axes } = grid
    const features = this.architecture.sizes[0]
    const x = new Float64Array(columns * rows * features)
    for (let r = 0, at = 0; r < rows; r++)
      for (let c = 0; c < columns; c++, at += features) {
        for (let k = 0; k < features; k++) x[at + k] = grid.base?.[k] ?? 0
        if (features > 1) x[at + axes[1]] = range[2] + ((r + 0.5) / rows) * (range[3] - range[2])
        x[at + axes[0]] = range[0] + ((c + 0.5) / columns) * (range[1] - range[0])
      }
    this.outputsAt(w, x, out)
  }

  /** Returns the score of examples `from` to `to` − 1. Add up the pieces for the whole set. */
  score(w: Float64Array, from: number, to: number): Score {
    const { kernel, outputs, data } = this
    const guess = new Float64Array(outputs)
    const score = { correct: 0, loss: 0 }
    kernel.begin(w)
    for (let at = from; at < to; at += kernel.room) {
      const count = Math.min(kernel.room, to - at)
      stage(data, kernel, undefined, at, count)
      kernel.add(count, false, true)
      for (let p = 0; p < count; p++) {
        score.loss += kernel.losses[p]
        if (data.classes === 0) continue
        this.takeOutputs(p, guess, 0)
        if (classOf(guess) === data.y[at + p]) score.correct++
      }
    }
    return score
  }

  private takeOutputs(p: number, out: Float64Array, to: number): void {
    const column = p % tileWidth
    for (let j = 0; j < this.outputs; j++)
      out[to + j] = this.kernel.outputs[(p - column) * this.outputs + j * tileWidth + column]
  }
}

/** Returns the predicted class: the largest of n_L outputs, or with one output 1 if it exceeds ½. */
export function classOf(guess: ArrayLike<number>): number {
  if (guess.length === 1) return guess[0] > 0.5 ? 1 : 0
  let best = 0
  for (let j = 1; j < guess.length; j++) if (guess[j] > guess[best]) best = j
  return best
}
