// Examples per second for each batch size, measured on this machine in this session: medians with their spread.

import { create } from 'zustand'
import type { NetworkSpec } from '../engine/experiment.ts'
import { startMeasure } from '../worker/networkAddress.ts'
import type { MeasureReply, MeasureRequest } from '../worker/networkMeasure.ts'
import { clientOf } from './failures.ts'

export const measureRounds = 5

export interface MeasuredSize {
  readonly size: number
  /** Examples per second, one per round, ascending. */
  readonly rates: readonly number[]
}

interface Measured {
  readonly spec: NetworkSpec | undefined
  readonly sizes: readonly MeasuredSize[]
  /** The batch size being measured, or undefined when done. */
  readonly now: number | undefined
}

export const useMeasured = create<Measured>()(() => ({ spec: undefined, sizes: [], now: undefined }))

/** One round takes a fraction of a second, but generating five million examples takes longer. */
const patience = 30_000
const client = clientOf<MeasureRequest, MeasureReply>(startMeasure, patience)

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
  client.close()
  const sizes = sizesUpTo(m)
  const isLast = ({ turn, size }: MeasureReply): boolean =>
    turn === measureRounds - 1 && size === sizes[sizes.length - 1]
  client.ask({
    request() {
      useMeasured.setState({ spec, sizes: [], now: sizes[0] })
      return [{ spec, seed, sizes, rounds: measureRounds }]
    },
    received(reply) {
      const { sizes: before } = useMeasured.getState()
      const rates = [...(before.find(({ size }) => size === reply.size)?.rates ?? []), reply.rate]
      const entry = { size: reply.size, rates: rates.sort((a, b) => a - b) }
      const after = [...before.filter(({ size }) => size !== reply.size), entry]
      const next = sizes[(sizes.indexOf(reply.size) + 1) % sizes.length]
      useMeasured.setState({ sizes: after.sort((a, b) => a.size - b.size), now: next })
      if (isLast(reply)) stopMeasuring()
    },
    isLast,
    refused: stopMeasuring,
  })
}

export function stopMeasuring(): void {
  client.close()
  if (useMeasured.getState().now !== undefined) useMeasured.setState({ now: undefined })
}
