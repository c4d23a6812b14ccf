// The clock of the page's side of a worker. Tests pass their own.

export interface Clock {
  /** Milliseconds since an arbitrary moment. */
  now(): number
  /** Calls back after a number of milliseconds. Returns a cancel function. */
  after(milliseconds: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds)
    return () => clearTimeout(timer)
  },
}
