// Benchmarks two implementations of the same work side by side in one process, alternating, so warm-up and throttling
// affect both alike. The result is the ratio of their speeds: the median over the rounds, with its spread.

import type { Browser } from 'playwright'

/** One side of a comparison. `run` does one portion of work. Its result is checked once, before timing. */
export interface Side<Result> {
  readonly label: string
  readonly run: () => Result | Promise<Result>
  /** Units of work per call of `run` (steps, examples, rows). Default: 1. */
  readonly work?: number
}

export interface Comparison<A, B> {
  readonly name: string
  /** The side whose speed is reported as a multiple of b's. */
  readonly a: Side<A>
  readonly b: Side<B>
  /** Throws if the two results differ. */
  readonly check?: (a: A, b: B) => void
  /** The unit of work: `steps`. */
  readonly unit?: string
  /** The required ratio: a must be at least this many times as fast as b. */
  readonly atLeast?: number
  /** Rounds. Each times a and b once, in alternating order. Default: 11. */
  readonly rounds?: number
  /** Minimum milliseconds of one measurement. Short portions are repeated. Default: 60. */
  readonly milliseconds?: number
}

export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** A line of the table. */
export interface Row {
  readonly name: string
  readonly measured: string
  readonly against: string
  /** The result in words, with its spread. */
  readonly result: string
  readonly target: string
  /** Undefined if there is no target. */
  readonly met: boolean | undefined
}

/** The export of a file bench/NAME.bench.ts. */
export interface Benchmark {
  readonly title: string
  run(bench: Bench): Promise<void>
}

export interface App {
  /** The address of a production build being served. */
  readonly address: string
  readonly browser: Browser
}

export interface Bench {
  compare<A, B>(comparison: Comparison<A, B>): Promise<Spread>
  /**
   * Adds a line for another kind of measurement, for instance in the page: values such as milliseconds, with an upper
   * limit.
   */
  record(line: {
    name: string
    measured: string
    value: number
    unit: string
    atMost?: number
    atLeast?: number
    against?: string
  }): void
  /** Adds a sentence below the table: what was left out, and why. */
  note(sentence: string): void
  /** Builds the app, serves it and starts a browser at the first call. The runner stops them. */
  app(): Promise<App>
}

/** The median and the quartiles. Throws for an empty list. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('nothing was measured')
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) }
}

/** Returns the q-th quantile, 0 ≤ q ≤ 1, interpolated. `quantile(frames, 0.95)` is the p95. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below)
}

/** Formats three significant digits: `36 M`, `0.94`, `1.2 k`. */
export function short(value: number): string {
  for (const [unit, size] of [
    ['G', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const)
    if (Math.abs(value) >= size) return `${Number((value / size).toPrecision(3))} ${unit}`
  return String(Number(value.toPrecision(3)))
}

/** Returns milliseconds of `times` calls. Awaits only actual promises, so synchronous work is not slowed. */
async function time(run: () => unknown, times: number): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < times; i++) {
    const result = run()
    if (result instanceof Promise) await result
  }
  return performance.now() - began
}

/** Finds how many calls take at least a number of milliseconds, while both sides warm up. */
async function calibrate(run: () => unknown, milliseconds: number): Promise<number> {
  let times = 1
  for (;;) {
    const took = await time(run, times)
    if (took >= milliseconds) return times
    times = Math.max(times + 1, Math.ceil(times * Math.min(10, (1.1 * milliseconds) / Math.max(took, 0.01))))
  }
}

export interface Measured {
  readonly ratio: Spread
  /** Units of work per second. */
  readonly a: Spread
  readonly b: Spread
}

/** Checks, warms up, and measures both sides alternately. */
export async function measure<A, B>(comparison: Comparison<A, B>): Promise<Measured> {
  const { a, b, check, rounds = 11, milliseconds = 60 } = comparison
  check?.(await a.run(), await b.run())
  const timesA = await calibrate(a.run, milliseconds)
  const timesB = await calibrate(b.run, milliseconds)
  const speedsA: number[] = []
  const speedsB: number[] = []
  const speed = async (side: Side<unknown>, times: number) =>
    ((side.work ?? 1) * times * 1000) / (await time(side.run, times))
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) speedsA.push(await speed(a, timesA))
    speedsB.push(await speed(b, timesB))
    if (round % 2 === 1) speedsA.push(await speed(a, timesA))
  }
  const ratios = speedsA.map((value, round) => value / speedsB[round]!)
  return { ratio: spreadOf(ratios), a: spreadOf(speedsA), b: spreadOf(speedsB) }
}
