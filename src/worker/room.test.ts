import { expect, test } from 'vitest'
import { Room } from './room.ts'

test('is made a slice at a time, and is ready when every page is touched', () => {
  const room = new Room(7, 100_000)
  let time = 0
  const slow = (): number => time++
  let slices = 1
  while (!room.prefault(slow, 0)) slices++
  // 4,096 doubles between two clock readings.
  expect(slices).toBe(Math.ceil(100_000 / 4096))
  expect(room.rows).toHaveLength(100_000)
  expect(room.rows.every((value) => value === 0)).toBe(true)
  expect(room.prefault(slow, 0)).toBe(true)
})

test('takes no longer than necessary if time allows', () => {
  expect(new Room(1, 100_000).prefault(() => 0, 1)).toBe(true)
})
