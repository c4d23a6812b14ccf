// Examples a second for each batch size, as measured on this machine in this session: medians with their spread.

import { create } from 'zustand'
import type { NetworkSpec } from '../engine/experiment.ts'
import { startMeasure } from '../worker/networkAddress.ts'
import type { MeasureReply, MeasureRequest } from '../worker/networkMeasure.ts'

export const measureRounds = 5

export interface MeasuredSize {
  readonly size: number
  /** Examples a second, one a round, ascending. */
  readonly rates: readonly number[]
}

interface Measured {
  readonly spec: NetworkSpec | undefined
  readonly sizes: readonly MeasuredSize[]
  /** The batch size in work; undefined when done. */
  readonly now: number | undefined
}

export const useMeasured = create<Measured>()(() => ({ spec: undefined, sizes: [], now: undefined }))

let worker: Worker | undefined
let asked = 0

/** 1, 2, 4 … and m itself, up to 65,536. */
function sizesUpTo(m: number): number[] {
  const most = Math.min(m, 65_536)
  const sizes: number[] = []
  for (let size = 1; size <= most; size *= 2) sizes.push(size)
  if (m <= 65_536 && sizes[sizes.length - 1] !== m) sizes.push(m)
  return sizes
}

export const median = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export function measure(spec: NetworkSpec, seed: number, m: number): void {
  worker?.terminate()
  worker = startMeasure()
  const id = ++asked
  const sizes = sizesUpTo(m)
  useMeasured.setState({ spec, sizes: [], now: sizes[0] })
  worker.addEventListener('message', ({ data }: MessageEvent<MeasureReply>) => {
    if (data.id !== asked) return
    const { sizes: before } = useMeasured.getState()
    const rates = [...(before.find(({ size }) => size === data.size)?.rates ?? []), data.rate]
    const entry = { size: data.size, rates: rates.sort((a, b) => a - b) }
    const after = [...before.filter(({ size }) => size !== data.size), entry]
    const next = sizes[(sizes.indexOf(data.size) + 1) % sizes.length]
    const done = data.turn === measureRounds - 1 && data.size === sizes[sizes.length - 1]
    useMeasured.setState({ sizes: after.sort((a, b) => a.size - b.size), now: done ? undefined : next })
    if (done) stopMeasuring()
  })
  worker.addEventListener('error', stopMeasuring)
  worker.postMessage({ id, spec, seed, sizes, rounds: measureRounds } satisfies MeasureRequest)
}

export function stopMeasuring(): void {
  worker?.terminate()
  worker = undefined
  if (useMeasured.getState().now !== undefined) useMeasured.setState({ now: undefined })
}
