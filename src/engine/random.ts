// The only source of randomness: named streams of a seeded generator. stream(seed, name) depends only on its arguments,
// so a new consumer of random numbers never changes another's. Integer arithmetic only, so the bits are the same
// everywhere. Generator: xoshiro128** 1.1 (D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators,
// 2018). A 32-bit mixer over the seed and the name fills its state.

import { log } from './exact.ts'

const WORD = 4294967296
/** 2⁻³². */
const PER_WORD = 1 / WORD
/** 32 bits times a number up to this is exact in a double. */
const EXACT_PRODUCT = 2097152
const LONG = 65536
const HEAPS = 1024

/** A 32-bit finalizer (M. O'Neill and C. Wellons's lowbias32): every bit of x affects every bit of the result. */
export function mixed(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}

/** Starts the four words of a state at `at`: each is a chain of mixes over the seed, the name and the word's own index. */
export function mixSeed(words: Int32Array | Uint32Array, at: number, seed: number): void {
  for (let place = 0; place < 4; place++) words[at + place] = mixed(seed ^ Math.imul(place + 1, 0x9e3779b9))
}

/** Continues the four chains at `at` with the letters of a name, the first of which is number `from`. */
export function mixName(words: Int32Array | Uint32Array, at: number, name: string, from: number): void {
  for (let place = 0; place < 4; place++) {
    let h = words[at + place]
    for (let i = 0; i < name.length; i++)
      h = mixed(h + name.charCodeAt(i) + Math.imul(from + i + place + 1, 0x85ebca6b))
    words[at + place] = h
  }
}

export class Stream {
  /** The state, 128 bits. */
  private readonly state = new Int32Array(4)
  private spare = NaN

  constructor(seed: number, name: string) {
    this.restart(seed, name)
  }

  /** Resets to the beginning of the stream with this seed and name. */
  restart(seed: number, name: string): void {
    mixSeed(this.state, 0, seed)
    mixName(this.state, 0, name, 0)
    this.state[3] |= 1 // never all zero
    this.spare = NaN
  }

  /** Returns 32 random bits: an integer from 0 to 2³² − 1. */
  bits(): number {
    const { state } = this
    const b = state[1]
    const c = state[2] ^ state[0]
    const d = state[3] ^ b
    const five = Math.imul(b, 5)
    state[1] = b ^ c
    state[0] ^= d
    state[2] = c ^ (b << 9)
    state[3] = (d << 11) | (d >>> 21)
    return Math.imul((five << 7) | (five >>> 25), 9) >>> 0
  }

  /** Returns a uniform number in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.bits() >>> 5
    return (high * 67108864 + (this.bits() >>> 6)) / 9007199254740992
  }

  /** Returns a standard normal, by Marsaglia's polar method (two values per pair). */
  normal(): number {
    const spare = this.spare
    if (spare === spare) {
      this.spare = NaN
      return spare
    }
    let u = 0
    let v = 0
    let square = 0
    do {
      u = 2 * this.uniform() - 1
      v = 2 * this.uniform() - 1
      square = u * u + v * v
    } while (square >= 1 || square === 0)
    const length = Math.sqrt((-2 * log(square)) / square)
    this.spare = v * length
    return u * length
  }

  /** Returns an integer from 0 to n − 1, all equally likely. n from 1 to 2³². */
  below(n: number): number {
    if (n <= EXACT_PRODUCT) {
      // D. Lemire, Fast random integer generation in an interval, 2019: take the high word of the exact product bits ·
      // n. Draw again in the few cases (2³² mod n) that would make some results likelier.
      let product = this.bits() * n
      let high = Math.floor(product / WORD)
      if (product - high * WORD < n) {
        const unfair = WORD % n
        while (product - high * WORD < unfair) {
          product = this.bits() * n
          high = Math.floor(product / WORD)
        }
      }
      return high
    }
    // Draw as many bits as n − 1 has, until they name a number below n.
    const shift = Math.clz32(n - 1)
    let value = this.bits() >>> shift
    while (value >= n) value = this.bits() >>> shift
    return value
  }

  /**
   * Shuffles the array, every order equally likely. A long array is first dealt into 1,024 random heaps that each fit
   * the processor's cache (C. R. Rao 1961, M. Sandelius 1962), and Fisher-Yates shuffles each heap. The heap numbers
   * are drawn twice, to count and to fill, instead of being stored. Overwrites `scratch`, which must be as long as the
   * array.
   */
  shuffle(array: Uint32Array, scratch?: Uint32Array): void {
    if (array.length <= LONG) return this.shufflePart(array, 0, array.length)
    const values = scratch ?? new Uint32Array(array.length)
    values.set(array)
    const from = new Uint32Array(HEAPS + 1)
    const state = this.state.slice()
    for (let i = 0; i < array.length; i++) from[(this.bits() >>> 22) + 1]++
    for (let k = 0; k < HEAPS; k++) from[k + 1] += from[k]
    const next = from.slice()
    this.state.set(state)
    for (let i = 0; i < array.length; i++) array[next[this.bits() >>> 22]++] = values[i]
    for (let k = 0; k < HEAPS; k++) this.shufflePart(array, from[k], from[k + 1])
  }

  /** The inner loop of every epoch: `bits` and `below` inlined, with the state in local variables. */
  private shufflePart(array: Uint32Array, from: number, to: number): void {
    const { state } = this
    let [s0, s1, s2, s3] = state
    for (let i = to - 1; i > from; i--) {
      const n = i - from + 1
      let high = 0
      let low = 0
      let unfair = -1
      do {
        const c = s2 ^ s0
        const d = s3 ^ s1
        const five = Math.imul(s1, 5)
        const bits = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
        s2 = c ^ (s1 << 9)
        s1 ^= c
        s0 ^= d
        s3 = (d << 11) | (d >>> 21)
        const product = bits * n
        high = Math.floor(product * PER_WORD)
        low = product - high * WORD
        if (low < n && unfair < 0) unfair = WORD % n
      } while (low < unfair)
      const j = from + high
      const value = array[i]
      array[i] = array[j]
      array[j] = value
    }
    state[0] = s0
    state[1] = s1
    state[2] = s2
    state[3] = s3
  }
}

/** Returns the stream with this name and seed (an unsigned 32-bit integer). */
export const stream = (seed: number, name: string): Stream => new Stream(seed, name)
