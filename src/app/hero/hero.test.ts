import { expect, it } from 'vitest'
import { heldStart, heroLandscape, heroPaths, heroStart, heroStep, heroSteps, heroView } from './heroRace.ts'

it('races gradient descent and momentum, and both come near the minimum', () => {
  const [gd, momentum] = heroPaths(heroStart)
  expect([gd.length, momentum.length]).toEqual([2 * (heroSteps + 1), 2 * (heroSteps + 1)])
  for (const path of [gd, momentum]) {
    expect([path[0], path[1]]).toEqual(heroStart)
    expect(heroLandscape.value(path[path.length - 2], path[path.length - 1])).toBeLessThan(1)
  }
})

it('races from where the ball is dropped, and leaves the block only by bounces', () => {
  for (const start of [
    [-100, 100],
    [3, -9],
    [0, 0],
  ]) {
    const [w, b] = heldStart(start[0], start[1])
    expect(w > heroView.w[0] && w < heroView.w[1] && b > heroView.b[0] && b < heroView.b[1]).toBe(true)
    for (const path of heroPaths([w, b])) expect(path.every(Number.isFinite)).toBe(true)
  }
})

it('takes a round of steps, rests at the end, and begins again', () => {
  expect(heroStep(0)).toBe(0)
  expect(heroStep(1000)).toBe(12)
  expect(heroStep(5200)).toBe(heroSteps)
  expect(heroStep(6400)).toBe(heroSteps)
  expect(heroStep(6600)).toBe(1)
})
