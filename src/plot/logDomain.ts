// Chooses the domain of a logarithmic axis so that it loses no value. If some values are 0, 0 is at its bottom. If some
// are slightly negative, it is logarithmic on both sides. If they are very negative, it is linear.

import type { AxisDomain } from './layer.ts'

/** The range of the values. */
export interface Range {
  readonly low: number
  readonly high: number
  /** The smallest positive number, or Infinity. */
  readonly positive: number
}

/**
 * What a logarithmic axis becomes: an ordinary one, with 0 at its bottom, logarithmic on both sides of 0, or linear.
 */
export type LogKind = 'log' | 'zero' | 'signed' | 'linear'

/** Values more than fourteen decades below the top are drawn as if 0. */
const reach = 1e-14
/** Negative values this much smaller than the positive ones leave the axis logarithmic. */
const small = 0.1
/** The padding above and below a single value, as a factor. */
const alone = 4

export function logKind({ low, high, positive }: Range): LogKind {
  if (!(low <= 0) && !(positive < high * reach)) return 'log'
  if (low >= 0) return positive < Infinity && high > 0 ? 'zero' : 'linear'
  return -low <= small * high ? 'signed' : 'linear'
}

const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value))

/** Adds a little padding at both ends, or a multiple of it. */
export function logDomain(range: Range, times = 1): AxisDomain {
  const { low, high, positive } = range
  const kind = logKind(range)
  if (kind === 'linear') {
    const air = ((high - low) * 0.06 || Math.abs(high) * 0.1 || 1) * times
    const [bottom, top] = [low - air, high + air]
    return [bottom, top, Math.max(-bottom, top)]
  }
  if (!(high > 0)) return [0.1, 10]
  const least = Math.max(Math.min(positive, high), high * reach)
  // A single value is a line across the middle of about a decade with round ticks.
  const air = kind === 'log' && high === least ? alone : Math.max(1.15, (high / least) ** 0.04) ** times
  if (kind === 'log') return [least / air, high * air]
  if (kind === 'zero') return [0, high * air, powerBelow(least)]
  return [low * air, high * air, powerBelow(-low)]
}

/** Whether a domain shows a whole range, on the kind of axis that the range requires. */
export function logShows([low, high, least]: AxisDomain, range: Range): boolean {
  const kind = logKind(range)
  if ((kind === 'log') !== (least === undefined)) return false
  if ((kind === 'linear') !== (least !== undefined && least >= Math.max(-low, high))) return false
  return low <= (kind === 'zero' ? 0 : range.low) && range.high <= high
}
