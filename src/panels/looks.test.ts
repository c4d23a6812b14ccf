// Every optimizer of the registry has its own look, whatever its position among the runs.

import { expect, it } from 'vitest'
import { optimizers } from '../engine/optimizers/index.ts'
import { LOOKS, runDash, runMarker } from '../plot/palette.ts'
import { runVariable } from '../plot/index.ts'
import { lookOf, looksOfRuns, ownRule } from './looks.ts'

const keys = Object.keys(optimizers)

it('every optimizer has a unique look of color, dash and marker', () => {
  const looks = keys.map(lookOf)
  expect(keys).toContain('rule')
  expect(new Set(looks).size).toBe(keys.length)
  expect(Math.max(...looks)).toBeLessThan(LOOKS)
  expect(new Set(looks.map((look) => runDash(look).join())).size).toBe(keys.length)
  expect(new Set(looks.map(runMarker)).size).toBe(keys.length)
  expect(lookOf('rule')).toBe(ownRule)
  expect(lookOf('unheard of')).toBe(ownRule)
})

it('the course’s four look as the course draws them', () => {
  expect(
    ['gd', 'momentum', 'rmsprop', 'adam'].map((key) => [runMarker(lookOf(key)), runDash(lookOf(key))]),
  ).toEqual([
    ['circle', [9, 5]],
    ['square', []],
    ['diamond', [10, 4, 2, 4]],
    ['triangle', [2, 4.5]],
  ])
})

it('the place among the runs changes nothing, a second run of an optimizer is a shade of the first', () => {
  const run = (optimizer: string) => ({ optimizer })
  expect(looksOfRuns(['adam', 'gd'].map(run))).toEqual([...looksOfRuns(['gd', 'adam'].map(run))].reverse())
  const [first, other, second, third] = looksOfRuns(['gd', 'adam', 'gd', 'gd'].map(run))
  expect([first, other]).toEqual([lookOf('gd'), lookOf('adam')])
  expect([second % LOOKS, third % LOOKS]).toEqual([lookOf('gd'), lookOf('gd')])
  expect(new Set([first, second, third].map(runVariable)).size).toBe(3)
  expect(runVariable(second)).toBe('var(--run-0-1, var(--run-0))')
  expect(runMarker(second)).toBe(runMarker(first))
})
