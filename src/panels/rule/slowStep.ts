// Whether a run's steps are so slow that it must be said: milliseconds a step, where they are more than ten.

import type { Trace } from '../../state/traces.ts'

const most = 10

/** In two digits, so that it changes rarely; undefined while steps are quick. */
export function slowStep(trace: Pick<Trace, 'lastStep' | 'secondsAt'> | undefined): number | undefined {
  if (!trace || trace.lastStep < 1) return undefined
  const milliseconds = (1000 * trace.secondsAt(trace.lastStep)) / trace.lastStep
  return milliseconds > most ? Number(milliseconds.toPrecision(2)) : undefined
}
