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

/** A browser that remembers failed imports by their address, and a server that comes back. */
function rememberingBrowser() {
  const failed = new Set<string>()
  const imported: string[] = []
  const server = { isUp: false }
  vi.stubGlobal('fetch', () =>
    server.isUp ? Promise.resolve({ ok: true }) : Promise.reject(new Error('no network')),
  )
  return {
    server,
    imported,
    load: () => {
      const address = ravineAgain('./part.js')
      imported.push(address)
      if (server.isUp && !failed.has(address)) return Promise.resolve('part')
      failed.add(address)
      return Promise.reject(lost())
    },
  }
}
const quick = { wait: () => Promise.resolve(), renew: () => Promise.resolve() }

test('a browser that remembers a failed import is asked under another address, once the server has the part', async () => {
  const { server, imported, load } = rememberingBrowser()
  const told: boolean[] = []
  const stop = onMissing((isThere) => told.push(isThere))
  await expect(retried(load, quick)).rejects.toThrow(MissingPart)
  // Without a network there is no use in another address.
  expect(imported).toEqual(['./part.js', './part.js', './part.js'])
  expect(told).toEqual([false])
  server.isUp = true
  expect(await retried(load, quick)).toBe('part')
  const renamed = imported.at(-1)!
  expect(renamed).toMatch(/^\.\/part\.js\?again=\d+$/)
  // The part keeps that address, so it is there once.
  expect(await retried(load, quick)).toBe('part')
  expect(imported.at(-1)).toBe(renamed)
  stop()
  vi.unstubAllGlobals()
})

test('a part that fails under another address too is missing although the server has it', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: true }))
  const imported: (string | undefined)[] = []
  const load = () => (imported.push(ravineAgain('./other.js')), Promise.reject(lost()))
  const told: boolean[] = []
  const stop = onMissing((isThere) => told.push(isThere))
  await expect(retried(load, quick)).rejects.toThrow(MissingPart)
  expect(imported.length).toBe(4)
  expect(imported[3]).not.toBe(imported[2])
  expect(told).toEqual([true])
  stop()
  vi.unstubAllGlobals()
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
