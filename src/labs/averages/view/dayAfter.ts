// How fast Play moves through the days: a year in twelve seconds, but at least four days per second.

const seconds = 12
const slowest = 4

/** Returns the place, in days from 1, after a number of milliseconds. Does not catch up on a delayed frame. */
export function dayAfter(place: number, milliseconds: number, days: number): number {
  const pace = Math.max(slowest, days / seconds)
  return Math.min(days, place + (pace * Math.min(milliseconds, 100)) / 1000)
}
