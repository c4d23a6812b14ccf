// Long lists come back whole, are written a part a turn and only once, and nothing of an older one stays.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeviceMemory } from './deviceMemory.ts'

/** A memory of so many characters, its entries own properties as in a browser. */
class Room {
  constructor(room = Infinity) {
    Object.defineProperties(this, {
      writes: { value: [], enumerable: false },
      getItem: { value: (key: string) => (this as unknown as Record<string, string>)[key] ?? null },
      setItem: {
        value: (key: string, text: string) => {
          const taken = Object.values(this).reduce((sum: number, one: string) => sum + one.length, 0)
          if (taken + text.length > room) throw new Error('full')
          ;(this as unknown as { writes: number[] }).writes.push(text.length)
          Object.assign(this, { [key]: text })
        },
      },
      removeItem: { value: (key: string) => delete (this as unknown as Record<string, string>)[key] },
    })
  }
}
type Kept = Room & Storage & { readonly writes: number[] }

let tab: Kept
let shared: Kept
function rooms(room?: number): void {
  tab = new Room(room) as Kept
  shared = new Room(room) as Kept
  vi.stubGlobal('sessionStorage', tab)
  vi.stubGlobal('localStorage', shared)
}
beforeEach(() => {
  vi.useFakeTimers()
  rooms()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** As text: many numbers are compared at once. */
const recalled = () => JSON.stringify(new DeviceMemory('key').recall('#/here'))
const values = Array.from({ length: 60_000 }, (_, i) => i / 7)
const document = (list: readonly unknown[], other = 1) => ({
  hash: '#/here',
  experiment: { lab: 'averages', series: { kind: 'inline', values: list }, betas: [0.9, other] },
})

test('a short document is there at once and comes back for its own address alone', () => {
  const memory = new DeviceMemory('key')
  memory.keep(document([1, 2, 3]))
  memory.finish()
  expect(recalled()).toBe(JSON.stringify(document([1, 2, 3])))
  expect(new DeviceMemory('key').recall('#/there')).toBeUndefined()
})

test('a long list comes back to the bit, and no turn writes more than a part', () => {
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  expect(new DeviceMemory('key').recall('#/here')).toBeUndefined()
  vi.runAllTimers()
  expect(recalled()).toBe(JSON.stringify(document(values)))
  expect(Math.max(...tab.writes)).toBeLessThan(420_000)
  for (const key of Object.keys(tab)) tab.removeItem(key)
  expect(recalled()).toBe(JSON.stringify(document(values)))
})

test('rows are cut into parts by their numbers', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => Array.from({ length: 100 }, (_, k) => i + k))
  const memory = new DeviceMemory('key')
  memory.keep(document(rows))
  vi.runAllTimers()
  expect(Object.keys(tab).length).toBe(16)
  expect(recalled()).toBe(JSON.stringify(document(rows)))
})

test('a list is written once, and another takes its place', () => {
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  vi.runAllTimers()
  const written = tab.writes.length
  memory.keep(document(values, 0.5))
  vi.runAllTimers()
  expect(tab.writes.length).toBe(written + 1)
  expect(recalled()).toBe(JSON.stringify(document(values, 0.5)))
  const others = values.map((value) => 1 - value)
  memory.keep(document(others))
  vi.runAllTimers()
  expect(recalled()).toBe(JSON.stringify(document(others)))
  expect(Object.keys(tab).length).toBe(4)
  memory.keep(document([1]))
  vi.runAllTimers()
  expect(Object.keys(shared)).toEqual(['key'])
})

test('a page that goes keeps what was under way', () => {
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  memory.finish()
  expect(recalled()).toBe(JSON.stringify(document(values)))
})

test('what does not fit is given up for good, and leaves nothing behind', () => {
  rooms(300_000)
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  vi.runAllTimers()
  const tried = tab.writes.length
  expect(new DeviceMemory('key').recall('#/here')).toBeUndefined()
  expect(Object.keys(tab)).toEqual([])
  memory.keep(document(values, 0.5))
  vi.runAllTimers()
  expect(tab.writes.length).toBe(tried)
})

test('a damaged or a missing memory is none', () => {
  tab.setItem('key', '{"hash":"#/here","experiment":{"list":"gone","parts":2}}')
  expect(new DeviceMemory('key').recall('#/here')).toBeUndefined()
  tab.setItem('key', '{')
  expect(new DeviceMemory('key').recall('#/here')).toBeUndefined()
  vi.stubGlobal('sessionStorage', undefined)
  const memory = new DeviceMemory('key')
  expect(() => memory.keep(document([1]))).not.toThrow()
})
