// Points with zero gradient as throws of coins: each of n directions bends up with probability p, independently. The same
// coins fall for every n, so more directions only add coins.

import { stream } from '../../engine/random.ts'

/** How many points are thrown. */
export const thrown = 200
/** How many of them are drawn, and how many coins of each. */
export const drawnRows = 8
export const drawnCoins = 160

export interface Throws {
  /** The first points, true where a direction bends up. */
  readonly rows: readonly (readonly boolean[])[]
  /** Of all points, those whose n directions all bend up. */
  readonly allUp: number
}

export function throwCoins(p: number, n: number): Throws {
  const rows: boolean[][] = []
  let allUp = 0
  for (let point = 0; point < thrown; point++) {
    const coins = stream(1, `point ${point}`)
    const shown = point < drawnRows ? Math.min(n, drawnCoins) : 0
    const row: boolean[] = []
    let up = true
    for (let coin = 0; coin < n && (up || coin < shown); coin++) {
      const isUp = coins.uniform() < p
      if (coin < shown) row.push(isUp)
      up &&= isUp
    }
    if (point < drawnRows) rows.push(row)
    if (up) allUp++
  }
  return { rows, allUp }
}
