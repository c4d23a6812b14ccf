// Each rule of the gallery does what its sentence says, in the race that its link opens.
import { expect, test } from 'vitest'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { compareRuns } from '../../engine/language/compare.ts'
import { exerciseKeys, exerciseSolution } from '../../engine/language/exercises.ts'
import { column } from '../../engine/row.ts'
import { Run } from '../../engine/run.ts'
import { experimentFrom } from '../../document/link.ts'
import { playground } from '../../labs/descent/preset.ts'
import { experimentOf, gallery, linkTo } from './gallery.ts'
import { raceOf } from './raceOf.ts'

const preset = playground.experiment

interface Path {
  readonly J: readonly number[]
  readonly w: readonly (readonly [number, number])[]
  readonly divergedAt: number | undefined
}

function pathOf(experiment: DescentExperiment, index: number): Path {
  const run = new Run(experiment, index, { detail: 'weights' })
  const { width, steps } = run
  const rows = new Float64Array((steps + 1) * width)
  const count = run.advance(rows, steps + 1)
  const each = <T>(read: (from: number) => T): T[] => Array.from({ length: count }, (_, i) => read(i * width))
  return {
    J: each((from) => rows[from + column.cost]),
    w: each((from) => [rows[from + column.theta], rows[from + column.theta + 1]] as const),
    divergedAt: run.divergedAt,
  }
}

/** Returns the paths of an example: its own rule's, then the others'. */
function race(id: string): readonly Path[] {
  const experiment = experimentOf(gallery.find((example) => example.id === id)!)
  return experiment.runs.map((_, index) => pathOf(experiment, index))
}

const moves = ({ w }: Path): (readonly [number, number])[] =>
  w.slice(1).map(([x, y], i) => [x - w[i][0], y - w[i][1]] as const)

/** Returns the step from which J stays below. */
const settled = ({ J }: Path, below: number): number => J.findLastIndex((cost) => !(cost < below)) + 1

test('there are five', () => expect(gallery).toHaveLength(5))

test.each(gallery.map((example) => [example.id, example] as const))(
  'the link of %s opens its race',
  (_, example) => {
    const link = linkTo(example, preset)
    expect(link.startsWith('#/playground?')).toBe(true)
    const { experiment, notices } = experimentFrom(link.slice('#/playground?'.length), preset)
    expect(notices).toEqual([])
    expect(experiment).toEqual(experimentOf(example))
    expect((experiment as DescentExperiment).runs[0].optimizer).toBe('rule')
  },
)

test('sign descent moves by α along each axis, and ends hopping around the minimum', () => {
  const [sign] = race('sign')
  for (const move of moves(sign)) for (const part of move) expect(Math.abs(part)).toBeCloseTo(0.1, 12)
  const end = sign.w.slice(-50)
  for (const place of end) for (const part of place) expect(Math.abs(part)).toBeLessThan(0.1)
  expect(new Set(end.map(([x]) => Math.sign(x))).size).toBe(2)
})

test('clipping keeps a step within α times the limit, and comes down where gradient descent diverges', () => {
  const [clipped, plain] = race('clipping')
  expect(plain.divergedAt).toBeLessThanOrEqual(3)
  for (const move of moves(clipped)) expect(Math.hypot(...move)).toBeLessThan(0.02 * (1 + 1e-12))
  expect(clipped.divergedAt).toBeUndefined()
  expect(clipped.w.at(-1)![0]).toBeCloseTo(3, 1)
  expect(clipped.w.at(-1)![1]).toBeCloseTo(0.5, 1)
})

test('restarted momentum stays below J = 0.001 after half as many steps', () => {
  const [restarted, plain] = race('restart')
  expect(settled(restarted, 0.001)).toBeLessThanOrEqual(settled(plain, 0.001) / 2)
  const overshoot = ({ w }: Path): number => Math.max(...w.map(([x]) => x))
  expect(overshoot(restarted)).toBeLessThan(overshoot(plain))
})

test('Adam without S is momentum with bias correction, to the last bit', () => {
  const experiment = experimentOf(gallery.find(({ id }) => id === 'withoutS')!)
  const [own, adam, momentum] = experiment.runs
  expect(compareRuns(experiment, own, momentum)).toEqual({ same: true, steps: 200 })
  expect(compareRuns(experiment, own, { ...adam, alpha: own.alpha })).toMatchObject({ same: false, step: 1 })
})

test('a warm restart ends its period with less than a third of the cost', () => {
  const [warm, constant] = race('warmRestart')
  expect(warm.J[200]).toBeLessThan(constant.J[200] / 3)
  const steps = moves(warm).map((move) => Math.hypot(...move))
  // The last steps of a period are tiny, the first of the next is not.
  for (const end of [50, 100, 150]) expect(steps[end - 1]).toBeLessThan(steps[end] / 20)
})

test.each(exerciseKeys)('a solved exercise on %s opens a race on the path of the built-in rule', (key) => {
  const [route, search] = raceOf(key, `# 100%, w; b: c\n${exerciseSolution(key)}`).split('?')
  expect(route).toBe('#/playground')
  const read = experimentFrom(search, preset)
  expect(read.notices).toEqual([])
  const experiment = read.experiment as DescentExperiment
  expect(experiment.runs[0].rule).toContain('# 100%, w; b: c\n')
  const [own, builtIn] = [0, 1].map((index) => pathOf(experiment, index))
  own.w.forEach(([w, b], i) => {
    expect(w).toBeCloseTo(builtIn.w[i][0], 9)
    expect(b).toBeCloseTo(builtIn.w[i][1], 9)
  })
  expect(own.J.at(-1)).toBeLessThan(own.J[0] / 10)
})
