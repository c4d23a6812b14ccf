// The time that the page's side of a worker goes by. A test passes one of its own.

export interface Clock {
  /** Milliseconds since some moment. */
  now(): number
  /** Calls back after so many milliseconds; returns a function that prevents it. */
  after(milliseconds: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds)
    return () => clearTimeout(timer)
  },
}
