// Long lists come back whole, are written one part per turn and only once, and leave nothing of an older one behind.
// There is no database here, so they go to session and local storage. e2e/keeping.spec.ts tests both.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeviceMemory } from './storage.ts'

/** A storage of limited size, its entries own properties as in a browser. */
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

/** As text, because it compares many numbers at once. */
const recalled = async () => JSON.stringify(await new DeviceMemory('key').recall('#/here'))
/** Waits for all pending turns and those that follow from them. */
const rest = async () => {
  await vi.dynamicImportSettled()
  await vi.runAllTimersAsync()
}
const values = Array.from({ length: 60_000 }, (_, i) => i / 7)
const document = (list: readonly unknown[], other = 1) => ({
  hash: '#/here',
  experiment: { lab: 'averages', series: { kind: 'inline', values: list }, betas: [0.9, other] },
})

test('a short document is available at once, for its own address only', () => {
  const memory = new DeviceMemory('key')
  memory.keep(document([1, 2, 3]))
  expect(new DeviceMemory('key').recall('#/here')).toEqual(document([1, 2, 3]))
  expect(new DeviceMemory('key').recall('#/there')).toBeUndefined()
})

test('a long list returns to the bit, and no turn writes more than one part', async () => {
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  expect(new DeviceMemory('key').recall('#/here')).toBeUndefined()
  await rest()
  expect(await recalled()).toBe(JSON.stringify(document(values)))
  expect(Math.max(...tab.writes)).toBeLessThan(420_000)
  for (const key of Object.keys(tab)) tab.removeItem(key)
  expect(await recalled()).toBe(JSON.stringify(document(values)))
})

test('settles only when the list is kept; a short document at once', async () => {
  const memory = new DeviceMemory('key')
  memory.keep(document([1, 2, 3]))
  expect(await memory.settled()).toBe(true)
  memory.keep(document(values))
  const settled = memory.settled()
  const first = await Promise.race([settled, Promise.resolve('not yet')])
  expect(first).toBe('not yet')
  await rest()
  expect(await settled).toBe(true)
  expect(await recalled()).toBe(JSON.stringify(document(values)))
})

test('settles too if the list cannot be kept, and reports it', async () => {
  rooms(1000)
  const said: unknown[] = []
  const memory = new DeviceMemory('key', (words) => said.push(words))
  memory.keep(document(values))
  const settled = memory.settled()
  await rest()
  expect(await settled).toBe(false)
  expect(said).toHaveLength(1)
})

test('a page that closes before the database loads keeps long lists in the text', async () => {
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  memory.finish()
  expect(JSON.stringify(new DeviceMemory('key').recall('#/here'))).toBe(JSON.stringify(document(values)))
})

test('rows are cut into parts by their numbers', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => Array.from({ length: 100 }, (_, k) => i + k))
  const memory = new DeviceMemory('key')
  memory.keep(document(rows))
  await rest()
  expect(Object.keys(tab).length).toBe(16)
  expect(await recalled()).toBe(JSON.stringify(document(rows)))
})

test('a list is written once, and another takes its place', async () => {
  const memory = new DeviceMemory('key')
  memory.keep(document(values))
  await rest()
  const written = tab.writes.length
  memory.keep(document(values, 0.5))
  await rest()
  // The same numbers in another list, as after a reload, are not written again either.
  const later = new DeviceMemory('key')
  later.keep(document([...values], 0.5))
  await rest()
  expect(tab.writes.length).toBe(written + 2)
  expect(await recalled()).toBe(JSON.stringify(document(values, 0.5)))
  const others = values.map((value) => 1 - value)
  memory.keep(document(others))
  await rest()
  expect(await recalled()).toBe(JSON.stringify(document(others)))
  expect(Object.keys(tab).length).toBe(4)
  memory.keep(document([1]))
  await rest()
  expect(Object.keys(shared)).toEqual(['key'])
})

test('a page that closes keeps writes in progress', async () => {
  const memory = new DeviceMemory('key')
  memory.foresee(document(values))
  await rest()
  memory.keep(document(values))
  memory.finish()
  expect(await recalled()).toBe(JSON.stringify(document(values)))
})

test('data that do not fit are reported once, given up, and leave nothing behind', async () => {
  rooms(300_000)
  const told = vi.fn<() => void>()
  const memory = new DeviceMemory('key', told)
  memory.keep(document([1]))
  memory.keep(document(values))
  await rest()
  // Nor does an older document come back in its place.
  expect(new DeviceMemory('key').recall('#/here')).toEqual({ hash: '#/here' })
  expect(Object.keys(tab)).toEqual(['key'])
  const tried = tab.writes.length
  memory.keep(document(values, 0.5))
  await rest()
  expect(tab.writes.length).toBe(tried + 1)
  expect(told).toHaveBeenCalledOnce()
})

test('own data return unchanged in a tab that had something else meanwhile', () => {
  const memory = new DeviceMemory('key')
  const first = { ...document([1, 2, 3]), hash: '#/here?without=series' }
  const left = { ...document([1, 2, 3], 0.5), hash: '#/here?betas=0.5&without=series' }
  const there = { ...document([]), hash: '#/there' }
  memory.keep(first)
  memory.keep(left)
  memory.recall(there.hash)
  memory.keep(there)
  const kept = (hash: string) => new DeviceMemory('key').recall(hash)
  expect([kept(first.hash), kept(left.hash), kept(there.hash)]).toEqual([undefined, left, there])
})

test('a reload opens the last address, whatever could no longer be written to it', () => {
  for (const [type, found] of [
    ['reload', 1],
    ['back_forward', 1],
    ['navigate', 0],
  ] as const) {
    new DeviceMemory('key').keep({ ...document([1]), was: '#/before' })
    vi.stubGlobal('performance', { getEntriesByType: () => [{ type }] })
    const memory = new DeviceMemory('key')
    expect([memory.recall('#/before'), memory.recall('#/before')].filter(Boolean).length).toBe(found)
    expect(memory.recall('#/here')).toMatchObject({ hash: '#/here' })
  }
  // After a reload, the document opened by a link is still there.
  vi.stubGlobal('performance', { getEntriesByType: () => [{ type: 'reload' }] })
  expect(new DeviceMemory('key').recall('#/before')).toBeUndefined()
})

test('damaged or missing storage counts as empty', async () => {
  tab.setItem('key', '{"hash":"#/here","experiment":{"list":"gone","parts":2}}')
  expect(await recalled()).toBeUndefined()
  tab.setItem('key', '{')
  expect(new DeviceMemory('key').recall('#/here')).toBeUndefined()
  vi.stubGlobal('sessionStorage', undefined)
  const memory = new DeviceMemory('key')
  expect(() => memory.keep(document([1]))).not.toThrow()
})
