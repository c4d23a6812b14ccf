import { expect, it } from 'vitest'
import { drawnRows, thrown, throwCoins } from './throws.ts'

it('falls like independent coins', () => {
  for (const [p, n] of [
    [0.5, 1],
    [0.5, 2],
    [0.5, 4],
    [0.9, 10],
  ]) {
    const expected = thrown * p ** n
    const spread = Math.sqrt(expected * (1 - p ** n))
    expect(Math.abs(throwCoins(p, n).allUp - expected), `${p} ${n}`).toBeLessThan(3 * spread)
  }
  expect(throwCoins(0.5, 20_000).allUp).toBe(0)
})

it('draws the coins it counts, and more directions only add coins', () => {
  const [few, many] = [throwCoins(0.5, 3), throwCoins(0.5, 12)]
  expect(many.rows).toHaveLength(drawnRows)
  few.rows.forEach((row, i) => expect(many.rows[i].slice(0, 3)).toEqual(row))
  expect(many.allUp).toBeLessThan(few.allUp)
  // At n = 1 the drawn rows hold the whole point, so a count over them is part of the count.
  const all = few.rows.filter((row) => row.every(Boolean)).length
  expect(all).toBeGreaterThan(0)
  expect(all).toBeLessThanOrEqual(few.allUp)
})
