// A worker's death, error and silence take the same path: it is replaced after growing delays, given up after three,
// and retried on demand.
import { beforeEach, expect, test } from 'vitest'
import { FakeClock, fakeWorkers } from './testing/fakeWorkers.ts'
import { WorkerHost } from './workerHost.ts'

const workers = fakeWorkers<string, string>()
let clock: FakeClock
let asked: boolean
let told: string[]
let host: WorkerHost<string, string>

beforeEach(() => {
  workers.started.length = 0
  clock = new FakeClock()
  asked = false
  told = []
  host = new WorkerHost<string, string>(
    workers.spawn,
    {
      received: (reply) => told.push(reply),
      restarted: () => told.push('restarted'),
      failed: () => told.push('failed'),
      isAsked: () => asked,
    },
    { patience: 1000, clock },
  )
  host.start()
})

test('a worker that cannot be loaded is retried three times with growing delays', () => {
  workers.latest.die()
  clock.pass(0)
  expect(workers.started).toHaveLength(2)
  workers.latest.die()
  clock.pass(399)
  expect(workers.started).toHaveLength(2)
  clock.pass(1)
  expect(workers.started).toHaveLength(3)
  workers.latest.die()
  clock.pass(1599)
  expect(workers.started).toHaveLength(3)
  clock.pass(1)
  expect(told).toEqual(['restarted', 'restarted', 'restarted'])
  workers.latest.die()
  expect(told.at(-1)).toBe('failed')
  host.start()
  clock.pass(60_000)
  expect(workers.started).toHaveLength(4)
})

test('“Try again” restarts with as many attempts', () => {
  for (let i = 0; i < 4; i++) {
    workers.latest.die()
    clock.pass(2000)
  }
  told = []
  host.retry()
  expect(told).toEqual(['restarted'])
  workers.latest.answer('hello')
  expect(told).toEqual(['restarted', 'hello'])
  for (let i = 0; i < 4; i++) {
    workers.latest.die()
    clock.pass(2000)
  }
  expect(told.at(-1)).toBe('failed')
  expect(workers.started).toHaveLength(8)
})

test('a worker that answered and lived for a while resets the count of losses', () => {
  for (let i = 0; i < 10; i++) {
    workers.latest.answer('row')
    clock.pass(6000)
    workers.latest.die()
    clock.pass(0)
  }
  expect(host.restarts).toBe(10)
  expect(host.hasFailed).toBe(false)
})

test('a silent worker is lost, an idle one is not', () => {
  clock.pass(5000)
  expect(host.restarts).toBe(0)
  asked = true
  host.post('question')
  host.expect()
  clock.pass(999)
  workers.latest.answer('still here')
  host.expect(false)
  clock.pass(999)
  expect(host.restarts).toBe(0)
  clock.pass(1)
  expect(host.restarts).toBe(1)
  expect(workers.started[0].isAlive).toBe(false)
})

test('a factory that throws counts as a death', () => {
  const refused = new WorkerHost<string, string>(
    () => {
      throw new DOMException('sandboxed', 'SecurityError')
    },
    { received() {}, restarted() {}, failed: () => told.push('failed'), isAsked: () => false },
    { patience: 1000, clock },
  )
  refused.start()
  clock.pass(10_000)
  expect(told).toEqual(['failed'])
})

test('messages of a replaced or closed worker are ignored', () => {
  const [first] = workers.started
  first.die()
  clock.pass(0)
  first.answer('late')
  host.close()
  workers.latest.answer('late')
  workers.latest.die()
  clock.pass(5000)
  expect(told).toEqual(['restarted'])
  expect(workers.started).toHaveLength(2)
})
