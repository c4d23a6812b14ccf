// Time: what play, pause and a scrub do to the cursor. It never runs ahead of the rows, nor beyond an open prediction.
import { beforeEach, expect, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import type { Axis } from './axis.ts'
import { createPlayback, loopRest, type Playback } from './createPlayback.ts'
import { Race, Trace } from './race.ts'

const experiment: DescentExperiment = completed({
  objective: { kind: 'bowl', m: 64 },
  batchSize: 16,
  steps: 100,
  runs: [
    { optimizer: 'gd', alpha: 0.1 },
    { optimizer: 'gd', alpha: 0.1, batchSize: 64, steps: 25 },
  ],
})
let race: Race
let axis: Axis
let draws: number
let playback: Playback

/** Adds rows of a run up to a step. */
function come(run: number, to: number): void {
  const trace = (race.traces[run] ??= new Trace({
    width: 4,
    detail: 'costs',
    dimension: 0,
    slots: [],
    stepsPerEpoch: 4,
    rowsAtMost: 1000,
  }))
  const from = trace.lastStep + 1
  const rows = new Float64Array((to - from + 1) * 4)
  for (let step = from; step <= to; step++) rows[(step - from) * 4] = step
  trace.append(rows, to - from + 1)
  trace.done = to === (run === 0 ? 100 : 25)
}

beforeEach(() => {
  race = new Race()
  axis = 'step'
  draws = 0
  playback = createPlayback({
    document: { getState: () => ({ experiment, view: { axis } }) },
    race,
    requestDraw: () => draws++,
  })
  race.traces = [undefined, undefined]
})

const both = (to: number): void => {
  come(0, to)
  come(1, Math.min(25, to))
}

test('plays at its speed, a frame at a time, and stops at the last step', () => {
  both(100)
  playback.setSpeed(20)
  playback.play()
  playback.advanceCursor(1000)
  expect(playback.cursor.step).toBe(0)
  for (let now = 1050; now <= 2000; now += 50) playback.advanceCursor(now)
  expect(playback.cursor.step).toBe(20)
  // After a late frame the cursor moves by at most a tenth of a second.
  playback.advanceCursor(60_000)
  expect(playback.cursor.step).toBe(22)
  playback.setSpeed(Infinity)
  playback.advanceCursor(60_016)
  expect(playback.cursor.step).toBe(100)
  expect(playback.usePlayback.getState().playing).toBe(false)
})

test('a pause stops at the shown step and requests no more', () => {
  both(30)
  playback.setSpeed(Infinity)
  playback.play()
  playback.advanceCursor(1000)
  expect(playback.cursor).toEqual({ step: 30, target: 100 })
  playback.pause()
  expect(playback.cursor).toEqual({ step: 30, target: 30 })
  come(0, 100)
  playback.advanceCursor(1016)
  expect(playback.cursor.step).toBe(30)
})

test('time does not run ahead of the rows of any run', () => {
  come(0, 60)
  come(1, 10)
  expect(playback.available()).toBe(10)
  playback.moveTo(50)
  expect(playback.cursor).toEqual({ step: 10, target: 50 })
  come(1, 25)
  playback.advanceCursor(1000)
  expect(playback.cursor.step).toBe(50)
})

test('before there are rows there is step 0', () => {
  playback.moveTo(40)
  playback.advanceCursor(1000)
  expect(playback.cursor).toEqual({ step: 0, target: 40 })
})

test('an open prediction holds time, however it is moved', () => {
  both(100)
  playback.holdAt(12)
  playback.seek(80)
  expect(playback.cursor.step).toBe(12)
  playback.moveTo(0)
  playback.setSpeed(Infinity)
  playback.play()
  playback.advanceCursor(1000)
  expect(playback.cursor.step).toBe(12)
  playback.holdAt()
  playback.seek(80)
  expect(playback.cursor.step).toBe(80)
})

test('play at the end begins at the start, and “again” does from anywhere', () => {
  both(100)
  playback.seek(100)
  playback.play()
  expect(playback.cursor.step).toBe(0)
  playback.seek(40)
  expect(playback.usePlayback.getState().playing).toBe(false)
  playback.playAgain()
  expect(playback.cursor.step).toBe(0)
  expect(playback.usePlayback.getState().playing).toBe(true)
})

test('on the axis of examples each run is where it has read equally many', () => {
  both(100)
  axis = 'examples'
  playback.seek(40)
  expect([playback.stepOf(0), playback.stepOf(1)]).toEqual([40, 10])
  playback.seekStepOf(1, 3)
  expect(playback.cursor.step).toBe(12)
})

test('draws only while something changes', () => {
  both(100)
  playback.seek(10)
  draws = 0
  playback.advanceCursor(1000)
  expect(draws).toBe(0)
  playback.play()
  playback.advanceCursor(1016)
  expect(draws).toBe(2)
})

test('a loop rests at its end and begins again, but never while a prediction holds it', () => {
  both(100)
  playback.usePlayback.setState({ loop: true, speed: Infinity })
  playback.play()
  playback.advanceCursor(1000)
  expect(playback.cursor.step).toBe(100)
  playback.advanceCursor(1000 + loopRest - 1)
  expect([playback.cursor.step, playback.usePlayback.getState().playing]).toEqual([100, true])
  playback.advanceCursor(1000 + loopRest)
  expect(playback.cursor.step).toBe(0)
  playback.pause()
  playback.holdAt(30)
  playback.play()
  playback.advanceCursor(9000)
  expect([playback.cursor.step, playback.usePlayback.getState().playing]).toEqual([30, false])
})

test('a reveal plays from the state before it to its end in time, and keeps the speed', () => {
  both(100)
  playback.setSpeed(1)
  playback.playTo(10, 60, 5)
  expect(playback.cursor.step).toBe(10)
  let now = 0
  for (; playback.usePlayback.getState().playing && now < 20_000; now += 50) playback.advanceCursor(now)
  expect(playback.cursor.step).toBe(60)
  expect(now).toBeGreaterThan(4900)
  expect(now).toBeLessThan(5200)
  expect(playback.usePlayback.getState().speed).toBe(1)
  // What lands there does not hold time there.
  playback.play()
  playback.setSpeed(Infinity)
  playback.advanceCursor(now)
  expect(playback.cursor.step).toBe(100)
})

test('a reveal that is skipped or has nothing to play is at its end at once', () => {
  both(100)
  playback.playTo(10, 60, 5)
  playback.moveTo(60)
  playback.pause()
  playback.moveTo(90)
  expect(playback.cursor.step).toBe(90)
  playback.playTo(0, 0, 5)
  expect(playback.usePlayback.getState().playing).toBe(false)
  expect(playback.cursor.step).toBe(0)
})
