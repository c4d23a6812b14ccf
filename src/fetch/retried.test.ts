// A part that cannot be fetched is retried, reported to listeners, and never cached as failed.
import { expect, test, vi } from 'vitest'
import { MissingPart, onMissing, remembered, retried } from './retried.ts'

const lost = () => new TypeError('Failed to fetch dynamically imported module: https://x/part.js')

function attempts(failures: number) {
  let count = 0
  const waits: number[] = []
  let renewals = 0
  return {
    load: () => (++count <= failures ? Promise.reject(lost()) : Promise.resolve('part')),
    options: {
      wait: (milliseconds: number) => (waits.push(milliseconds), Promise.resolve()),
      renew: () => (renewals++, Promise.resolve()),
    },
    waits,
    get count() {
      return count
    },
    get renewals() {
      return renewals
    },
  }
}

test('a part that loads is loaded once', async () => {
  const tries = attempts(0)
  expect(await retried(tries.load, tries.options)).toBe('part')
  expect([tries.count, tries.waits, tries.renewals]).toEqual([1, [], 0])
})

test('a part that fails twice loads at the third attempt, each with a longer delay', async () => {
  const tries = attempts(2)
  expect(await retried(tries.load, tries.options)).toBe('part')
  expect(tries.count).toBe(3)
  expect(tries.waits[1]).toBeGreaterThan(tries.waits[0])
  // Style sheets are requested again too.
  expect(tries.renewals).toBe(2)
})

test('after three failures a part is missing, and listeners are told once', async () => {
  const tries = attempts(9)
  let told = 0
  const stop = onMissing(() => told++)
  await expect(retried(tries.load, tries.options)).rejects.toThrow(MissingPart)
  stop()
  expect([tries.count, told]).toEqual([3, 1])
})

test('a part with a fault of its own is not fetched again', async () => {
  let count = 0
  const load = () => (count++, Promise.reject(new RangeError('a fault of its own')))
  await expect(retried(load)).rejects.toThrow(RangeError)
  expect(count).toBe(1)
})

test('a promise is remembered, a rejected one only for a moment, so the next call loads again', async () => {
  vi.useFakeTimers()
  let count = 0
  const part = remembered(() => (++count === 1 ? Promise.reject(new Error('own')) : Promise.resolve('part')))
  const first = part()
  expect(part()).toBe(first)
  await expect(first).rejects.toThrow('own')
  // React suspended on it and asks again to see it fail.
  expect(part()).toBe(first)
  vi.advanceTimersByTime(1000)
  const second = part()
  expect(second).not.toBe(first)
  expect(await second).toBe('part')
  expect(part()).toBe(second)
  expect(second).toMatchObject({ status: 'fulfilled', value: 'part' })
  vi.useRealTimers()
})
