import { expect, test } from 'vitest'
import { dayAfter } from './dayAfter.ts'

const walked = (days: number, frames: number, each: number): number => {
  let place = 1
  for (let i = 0; i < frames; i++) place = dayAfter(place, each, days)
  return place
}

test('walks through a year in about twelve seconds, at any frame rate', () => {
  expect(walked(366, 720, 1000 / 60)).toBeCloseTo(366, 9)
  expect(walked(366, 300, 1000 / 60)).toBeCloseTo(walked(366, 150, 1000 / 30), 6)
  expect(walked(366, 60, 1000 / 60)).toBeCloseTo(31.5, 6)
})

test('shows a short series day by day, and does not jump after a late frame', () => {
  expect(walked(10, 60, 1000 / 60)).toBeCloseTo(5, 6)
  expect(dayAfter(100, 5000, 366)).toBeLessThan(104)
  expect(dayAfter(365.9, 100, 366)).toBe(366)
})
