// One history for every document: what undo covers, and what it leaves out.
import { expect, test } from 'vitest'
import { create } from 'zustand'
import { onReset } from './documentEvents.ts'
import { createHistory, noPast, type Past } from './history.ts'

interface Counted {
  readonly experiment: { readonly count: number }
}
type State = Counted & Past<Counted> & { readonly look: number }

function counter() {
  const preset: Counted = { experiment: { count: 0 } }
  const store = create<State>()(() => ({ ...preset, preset, look: 0, ...noPast }))
  const history = createHistory<Counted, State>(store, {
    documentOf: ({ experiment }) => ({ experiment }),
    shown: ({ experiment }) => ({ experiment: experiment.count > 9 ? { count: 9 } : experiment }),
  })
  const to = (count: number, key = 'count') => history.change(key, () => ({ experiment: { count } }))
  return { ...history, to, store, now: () => store.getState().experiment.count }
}

test('changes under one key are one step until they settle', () => {
  const { to, settle, undo, redo, now } = counter()
  for (const count of [1, 2, 3]) to(count)
  settle()
  for (const count of [4, 5]) to(count)
  to(6, 'another')
  undo()
  expect(now()).toBe(5)
  undo()
  expect(now()).toBe(3)
  undo()
  undo()
  expect(now()).toBe(0)
  for (let i = 0; i < 4; i++) redo()
  expect(now()).toBe(6)
})

test('a drag that returns to its start leaves no step and keeps redo', () => {
  const { to, settle, undo, redo, now, store } = counter()
  to(1)
  settle()
  undo()
  for (const count of [5, 2, 0]) to(count)
  settle()
  expect(store.getState().past).toEqual([])
  redo()
  expect(now()).toBe(1)
})

test('a document is made valid before it is shown, and other state stays', () => {
  const { to, undo, now, store } = counter()
  store.setState({ look: 7 })
  to(20)
  expect(now()).toBe(9)
  to(30)
  undo()
  expect([now(), store.getState().look]).toEqual([0, 7])
})

test('reset restores the preset, can be undone, and notifies listeners', () => {
  const { to, reset, undo, now } = counter()
  const told: string[] = []
  const stop = onReset((went, from, after) => told.push(JSON.stringify([went, from, after])))
  to(4)
  reset()
  expect(now()).toBe(0)
  undo()
  expect(now()).toBe(4)
  stop()
  expect(told).toEqual(['["reset",{"count":4},{"count":0}]', '["undo",{"count":0},{"count":4}]'])
})
