// Counter-based random numbers: a draw depends only on (seed, example i, index of the draw). Any example can therefore
// be generated at any time, a set of 1,000 is a prefix of a set of 5,000,000, and generation can stop anywhere. Each
// draw applies a finalizer to a 32-bit counter (random.ts). Normals use Box and Muller (1958).

import { cos, log, sin } from '../exact.ts'
import { mixed } from '../random.ts'

const tau = 6.283185307179586
const golden = 0x9e3779b9

export class Draws {
  private readonly key: number
  private word = 0
  /** The second normal of the pair drawn by `normal`. */
  other = 0

  constructor(seed: number) {
    this.key = mixed(mixed(seed ^ 0x3c6ef372) + golden)
  }

  /** Moves to example i. */
  at(i: number): void {
    this.word = mixed(i ^ this.key)
  }

  /** Returns draw k of this example, uniform in (0, 1) on a grid of 2⁻³². */
  uniform(k: number): number {
    return (mixed((this.word + Math.imul(k + 1, golden)) | 0) + 0.5) / 4294967296
  }

  /** Turns draws k and k + 1 into two independent standard normals. Returns one and leaves the second in `other`. */
  normal(k: number): number {
    const length = Math.sqrt(-2 * log(this.uniform(k)))
    const angle = tau * this.uniform(k + 1)
    this.other = length * sin(angle)
    return length * cos(angle)
  }
}

/**
 * A random permutation of 0 … m − 1 that needs no memory: a four-round Feistel network on the smallest even number of
 * bits that holds m, applied repeatedly until the result is in range (cycle walking; Black & Rogaway, 2002).
 */
export class Ranks {
  private readonly m: number
  private readonly half: number
  private readonly keys: readonly number[]

  constructor(seed: number, m: number) {
    this.m = m
    this.half = Math.max(1, Math.ceil((32 - Math.clz32(m - 1)) / 2))
    this.keys = [1, 2, 3, 4].map((round) => mixed(mixed(seed ^ 0x1b873593) + Math.imul(round, golden)))
  }

  /** Returns the rank of example i. Each rank from 0 to m − 1 occurs once. */
  of(i: number): number {
    const { half, keys, m } = this
    const part = (1 << half) - 1
    let value = i
    do {
      let left = value >>> half
      let right = value & part
      for (let round = 0; round < 4; round++) {
        const turned = left ^ (mixed(right ^ keys[round]) & part)
        left = right
        right = turned
      }
      value = ((left << half) | right) >>> 0
    } while (value >= m)
    return value
  }
}
