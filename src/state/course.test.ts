import { expect, test } from 'vitest'
import { answerFirst, courseFrom, useCourse } from './course.ts'

const empty = { seen: {}, predictions: {}, best: {}, solved: {}, transfer: {} }

test('unreadable storage counts as empty', () => {
  for (const text of [null, '', '{', '[]', 'null', '7', '{"seen":3,"predictions":null,"best":"x"}'])
    expect(courseFrom(text)).toEqual(empty)
})

test('only valid parts of readable storage are kept', () => {
  const predictions = {
    'momentum/limit': { answer: 1, revealed: true },
    'adam/first': { answer: [-7, -2], revealed: true },
    'averages/drawn': { answer: [1, null, 2], revealed: false },
    'class/first': { revealed: true },
  }
  const wrong = {
    a: null,
    b: { answer: '1', revealed: true },
    c: { answer: [1, 'x'], revealed: true },
    d: { answer: 1 },
    e: 3,
    f: { answer: 0.5, revealed: true },
  }
  const text = JSON.stringify({
    order: 2,
    seen: { 'momentum/limit': true, x: 1 },
    predictions: { ...predictions, ...wrong },
    best: { 'momentum/thirty': 21, y: null, z: '3' },
    solved: { adam: true, rmsprop: 'yes' },
    transfer: { 'adam/tiny-slope': 0.005, x: '1', y: null },
  })
  expect(courseFrom(text)).toEqual({
    seen: { 'momentum/limit': true },
    predictions,
    best: { 'momentum/thirty': 21 },
    solved: { adam: true },
    transfer: { 'adam/tiny-slope': 0.005 },
  })
})

test('an answer in another order is dropped, and what was revealed is kept', () => {
  const predictions = {
    'momentum/limit': { answer: 1, revealed: true },
    'adam/first': { answer: [-7, -2], revealed: true },
  }
  expect(courseFrom(JSON.stringify({ predictions })).predictions).toEqual({
    'momentum/limit': { revealed: true },
    'adam/first': { answer: [-7, -2], revealed: true },
  })
})

test('stored state of a moved step moves along', () => {
  const text = JSON.stringify({ order: 2, seen: { 'batch-size/slice': true, 'batch-size/cloud': true } })
  expect(courseFrom(text).seen).toEqual({ 'reading-the-map/slice': true, 'batch-size/cloud': true })
})

test('the first answer to a transfer question is kept', () => {
  answerFirst('adam/tiny-slope', 0.0004)
  answerFirst('adam/tiny-slope', 0.005)
  answerFirst('momentum/alternating', 2)
  expect(useCourse.getState().transfer).toEqual({ 'adam/tiny-slope': 0.0004, 'momentum/alternating': 2 })
})
