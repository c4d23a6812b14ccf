// A running hash of rows: two multiply-and-rotate lanes (after MurmurHash3, A. Appleby, 2011)
// over the bits of (α, J^{t}, J, θ) of every step, from step 0. Equal on every
// engine, at every speed and however the run is cut; it is a fingerprint of numbers, not a seal against forgery.

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
const notComputed = 0x7ff80000

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits))

export class RowHash {
  private a = 0
  private b = 0

  /** Adds one number. NaN (not computed) has one form, whatever bits the engine gives it. */
  add(x: number): void {
    double[0] = x
    const low = x === x ? words[0] : 0
    const high = x === x ? words[1] : notComputed
    this.a = (Math.imul(rotate(this.a ^ Math.imul(low, 0x9e3779b1), 13), 5) + this.b + 0x561ccd1b) | 0
    this.b = (Math.imul(rotate(this.b ^ Math.imul(high, 0x85ebca6b), 17), 5) + this.a + 0x0bcaa747) | 0
  }

  /** Adds the row of a step; α and J^{t} of step 0, and J where it was not computed, are NaN. */
  addRow(alpha: number, batchCost: number, cost: number, w: Float64Array): void {
    this.add(alpha)
    this.add(batchCost)
    this.add(cost)
    for (let i = 0; i < w.length; i++) this.add(w[i])
  }

  state(): readonly [number, number] {
    return [this.a, this.b]
  }

  restore([a, b]: readonly [number, number]): void {
    this.a = a
    this.b = b
  }
}

/** The hash of several runs' states as 16 hex digits a run, joined into one hash. */
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
