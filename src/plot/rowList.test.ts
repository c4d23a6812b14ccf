import { expect, test } from 'vitest'
import { RowList } from './rowList.ts'

test('returns what was pushed, across its blocks, and can restart', () => {
  const list = new RowList()
  for (let i = 0; i < 3000; i++) list.push(2 * i)
  expect(list.length).toBe(3000)
  expect(Array.from({ length: 3000 }, (_, i) => list.at(i))).toEqual(
    Array.from({ length: 3000 }, (_, i) => 2 * i),
  )
  list.clear()
  expect(list.length).toBe(0)
  list.push(5)
  expect(list.at(0)).toBe(5)
})
