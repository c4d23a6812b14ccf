// What the conductor requests from the worker and when, and how a death, a far scrub back and a pause change that.
import { beforeEach, describe, expect, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import { FakeClock, fakeWorkers } from '../worker/testing/fakeWorkers.ts'
import type { Chunk, Reply, Request } from '../worker/protocol.ts'
import { createConductor, type Conductor } from './createConductor.ts'
import { Race } from './race.ts'

const bowl: DescentExperiment = completed({
  objective: { kind: 'quadratic', curvature: [1, 4] },
  steps: 100,
  runs: [
    { optimizer: 'gd', alpha: 0.1 },
    { optimizer: 'momentum', alpha: 0.1 },
  ],
})

interface State {
  readonly experiment: DescentExperiment
  readonly preset: object
  readonly view: { readonly smoothing: number; readonly at: number }
}

const workers = fakeWorkers<Request, Reply>()
let clock: FakeClock
let state: State
let listener: (now: State, before: State) => void
let cursor: { target: number }
let race: Race
let retry: (() => void) | undefined
let faults: string[]
let conductor: Conductor

function change(next: Partial<State>): void {
  const before = state
  state = { ...state, ...next }
  listener(state, before)
}

/** Returns the newest worker's requests in short form: `open 1`, `advance 1`. */
const asked = () =>
  workers.latest.posted.map((request) => ('run' in request ? `${request.type} ${request.run}` : request.type))
const since = (before: number) => asked().slice(before)

function rowsOf(run: number, from: number, to: number, done = false): Chunk {
  const width = 5
  const rows = new Float64Array(1 << 14)
  for (let step = from; step <= to; step++) rows[(step - from) * width] = step
  const state = { step: to, w: new Float64Array(2), average: 0, power: 1, hash: [1, 2] }
  return {
    type: 'chunk',
    run,
    buffer: rows.buffer,
    rows: to - from + 1,
    width,
    step: to,
    stepsPerEpoch: 1,
    slots: [],
    done,
    progress: 1,
    seconds: 0.01,
    state: state as never,
  }
}

beforeEach(() => {
  workers.started.length = 0
  clock = new FakeClock()
  state = { experiment: bowl, preset: {}, view: { smoothing: 0.9, at: 0 } }
  cursor = { target: 100 }
  race = new Race()
  retry = undefined
  faults = []
  conductor = createConductor({
    spawn: workers.spawn,
    clock,
    document: {
      getState: () => state,
      subscribe(follow) {
        listener = follow
        return () => {}
      },
    },
    cursor,
    race,
    computing: { data: undefined, steps: [], halted: false },
    requestDraw: () => {},
    stopped: (again) => (retry = again),
  })
  conductor.conduct((fault) => faults.push(fault))
})

describe('requests', () => {
  test('the objective is sent once, and each run is opened and requested', () => {
    expect(asked()).toEqual(['objective', 'open 1', 'open 2', 'advance 1', 'advance 2'])
  })

  test('a run with rows has two requests in flight, and one buffer is reserved for a run without rows', () => {
    workers.latest.answer(rowsOf(1, 0, 10))
    expect(since(5)).toEqual(['advance 1', 'advance 1'])
    workers.latest.answer(rowsOf(2, 0, 10))
    // Three requests are in flight, and the fourth buffer is reserved.
    expect(since(7)).toEqual(['advance 2'])
    change({ experiment: { ...bowl, runs: [...bowl.runs, { ...bowl.runs[0], alpha: 0.2 }] } })
    expect(since(8)).toEqual(['open 3', 'advance 3'])
  })

  test('a finished run gets no more requests', () => {
    workers.latest.answer(rowsOf(1, 0, 100, true))
    workers.latest.answer(rowsOf(2, 0, 100, true))
    const before = asked().length
    conductor.ask()
    expect(asked()).toHaveLength(before)
    expect(conductor.arrived()).toBe(true)
  })

  test('rows are requested as far ahead as scrubbing needs', () => {
    change({ experiment: { ...bowl, steps: 1_000_000 } })
    cursor.target = 0
    const [first, second] = conductor.runHandles.map(({ request }) => request.run)
    workers.latest.answer(rowsOf(first, 0, 10))
    workers.latest.answer(rowsOf(second, 0, 10))
    // Reply to everything in flight with steps far ahead of the cursor.
    for (let i = 0; i < 8; i++) workers.latest.answer({ ...rowsOf(first, 11, 12), step: 30_000 })
    for (let i = 0; i < 8; i++) workers.latest.answer({ ...rowsOf(second, 11, 12), step: 30_000 })
    const before = asked().length
    conductor.ask()
    expect(asked()).toHaveLength(before)
    cursor.target = 20_000
    conductor.ask()
    expect(since(before).every((request) => request.startsWith('advance'))).toBe(true)
    expect(asked().length).toBeGreaterThan(before)
  })

  test('a paused run gets no requests until it continues', () => {
    conductor.halt(true)
    const before = asked().length
    workers.latest.answer(rowsOf(1, 0, 10))
    expect(asked()).toHaveLength(before)
    conductor.halt(false)
    expect(since(before)).toContain('advance 1')
  })

  test('a changed run is reopened and the other keeps its rows; late rows of the closed one are dropped', () => {
    workers.latest.answer(rowsOf(1, 0, 10))
    workers.latest.answer(rowsOf(2, 0, 10))
    const kept = race.traces[1]
    const before = asked().length
    change({ experiment: { ...bowl, runs: [{ ...bowl.runs[0], alpha: 0.2 }, bowl.runs[1]] } })
    expect(since(before)).toContain('open 3')
    expect(since(before)).toContain('close 1')
    expect(race.traces[1]).toBe(kept)
    const { length } = race.traces[0]!
    workers.latest.answer(rowsOf(1, 11, 20))
    expect(race.traces[0]).toHaveLength(length)
    expect(race.traces[0]!.outdated).toBe(true)
    workers.latest.answer(rowsOf(3, 0, 4))
    expect(race.traces[0]!.outdated).toBe(false)
    expect(race.traces[0]!.lastStep).toBe(4)
  })

  test('old rows stay for a moment while a slider is dragged, and no longer', () => {
    workers.latest.answer(rowsOf(1, 0, 10))
    workers.latest.answer(rowsOf(2, 0, 10))
    change({ experiment: { ...bowl, objective: { ...bowl.objective, curvature: [1, 5] } as never } })
    expect(race.traces.map((trace) => trace?.outdated)).toEqual([true, true])
    expect(race.isThere).toBe(false)
    clock.pass(99)
    expect(race.traces).not.toContain(undefined)
    clock.pass(1)
    expect(race.traces).toEqual([undefined, undefined])
    workers.latest.answer(rowsOf(3, 0, 4))
    workers.latest.answer(rowsOf(4, 0, 4))
    expect(race.isThere).toBe(true)
  })

  test.each([
    ['another objective', { experiment: { ...bowl, objective: { kind: 'rosenbrock' } as never } }],
    ['another step of a lesson', { view: { smoothing: 0.9, at: 1 }, experiment: { ...bowl, seed: 2 } }],
    ['another route', { preset: {}, experiment: { ...bowl, seed: 2 } }],
    ['another number of runs', { experiment: { ...bowl, seed: 2, runs: bowl.runs.slice(1) } }],
  ])('after %s no old row is drawn or read', (_, next) => {
    workers.latest.answer(rowsOf(1, 0, 10))
    workers.latest.answer(rowsOf(2, 0, 10))
    change(next)
    expect(race.traces.every((trace) => trace === undefined)).toBe(true)
    expect(race.traces).toHaveLength(state.experiment.runs.length)
  })

  test('a new name computes nothing', () => {
    const before = asked().length
    change({ experiment: { ...bowl, runs: [{ ...bowl.runs[0], name: 'Mine' }, bowl.runs[1]] } })
    expect(asked()).toHaveLength(before)
  })
})

describe('a scrub far back', () => {
  test('computes the step from the snapshot before it, between two ordinary requests', () => {
    workers.latest.answer(rowsOf(1, 0, 40))
    workers.latest.answer(rowsOf(1, 41, 60))
    const [handle] = conductor.runHandles
    let row: Chunk | undefined
    conductor.recomputeStep(handle, 50, (chunk) => (row = chunk))
    const open = workers.latest.posted.findLast((request) => request.type === 'open')!
    expect(open).toMatchObject({ run: 3, stride: 1, skipTo: 50, until: 50, from: { step: 40 } })
    for (let i = 0; i < 3; i++) workers.latest.answer(rowsOf(2, 10 * i, 10 * i + 9))
    expect(asked()).toContain('advance 3')
    workers.latest.answer(rowsOf(3, 50, 50, true))
    expect(row).toMatchObject({ step: 50, rows: 1 })
    expect(asked()).toContain('close 3')
  })

  test('is canceled when the experiment changes', () => {
    workers.latest.answer(rowsOf(1, 0, 40))
    let answers = 0
    conductor.recomputeStep(conductor.runHandles[0], 20, (chunk) => {
      answers++
      expect(chunk).toBeUndefined()
    })
    change({ experiment: { ...bowl, steps: 50 } })
    expect(answers).toBe(1)
  })
})

describe('a lost worker', () => {
  test('is replaced, and its runs continue from their newest states without repeating rows', () => {
    workers.latest.answer(rowsOf(1, 0, 10))
    workers.latest.die()
    clock.pass(0)
    expect(workers.started).toHaveLength(2)
    expect(conductor.restarts).toBe(1)
    expect(asked().slice(0, 3)).toEqual(['objective', 'open 1', 'open 2'])
    expect(workers.latest.posted[1]).toMatchObject({ from: { step: 10 }, skipTo: 11 })
    expect(workers.latest.posted[2]).toMatchObject({ from: undefined, skipTo: 0 })
    expect(asked()).toContain('advance 1')
    expect(asked()).toContain('advance 2')
  })

  test('is replaced after silence too, although frames keep requesting', () => {
    for (let i = 0; i < 60; i++) {
      clock.pass(100)
      conductor.ask()
    }
    expect(conductor.restarts).toBe(1)
  })

  test('is not noticed without requests', () => {
    workers.latest.answer(rowsOf(1, 0, 100, true))
    workers.latest.answer(rowsOf(2, 0, 100, true))
    clock.pass(60_000)
    expect(conductor.restarts).toBe(0)
  })

  test('is given up after three losses in a row; “Try again” requests the current document', () => {
    for (let i = 0; i < 4; i++) {
      workers.latest.die()
      clock.pass(2000)
    }
    expect(retry).toBeDefined()
    clock.pass(60_000)
    expect(workers.started).toHaveLength(4)
    expect(race.traces.every((trace) => trace === undefined)).toBe(true)
    change({ experiment: { ...bowl, steps: 7 } })
    retry!()
    expect(workers.started).toHaveLength(5)
    expect(asked()).toEqual(['objective', 'open 3', 'open 4', 'advance 3', 'advance 4'])
    expect(workers.latest.posted[1]).toMatchObject({ race: { steps: 7 } })
  })

  test('gives a pending network query no result', async () => {
    const result = conductor.query({ w: new Float64Array(1) })
    workers.latest.die()
    clock.pass(0)
    expect(await result).toMatchObject({ there: false })
  })
})

test('a run that cannot be computed is reported, and the others continue', () => {
  workers.latest.answer({ type: 'failed', run: 1, message: 'no such thing', buffer: new ArrayBuffer(8) })
  expect(faults).toEqual(['no such thing'])
  workers.latest.answer(rowsOf(2, 0, 10))
  expect(asked().slice(-2)).toEqual(['advance 2', 'advance 2'])
})

test('recomputing closes every run and reopens it from its start', () => {
  workers.latest.answer(rowsOf(1, 0, 10))
  const before = asked().length
  conductor.recompute()
  // Three buffers are still in flight.
  expect(since(before)).toEqual(['close 1', 'close 2', 'open 3', 'open 4', 'advance 3'])
})

test('two conductors run independently', () => {
  const other = new Race()
  const second = fakeWorkers<Request, Reply>()
  createConductor({
    spawn: second.spawn,
    clock,
    document: { getState: () => state, subscribe: () => () => {} },
    cursor: { target: 5 },
    race: other,
    computing: { data: undefined, steps: [], halted: false },
    requestDraw: () => {},
    stopped: () => {},
  }).conduct(() => {})
  second.latest.answer(rowsOf(1, 0, 5))
  expect(other.traces[0]).toHaveLength(6)
  expect(race.traces[0]).toBeUndefined()
})
