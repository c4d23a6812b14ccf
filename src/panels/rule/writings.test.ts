import { expect, test } from 'vitest'
import { exerciseStart } from '../../engine/language/exercises.ts'
import { begin, check, isBlank, showHint, useWritings, write, writingsFrom } from './writings.ts'

const momentum = () => useWritings.getState().momentum

test('hints stay while the mistake is the same, and go with it', () => {
  write('momentum', 'parameter beta = 0.9\nV = beta*V + dW\nw = w - alpha*V')
  check('momentum')
  showHint('momentum')
  showHint('momentum')
  // The same mistake in another form.
  write('momentum', 'parameter beta = 0.9\nu = dW + u*beta\nw = w - u*alpha')
  check('momentum')
  expect(momentum().hints).toBe(2)
  write('momentum', 'parameter beta = 0.9\nV = beta*V + (1 - beta)*dW\nw = w + alpha*V')
  check('momentum')
  expect(momentum().hints).toBe(0)
  begin('momentum', 'empty')
  expect(momentum()).toEqual({ form: 'empty', text: exerciseStart('momentum', 'empty'), hints: 0 })
  expect(isBlank('momentum', momentum())).toBe(true)
})

test('what the tab has stored is read as far as it can be used', () => {
  const own = 'w = w - alpha*dW'
  const text = JSON.stringify({
    adam: { form: 'empty', text: own },
    momentum: { form: 'x', text: own },
    rmsprop: 3,
  })
  const { adam, momentum: first, rmsprop } = writingsFrom(text)
  expect(adam).toEqual({ form: 'empty', text: own, hints: 0 })
  expect(first.text).toBe(exerciseStart('momentum', 'hole'))
  expect(rmsprop.text).toBe(exerciseStart('rmsprop', 'hole'))
  for (const bad of [null, '', '[', 'null', '3'])
    expect(writingsFrom(bad).adam.text).toBe(exerciseStart('adam', 'hole'))
})
