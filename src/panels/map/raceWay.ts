// The way of a run's marker in the first race, as pixels, one place per step or fewer.

/** Places of a way. More are not seen. */
const most = 240
/** Pixels beyond which a run has left the map for good. */
const far = 4000

export interface WayRows {
  readonly rows: ArrayLike<number>
  readonly width: number
}

/** Returns the places from the start to row `last`. Those of a run that leaves end outside the map. */
export function wayOf(
  { rows, width }: WayRows,
  last: number,
  theta: number,
  place: (at: readonly [w: number, b: number]) => readonly [number, number],
): (readonly [x: number, y: number])[] {
  const every = Math.max(1, Math.ceil(last / most))
  const way: (readonly [number, number])[] = []
  for (let row = 0; row <= last; row += row === last ? 1 : Math.min(every, last - row)) {
    const at = row * width + theta
    const [x, y] = place([rows[at], rows[at + 1]])
    if (!(Math.abs(x) < far && Math.abs(y) < far)) break
    way.push([x, y])
  }
  return way
}

/** Milliseconds of a race with this many places: 50 a second, but from two to five seconds. */
export const raceTime = (places: number): number => Math.min(5000, Math.max(2000, 20 * places))
