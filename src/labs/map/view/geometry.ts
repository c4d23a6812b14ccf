// The positions of a map's cells: each in the middle of its interval on a linear or logarithmic axis.

import type { MapAxis } from '../../../engine/experiment.ts'
import type { Domain } from '../../../plot/index.ts'

/** The outer edges of the axis, low one first: half a cell beyond both ends. */
export function edgesOf({ from, to, count, scale }: MapAxis): Domain {
  const [low, high] = from <= to ? [from, to] : [to, from]
  if (count === 1 || low === high) return scale === 'log' ? [low / 2, low * 2] : [low - 0.5, low + 0.5]
  if (scale === 'log') {
    const half = Math.sqrt((high / low) ** (1 / (count - 1)))
    return [low / half, high * half]
  }
  const half = (high - low) / (count - 1) / 2
  return [low - half, high + half]
}

/** Returns the index of the nearest cell along an axis, clamped to its ends. */
export function cellAt({ from, to, count, scale }: MapAxis, value: number): number {
  if (count === 1 || from === to) return 0
  const share =
    scale === 'log'
      ? (Math.log(Math.max(value, 1e-300)) - Math.log(from)) / (Math.log(to) - Math.log(from))
      : (value - from) / (to - from)
  return Math.max(0, Math.min(count - 1, Math.round(share * (count - 1))))
}

/** Returns the value at a place between cells, counted in cells from 0. */
export function placeOf({ from, to, count, scale }: MapAxis, place: number): number {
  const share = count === 1 ? 0 : place / (count - 1)
  return scale === 'log'
    ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
    : from + share * (to - from)
}

export const isDescending = ({ from, to }: MapAxis): boolean => from > to
