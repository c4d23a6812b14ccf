// Whether a run's steps are slow enough to mention: milliseconds per step, if more than ten.

import type { Trace } from '../../state/traces.ts'

const most = 10

/** Rounded to two digits, so it rarely changes. Undefined while steps are fast. */
export function slowStep(trace: Pick<Trace, 'lastStep' | 'secondsAt'> | undefined): number | undefined {
  if (!trace || trace.lastStep < 1) return undefined
  const milliseconds = (1000 * trace.secondsAt(trace.lastStep)) / trace.lastStep
  return milliseconds > most ? Number(milliseconds.toPrecision(2)) : undefined
}
