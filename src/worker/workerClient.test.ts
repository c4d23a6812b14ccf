// What every client relies on: the newest question wins in its lane, a late reply is dropped, a lost question is asked
// again.
import { beforeEach, expect, test } from 'vitest'
import { FakeClock, fakeWorkers } from './testing/fakeWorkers.ts'
import { WorkerClient, type Question } from './workerClient.ts'

interface Ask {
  readonly id: number
  readonly what: string
}
interface Reply {
  readonly id: number
  readonly value?: number
  readonly progress?: number
  readonly fault?: string
}

const workers = fakeWorkers<Ask, Reply>()
let clock: FakeClock
let told: string[]
let retry: (() => void) | undefined
let client: WorkerClient<Ask, Reply>
const posted = () => workers.started.map((worker) => worker.posted.map(({ what }) => what))
const question = (what: string): Question<Ask, Reply> => ({
  request: (generation) => [{ what: `${what}@${generation}` }],
  received: ({ value, progress }) => told.push(`${what} ${value ?? `${progress} done`}`),
  isLast: ({ value }) => value !== undefined,
  refused: (fault) => told.push(`${what}: ${fault}`),
})

beforeEach(() => {
  workers.started.length = 0
  clock = new FakeClock()
  told = []
  retry = undefined
  client = new WorkerClient({
    spawn: workers.spawn,
    patience: 1000,
    failed: (again) => (retry = again),
    closed: () => (retry = undefined),
    clock,
  })
})

test('no worker is started before the first question', () => {
  expect(workers.started).toHaveLength(0)
  client.ask(question('a'))
  expect(posted()).toEqual([['a@1']])
})

test('one question is in flight, the newest waits, those between are dropped', () => {
  for (const what of ['a', 'b', 'c', 'd']) client.ask(question(what))
  expect(posted()).toEqual([['a@1']])
  workers.latest.answer({ id: 1, value: 1 })
  expect(posted()).toEqual([['a@1', 'd@1']])
  workers.latest.answer({ id: 2, value: 2 })
  expect(told).toEqual(['a 1', 'd 2'])
  expect(client.isBusy).toBe(false)
})

test('lanes do not wait for each other', () => {
  client.ask(question('draw'), 'draw')
  client.ask(question('measure'), 'measure')
  client.ask(question('draw again'), 'draw')
  expect(posted()).toEqual([['draw@1', 'measure@1']])
  workers.latest.answer({ id: 2, value: 7 })
  workers.latest.answer({ id: 1, value: 8 })
  expect(told).toEqual(['measure 7', 'draw 8'])
  expect(posted()[0]).toEqual(['draw@1', 'measure@1', 'draw again@1'])
})

test('progress is delivered and ends nothing; a reply to an older question is dropped', () => {
  client.ask(question('a'))
  client.ask(question('b'))
  workers.latest.answer({ id: 1, progress: 0.5 })
  workers.latest.answer({ id: 9, value: 3 })
  expect(told).toEqual(['a 0.5 done'])
  workers.latest.answer({ id: 1, value: 1 })
  workers.latest.answer({ id: 1, value: 1 })
  expect(told).toEqual(['a 0.5 done', 'a 1'])
})

test('after a death the newest question of each lane is asked again of a fresh worker', () => {
  client.ask(question('draw'), 'draw')
  client.ask(question('newer'), 'draw')
  client.ask(question('csv'), 'csv')
  workers.latest.die()
  clock.pass(0)
  expect(posted()).toEqual([
    ['draw@1', 'csv@1'],
    ['newer@2', 'csv@2'],
  ])
  workers.latest.answer({ id: 4, value: 2 })
  expect(told).toEqual(['csv 2'])
})

test('a worker that stays silent is lost; one that shows progress is not', () => {
  client.ask(question('a'))
  clock.pass(900)
  workers.latest.answer({ id: 1, progress: 0.1 })
  clock.pass(900)
  expect(workers.started).toHaveLength(1)
  clock.pass(200)
  expect(workers.started).toHaveLength(2)
})

test('an unanswerable question is refused once, and the next one is asked', () => {
  client.ask(question('a'))
  client.ask(question('b'))
  workers.latest.answer({ id: 1, fault: 'no such surface' })
  expect(told).toEqual(['a: no such surface'])
  expect(posted()).toEqual([['a@1', 'b@1']])
})

test('after giving up, nothing starts until “Try again”, which asks the newest question', () => {
  client.ask(question('a'))
  for (let i = 0; i < 4; i++) {
    workers.latest.die()
    clock.pass(2000)
  }
  expect(retry).toBeDefined()
  client.ask(question('b'))
  clock.pass(60_000)
  expect(workers.started).toHaveLength(4)
  retry!()
  expect(posted()[4]).toEqual(['b@5'])
})

test('closing ends the worker, drops questions and clears the failure', () => {
  client.ask(question('a'))
  for (let i = 0; i < 4; i++) {
    workers.latest.die()
    clock.pass(2000)
  }
  client.close()
  expect(retry).toBeUndefined()
  client.ask(question('b'))
  expect(posted()[4]).toEqual(['b@5'])
  client.close()
  expect(workers.latest.isAlive).toBe(false)
  workers.latest.answer({ id: 5, value: 1 })
  expect(told).toEqual([])
})
