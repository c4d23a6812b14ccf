// Mini-batches X^{1} … X^{T}, T = ⌈m/B⌉. Every epoch visits every example exactly once, in an order shuffled from the seed
// and the epoch's number alone: runs of every batch size cut the same order. The last batch of an epoch may be smaller.
// Within a batch the examples ascend, so that a sum over it has one order, and memory is read forwards.

import type { Batch } from './objectives/objective.ts'
import { Stream } from './random.ts'

/**
 * place[i] is the batch of example i in the epoch that is being dealt: read by nobody afterwards, so that all runs of one m
 * share it. With m = 5,000,000 it takes 20 MB.
 */
let shared = new Uint32Array(0)

export class Batches {
  /** ⌈m/B⌉. */
  readonly stepsPerEpoch: number
  private readonly seed: number
  readonly batchSize: number
  private readonly reshuffle: boolean
  private readonly examples: Uint32Array
  /** Where the next example of each batch goes while they are filled. */
  private readonly next: Uint32Array
  /** The one batch that batchOf returns, changed on every call. */
  private readonly batch: { examples: Uint32Array; from: number; count: number; whole: boolean }
  private readonly stream = new Stream(0, '')
  /** What an order depends on beside its epoch. */
  readonly key: string
  private epoch = -1

  /** m examples from 1 to 5,000,000 in batches of 1 to m; without `reshuffle` epoch 0's order is kept for ever. */
  constructor(seed: number, m: number, batchSize: number, reshuffle: boolean) {
    const size = Math.min(batchSize, m)
    const whole = size === m
    this.seed = seed
    this.key = `${seed} ${m} ${size}`
    this.batchSize = size
    this.reshuffle = reshuffle
    this.stepsPerEpoch = Math.ceil(m / size)
    this.examples = new Uint32Array(whole ? 0 : m)
    this.next = new Uint32Array(whole ? 0 : this.stepsPerEpoch)
    this.batch = { examples: this.examples, from: 0, count: size, whole }
  }

  /** The epoch, from 0, that step t (from 1) belongs to. */
  epochOf(step: number): number {
    return Math.floor((step - 1) / this.stepsPerEpoch)
  }

  /** X^{t} for step t from 1 on, in any order of asking. The object is the same every time: read it, don't keep it. */
  batchOf(step: number): Batch {
    const { batch, batchSize } = this
    if (batch.whole) return batch
    const epoch = this.epochOf(step)
    this.fill(this.orderOf(epoch))
    batch.from = (step - 1 - epoch * this.stepsPerEpoch) * batchSize
    batch.count = Math.min(batchSize, this.examples.length - batch.from)
    return batch
  }

  /** The epoch whose order an epoch has. */
  orderOf(epoch: number): number {
    return this.reshuffle ? epoch : 0
  }

  /** The state from which an epoch's order is drawn, four words from `at` on: for compiled loops. */
  streamOf(epoch: number, words: Uint32Array, at: number): void {
    this.stream.restart(this.seed, `batches ${epoch}`)
    this.stream.write(words, at)
  }

  /**
   * Draws the epoch's order, then deals the examples, ascending, into their batches: two passes, no sorting. What is shuffled
   * is not an example's place in the order but the number of the batch that this place belongs to: nothing is divided.
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
    this.stream.restart(this.seed, `batches ${epoch}`)
    this.stream.shuffle(place, examples)
    for (let i = 0; i < place.length; i++) examples[next[place[i]]++] = i
  }
}
