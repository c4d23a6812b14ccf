// The domain of a logarithmic axis for given values, so that no value is lost on it: where some are 0, 0 is at its foot;
// where some are a little below 0, it is logarithmic on both sides; where they are far below 0, it is linear.

import type { AxisDomain } from './layer.ts'

/** What the values are between. */
export interface Range {
  readonly low: number
  readonly high: number
  /** The smallest number above 0; Infinity where there is none. */
  readonly positive: number
}

/** What a logarithmic axis has become: an ordinary one, with 0 at its foot, on both sides of 0, or linear. */
export type LogKind = 'log' | 'zero' | 'signed' | 'linear'

/** Values more than fourteen decades below the top are drawn as if at 0. */
const reach = 1e-14
/** Values below 0 that are this much smaller than those above leave the axis logarithmic. */
const small = 0.1
/** The air above and below a single value, as a factor. */
const alone = 4

export function logKind({ low, high, positive }: Range): LogKind {
  if (!(low <= 0) && !(positive < high * reach)) return 'log'
  if (low >= 0) return positive < Infinity && high > 0 ? 'zero' : 'linear'
  return -low <= small * high ? 'signed' : 'linear'
}

const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value))

/** A little air at both ends, or so many times as much. */
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
  // One value alone: a line across the middle of about a decade, whose ticks are round numbers.
  const air = kind === 'log' && high === least ? alone : Math.max(1.15, (high / least) ** 0.04) ** times
  if (kind === 'log') return [least / air, high * air]
  if (kind === 'zero') return [0, high * air, powerBelow(least)]
  return [low * air, high * air, powerBelow(-low)]
}

/** Whether a domain shows all of a range, on the axis that the range asks for. */
export function logShows([low, high, least]: AxisDomain, range: Range): boolean {
  const kind = logKind(range)
  if ((kind === 'log') !== (least === undefined)) return false
  if ((kind === 'linear') !== (least !== undefined && least >= Math.max(-low, high))) return false
  return low <= (kind === 'zero' ? 0 : range.low) && range.high <= high
}
