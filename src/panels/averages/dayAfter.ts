// How far Play walks through the days: a year in twelve seconds, and never fewer than four days a second.

const seconds = 12
const slowest = 4

/** The place, in days from 1, after so many milliseconds. A frame that was held up is not made up for. */
export function dayAfter(place: number, milliseconds: number, days: number): number {
  const pace = Math.max(slowest, days / seconds)
  return Math.min(days, place + (pace * Math.min(milliseconds, 100)) / 1000)
}
