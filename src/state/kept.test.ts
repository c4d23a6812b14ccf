// Stored experiments are never lost: not on a full device, not because of a wrong file, not in a round trip through a
// file.
import { expect, test } from 'vitest'
import { validate } from '../engine/validate.ts'
import { createKeeping, type KeptExperiment, type Shelf } from './kept.ts'
import { readKept, writeKept } from './keptFile.ts'

const read = (steps: number) => {
  const result = validate({
    version: 1,
    lab: 'descent',
    objective: { kind: 'himmelblau' },
    steps,
    runs: [{ optimizer: 'adam', alpha: 0.2 }],
  })
  if (!result.ok) throw new Error('not an experiment')
  return result.experiment
}
const kept = (id: string, date = '2026-01-01T00:00:00.000Z'): KeptExperiment => ({
  id,
  name: `the ${id}`,
  note: 'two\nlines',
  date,
  experiment: read(30),
  step: 12,
})

/** A shelf of limited size. */
function shelfOf(room: number): Shelf & { readonly held: Map<string, KeptExperiment> } {
  const held = new Map<string, KeptExperiment>()
  return {
    held,
    all: () => Promise.resolve([...held.values()]),
    put: (one) => {
      if (!held.has(one.id) && held.size >= room)
        return Promise.reject(new DOMException('', 'QuotaExceededError'))
      held.set(one.id, one)
      return Promise.resolve()
    },
    remove: (id) => Promise.resolve(void held.delete(id)),
  }
}
const ids = async (keeping: ReturnType<typeof createKeeping>) => (await keeping.all()).map(({ id }) => id)

test('a full device keeps what it has; the page keeps the rest and is told once', async () => {
  const shelf = shelfOf(1)
  const keeping = createKeeping(() => Promise.resolve(shelf))
  expect(await keeping.put(kept('first', '2026-01-01'))).toBe(true)
  expect(await keeping.put(kept('second', '2026-01-02'))).toBe(false)
  expect(await keeping.put(kept('third', '2026-01-03'))).toBe(true)
  expect(await ids(keeping)).toEqual(['third', 'second', 'first'])
  expect([...shelf.held.keys()]).toEqual(['first'])
  await keeping.remove('first')
  // There is space again, so the next one goes to the device.
  expect(await keeping.put(kept('second', '2026-01-02'))).toBe(true)
  expect([...shelf.held.keys()]).toEqual(['second'])
  expect(await ids(keeping)).toEqual(['third', 'second'])
})

test('without a database the page keeps them', async () => {
  const keeping = createKeeping(() => Promise.reject(new Error('denied')))
  expect(await keeping.put(kept('first'))).toBe(false)
  expect(await ids(keeping)).toEqual(['first'])
  await keeping.remove('first')
  expect(await ids(keeping)).toEqual([])
})

test('all experiments return from their file, with new ids', () => {
  let count = 0
  const own = [kept('first'), { ...kept('second'), picture: 'data:image/png;base64,AAAA' }]
  const back = readKept(writeKept(own), 'now', () => `new${++count}`)
  expect(back).toEqual({
    ok: true,
    experiments: [
      { ...own[0], id: 'new1' },
      { ...own[1], id: 'new2' },
    ],
  })
})

test('an experiment file alone is one experiment without a name', () => {
  const back = readKept(JSON.stringify(read(7)), '2026-02-02T00:00:00Z', () => 'a')
  expect(back).toEqual({
    ok: true,
    experiments: [{ id: 'a', name: '', note: '', date: '2026-02-02T00:00:00Z', experiment: read(7) }],
  })
})

test('a wrong file is refused by its field, and a malicious one changes nothing', () => {
  const fault = (value: unknown): string => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const back = readKept(text, 'now', () => 'a')
    return back.ok ? 'read' : back.fault.en
  }
  expect(fault('{')).toMatch(/^file: /)
  expect(fault({ experiments: [] })).toMatch(/^kind: /)
  expect(fault({ kind: 'experiments', experiments: 3 })).toMatch(/^experiments: /)
  expect(fault({ kind: 'experiments', experiments: [{ experiment: { ...read(3), steps: -1 } }] })).toMatch(
    /^experiments\[0\]\.experiment\.steps: /,
  )
  const back = readKept(
    JSON.stringify({
      kind: 'experiments',
      experiments: [
        {
          name: `a\u202eb${'x'.repeat(500)}`,
          note: 7,
          date: 'never',
          step: -3,
          picture: 'https://elsewhere.org/x.png',
          experiment: read(3),
        },
      ],
    }),
    'now',
    () => 'a',
  )
  if (!back.ok) throw new Error(back.fault.en)
  const [one] = back.experiments
  expect(one).toEqual({
    id: 'a',
    name: expect.stringMatching(/^a bx{77}$/),
    note: '',
    date: 'now',
    experiment: read(3),
  })
})
