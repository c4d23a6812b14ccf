import { beforeEach, expect, it, vi } from 'vitest'
import { column } from '../../engine/row.ts'
import { completed } from '../../engine/validate.ts'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { changeExperiment, openDocument, plainView, useExperiment } from '../../state/experiment.ts'
import { experimentFrom, linkOf } from '../../document/link.ts'
import { onLook, type Look } from '../../document/look.ts'
import { cursor } from '../../state/playback.ts'
import { momentNow } from '../../state/moment.ts'
import { race, Trace } from '../../state/traces.ts'
import { computeRace } from '../../engine/computeRace.ts'
import { openPins, pinPresent, removePin, usePins } from './pins.ts'
import { pinText } from './pinsPart.ts'

const experiment = completed({
  objective: { kind: 'quadratic', curvature: [1, 20] },
  start: [-8, 1.5],
  steps: 40,
  runs: [
    { optimizer: 'gd', alpha: 0.05 },
    { optimizer: 'momentum', alpha: 0.02 },
  ],
})
vi.stubGlobal('requestAnimationFrame', () => 1)
const pins = () => usePins.getState().pins
let look: Look

/** Fills the race of an experiment as the worker would. */
function shown(now: DescentExperiment): void {
  race.traces = computeRace(now).map(({ rows, width, length, dimension }) => {
    const shape = { width, detail: 'full', dimension, slots: [], stepsPerEpoch: 1, rowsAtMost: 1000 } as const
    const trace = new Trace(shape)
    trace.append(rows, length)
    return trace
  })
}

beforeEach(() => {
  openDocument({ experiment, view: plainView })
  onLook((said) => (look = said))
  shown(experiment)
  cursor.step = cursor.target = 30
  if (pins().length > 0) pinPresent()
  for (const pin of pins()) removePin(pin)
})

it('pins what is visible up to the cursor, and writes it to the address', () => {
  pinPresent()
  const [{ runs }] = pins()
  const [gd] = computeRace(experiment)
  expect(runs.map(({ path }) => path.length)).toEqual([62, 62])
  expect(runs[0].path[60]).toBe(gd.rows[30 * gd.width + column.theta])
  expect(Array.from(runs[0].costs.slice(0, 2))).toEqual([0, gd.rows[column.cost]])
  expect(look.ghosts).toEqual([pins()[0].search])
})

it('opens a pinned race from its link with the same bits', () => {
  changeExperiment('alpha', (before) => ({ ...before, runs: [{ ...before.runs[0], alpha: 0.08 }] }))
  shown(useExperiment.getState().experiment)
  pinPresent()
  const [pinned] = pins()
  const link = linkOf(experiment, experiment, { ghosts: [pinned.search], tilt: [40, 20] })
  openPins([])
  const { view, notices } = experimentFrom(link, experiment)
  expect([notices, view.tilt]).toEqual([[], [40, 20]])
  openPins(view.ghosts!)
  expect(pins()).toEqual([pinned])
})

it('holds three, and one more press without a change removes all', () => {
  for (const step of [5, 10, 15, 20]) {
    cursor.step = cursor.target = step
    pinPresent()
  }
  expect(pins().map(({ runs }) => runs[0].path.length / 2 - 1)).toEqual([10, 15, 20])
  pinPresent()
  expect(pins()).toEqual([])
  expect(look.ghosts).toBeUndefined()
})

it('shows the values that changed, or “before” if none did', () => {
  pinPresent()
  const [pin] = pins()
  expect(pinText(pin, 0)).toBe('before')
  changeExperiment('alpha', (before) => ({
    ...before,
    objective: { ...before.objective, curvature: [1, 40] } as typeof before.objective,
    runs: [{ ...before.runs[0], alpha: 0.03 }, before.runs[1]],
  }))
  expect(pinText(pin, 0)).toBe('α 0.05 · κ 20')
  expect(pinText(pin, 1)).toBe('κ 20')
})

it('disappears with another kind of objective or another document', () => {
  pinPresent()
  changeExperiment('kind', () => completed({ objective: { kind: 'saddle' }, runs: experiment.runs }))
  expect(pins()).toEqual([])
  openDocument({ experiment, view: plainView })
  shown(experiment)
  pinPresent()
  openDocument({ experiment, view: plainView })
  expect(pins()).toEqual([])
})

it('refuses a fourth ghost and a tilt beyond its range in a link', () => {
  const four = ['step=1', 'step=2', 'step=3', 'step=4'].map((one) => `ghost=${encodeURIComponent(one)}`)
  const read = experimentFrom([...four, 'tilt=80'].join('&'), experiment)
  expect(read.view.ghosts).toHaveLength(3)
  expect(read.notices.map(({ parameter }) => parameter)).toEqual(['ghost', 'tilt'])
})

it('pins the moment of the key press, even if its part comes after a change', () => {
  const moment = momentNow()
  changeExperiment('alpha', (before) => ({ ...before, runs: [{ ...before.runs[0], alpha: 0.08 }] }))
  shown(useExperiment.getState().experiment)
  cursor.step = cursor.target = 3
  pinPresent(moment)
  const [{ experiment: pinned, runs }] = pins()
  expect(pinned.runs.map(({ alpha }) => alpha)).toEqual([0.05, 0.02])
  expect(runs.map(({ path }) => path.length)).toEqual([62, 62])
})
