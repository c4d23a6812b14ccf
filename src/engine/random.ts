// The only source of randomness: named streams of a seeded generator. stream(seed, name) depends on its two arguments
// alone, so that a new consumer of random numbers never changes what another one gets. Whole-number arithmetic only,
// so the same bits everywhere. Generator: xoshiro128** 1.1 (D. Blackman and S. Vigna, Scrambled linear pseudorandom
// number generators, 2018); its state is filled by a 32-bit mixer run over the seed and the name.

import { log } from './exact.ts'

/** A 32-bit finalizer (M. O'Neill and C. Wellons's lowbias32): every bit of x moves every bit of the result. */
export function mixed(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}

export class Stream {
  private a: number
  private b: number
  private c: number
  private d: number
  private spare = NaN

  constructor(seed: number, name: string) {
    // Four words, each a chain of mixes over seed, name and its own place: 128 bits of state.
    const word = (place: number): number => {
      let h = mixed(seed ^ Math.imul(place, 0x9e3779b9))
      for (let i = 0; i < name.length; i++)
        h = mixed(h + name.charCodeAt(i) + Math.imul(i + place, 0x85ebca6b))
      return h | 0
    }
    this.a = word(1)
    this.b = word(2)
    this.c = word(3)
    this.d = word(4) | 1 // never all zero
  }

  /** 32 random bits: a whole number from 0 to 2³² − 1. */
  bits(): number {
    const five = Math.imul(this.b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= shifted
    this.d = (this.d << 11) | (this.d >>> 21)
    return result >>> 0
  }

  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.bits() >>> 5
    return (high * 67108864 + (this.bits() >>> 6)) / 9007199254740992
  }

  /** Normal with mean 0 and standard deviation 1, by Marsaglia's polar method (two values from one pair). */
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

  /** A whole number from 0 to n − 1, each equally likely; n from 1 to 2³². */
  below(n: number): number {
    if (n <= 1) return 0
    // As many bits as n − 1 has, drawn again while they name a number that is not below n: no bias.
    const shift = Math.clz32(n - 1)
    let value = this.bits() >>> shift
    while (value >= n) value = this.bits() >>> shift
    return value
  }

  /** Fisher and Yates: every order of the array equally likely. */
  shuffle(array: Uint32Array): void {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const value = array[i]
      array[i] = array[j]
      array[j] = value
    }
  }
}

/** The stream of this name under this seed (an unsigned 32-bit whole number). */
export const stream = (seed: number, name: string): Stream => new Stream(seed, name)
