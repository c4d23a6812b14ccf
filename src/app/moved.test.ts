import { expect, test } from 'vitest'
import { followed } from './moved.ts'

test('a link to a moved step opens its new place and keeps its other parameters', () => {
  expect(followed('#/batch-size?at=2')).toBe('#/reading-the-map?at=2')
  expect(followed('#/batch-size?alpha=0.03&at=3&lang=zh-CN')).toBe(
    '#/reading-the-map?alpha=0.03&at=4&lang=zh-CN',
  )
})

test('every other link stays as it is', () => {
  for (const hash of ['', '#/batch-size', '#/batch-size?at=4', '#/momentum?at=2', '#/batch-size?seat=1'])
    expect(followed(hash)).toBe(hash)
})
