// Mini-batches X^{1} … X^{T}, T = ⌈m/B⌉. Every epoch visits each example exactly once. The order depends only on the
// seed and the epoch, so runs of every batch size cut the same order. The last batch of an epoch may be smaller. Within
// a batch the examples ascend: sums have one order, and memory is read forwards.

import type { Batch } from './objectives/objective.ts'
import { mixName, mixSeed, Stream } from './random.ts'

/**
 * place[i] is the batch of example i in the epoch being dealt. It is scratch space, so all runs of one m share it. At m
 * = 5,000,000 it takes 20 MB.
 */
let shared = new Uint32Array(0)

/** An epoch's stream has this name with the epoch's number after it. */
const streamName = 'batches '

export class Batches {
  /** ⌈m/B⌉. */
  readonly stepsPerEpoch: number
  private readonly seed: number
  readonly batchSize: number
  private readonly reshuffle: boolean
  private readonly examples: Uint32Array
  /** While the batches are filled: where the next example of each one goes. */
  private readonly next: Uint32Array
  /** The batch that batchOf returns. It is overwritten by every call. */
  private readonly batch: { examples: Uint32Array; from: number; count: number; whole: boolean }
  private readonly stream = new Stream(0, '')
  /** The state of an epoch's stream before the epoch's number. */
  private readonly named = new Uint32Array(4)
  /** Identifies everything an order depends on besides its epoch. */
  readonly key: string
  private epoch = -1

  /** Requires 1 ≤ m ≤ 5,000,000 and 1 ≤ batchSize ≤ m. Without `reshuffle`, every epoch uses the order of epoch 0. */
  constructor(seed: number, m: number, batchSize: number, reshuffle: boolean) {
    const size = Math.min(batchSize, m)
    const whole = size === m
    this.seed = seed
    this.key = `${seed} ${m} ${size}`
    this.batchSize = size
    this.reshuffle = reshuffle
    mixSeed(this.named, 0, seed)
    mixName(this.named, 0, streamName, 0)
    this.stepsPerEpoch = Math.ceil(m / size)
    this.examples = new Uint32Array(whole ? 0 : m)
    this.next = new Uint32Array(whole ? 0 : this.stepsPerEpoch)
    this.batch = { examples: this.examples, from: 0, count: size, whole }
  }

  /** Returns the epoch (from 0) of step t (from 1). */
  epochOf(step: number): number {
    return Math.floor((step - 1) / this.stepsPerEpoch)
  }

  /**
   * Returns X^{t} for any step t ≥ 1, in any order of calls. Every call returns the same object, so read it before the
   * next call.
   */
  batchOf(step: number): Batch {
    const { batch, batchSize } = this
    if (batch.whole) return batch
    const epoch = this.epochOf(step)
    this.fill(this.orderOf(epoch))
    batch.from = (step - 1 - epoch * this.stepsPerEpoch) * batchSize
    batch.count = Math.min(batchSize, this.examples.length - batch.from)
    return batch
  }

  /** Returns the epoch whose shuffle this epoch uses. */
  orderOf(epoch: number): number {
    return this.reshuffle ? epoch : 0
  }

  /** Writes the random state that shuffles an epoch to four words starting at `at`, for compiled loops. */
  streamOf(epoch: number, words: Uint32Array, at: number): void {
    words.set(this.named, at)
    mixName(words, at, String(epoch), streamName.length)
    words[at + 3] |= 1 // as in Stream
  }

  /**
   * Draws the epoch's order, then deals the examples, ascending, into their batches. Two passes, no sorting. It
   * shuffles batch numbers rather than positions, which avoids a division per example.
   */
  private fill(epoch: number): void {
    if (epoch === this.epoch) return
    this.epoch = epoch
    const { examples, next, batchSize } = this
    if (shared.length !== examples.length) shared = new Uint32Array(examples.length)
    const place = shared
    for (let t = 0, i = 0; t < next.length; t++) {
      next[t] = i
      const end = Math.min(i + batchSize, place.length)
      while (i < end) place[i++] = t
    }
    this.stream.restart(this.seed, `${streamName}${epoch}`)
    this.stream.shuffle(place, examples)
    for (let i = 0; i < place.length; i++) examples[next[place[i]]++] = i
  }
}
