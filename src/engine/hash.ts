// A running hash of rows: two multiply-and-rotate lanes (after MurmurHash3, A. Appleby, 2011) over the bits of (α,
// J^{t}, J, θ) of every step, starting at step 0. It does not depend on the engine, the speed or how the run is cut. It
// is a fingerprint, not protection against forgery.

const double = new Float64Array(1)
const wordsOfDouble = new Uint32Array(double.buffer)
const notComputed = 0x7ff80000

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits))

export class RowHash {
  private a = 0
  private b = 0
  private words: Uint32Array | undefined

  /** Adds one number. Every NaN (not computed) hashes alike, whatever its bits. */
  add(x: number): void {
    double[0] = x
    const low = x === x ? wordsOfDouble[0] : 0
    const high = x === x ? wordsOfDouble[1] : notComputed
    this.a = (Math.imul(rotate(this.a ^ Math.imul(low, 0x9e3779b1), 13), 5) + this.b + 0x561ccd1b) | 0
    this.b = (Math.imul(rotate(this.b ^ Math.imul(high, 0x85ebca6b), 17), 5) + this.a + 0x0bcaa747) | 0
  }

  /** Sets the buffer about to receive rows, if they hold θ. There the hashed numbers of a row are adjacent. */
  read(rows: Float64Array | undefined): void {
    if (this.words?.buffer === rows?.buffer && this.words?.byteOffset === rows?.byteOffset) return
    this.words = rows && new Uint32Array(rows.buffer, rows.byteOffset, 2 * rows.length)
  }

  /**
   * Adds the row of a step. α and J^{t} of step 0, and J where it was not computed, are NaN. `at` is the index of α in
   * the buffer given to `read`. Hashing from there keeps both lanes in registers.
   */
  addRow(alpha: number, batchCost: number, cost: number, w: Float64Array, at = -1): void {
    if (this.words && at >= 0) return this.addWritten(this.words, 2 * at, 2 * (at + 3 + w.length))
    this.add(alpha)
    this.add(batchCost)
    this.add(cost)
    for (let i = 0; i < w.length; i++) this.add(w[i])
  }

  private addWritten(words: Uint32Array, from: number, to: number): void {
    let { a, b } = this
    for (let i = from; i < to; i += 2) {
      let low = words[i]
      let high = words[i + 1]
      if ((high & 0x7ff00000) === 0x7ff00000 && ((high & 0xfffff) | low) !== 0) {
        low = 0
        high = notComputed
      }
      a = (Math.imul(rotate(a ^ Math.imul(low, 0x9e3779b1), 13), 5) + b + 0x561ccd1b) | 0
      b = (Math.imul(rotate(b ^ Math.imul(high, 0x85ebca6b), 17), 5) + a + 0x0bcaa747) | 0
    }
    this.a = a
    this.b = b
  }

  state(): readonly [number, number] {
    return [this.a, this.b]
  }

  restore([a, b]: readonly [number, number]): void {
    this.a = a
    this.b = b
  }
}

/** Writes each run's hash as 16 hex digits, then hashes the joined text into one. */
export function hexOf(states: readonly (readonly [number, number])[]): string {
  const all = new RowHash()
  for (const [a, b] of states) {
    all.add(a)
    all.add(b)
  }
  return all
    .state()
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('')
}
