// Two models of a lab live in one process, each with its own worker, and do not disturb each other.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fileURLToPath } from 'node:url'
import type { AveragesExperiment, DescentExperiment, RunSpec } from '../engine/experiment.ts'
import { averagesOf } from '../engine/averages.ts'
import { hashOfRace } from '../engine/computeRace.ts'
import { hexOf, RowHash } from '../engine/hash.ts'
import { cellColumn, cellWidth, Sweep } from '../engine/map.ts'
import { completed } from '../engine/validate.ts'
import { mapOf, withoutCross } from './map/settings.ts'
import { plainView } from '../state/descentDocument.ts'
import { page } from '../state/page.ts'
import { threadsOf, type Threads } from '../worker/testing/threads.ts'
import { createAveragesModel } from './averages/model.ts'
import { createRaceModel } from './descent/model.ts'
import { createMapModel } from './map/model.ts'

const threads = new Map<string, Threads>()
const spawnerOf = (name: string) => () => threads.get(name)!.spawn<never, never>()

beforeAll(async () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 })
  vi.stubGlobal('requestAnimationFrame', (draw: (now: number) => void) =>
    setTimeout(() => draw(performance.now())),
  )
  for (const name of ['runner', 'averages', 'map'])
    threads.set(name, await threadsOf(fileURLToPath(new URL(`../worker/${name}.worker.ts`, import.meta.url))))
}, 60_000)

afterAll(async () => {
  for (const one of threads.values()) await one.end()
})

const raceOf = (kappa: number, alpha: number, runs = 1): DescentExperiment =>
  completed({
    objective: { kind: 'quadratic', curvature: [1, kappa] },
    start: [4, 1],
    steps: 60,
    runs: Array.from({ length: runs }, (): Partial<RunSpec> => ({ optimizer: 'gd', alpha })),
  })

test('two races have their own document, undo, time, rows and hash', async () => {
  const experiments = [raceOf(10, 0.1), raceOf(40, 0.02, 2)]
  const models = experiments.map((experiment) => {
    const model = createRaceModel(spawnerOf('runner'))
    model.document.openDocument({ experiment, view: plainView })
    model.start()
    model.playback.moveTo(60)
    return model
  })
  const [one, other] = models
  await Promise.all(models.map((model) => model.ready()))
  await vi.waitFor(() => expect(models.map((model) => model.step())).toEqual([60, 60]), 20_000)
  expect(models.map(({ race }) => race.traces.map((trace) => trace?.lastStep))).toEqual([[60], [60, 60]])
  expect(await Promise.all(models.map((model) => model.hash()))).toEqual(
    experiments.map((experiment) => hashOfRace(experiment)),
  )

  const rows = other.race.traces
  one.document.changeRun('alpha', 0, (run) => ({ ...run, alpha: 0.15 }))
  one.document.settle()
  one.playback.seek(20)
  await vi.waitFor(() => expect([one.step(), one.race.traces[0]?.lastStep]).toEqual([20, 60]), 20_000)
  expect(other.experiment()).toBe(experiments[1])
  expect([other.race.traces, other.step(), other.document.useExperiment.getState().past]).toEqual([
    rows,
    60,
    [],
  ])
  other.document.undo()
  expect(one.experiment().runs[0].alpha).toBe(0.15)
  one.document.undo()
  expect(one.experiment()).toBe(experiments[0])
  one.playback.seek(60)
  await vi.waitFor(() => expect(one.step()).toBe(60), 20_000)
  expect(await one.hash()).toBe(hashOfRace(experiments[0]))

  one.stop()
  other.document.changeRun('alpha', 0, (run) => ({ ...run, alpha: 0.03 }))
  await vi.waitFor(async () => expect(await other.hash()).toBe(hashOfRace(other.experiment())), 20_000)
  other.stop()
  // Nothing reached the page's own.
  expect(page.race.traces).toEqual([])
})

function hashOfAverages(experiment: AveragesExperiment, day: number): string {
  const { theta, v, w } = averagesOf(experiment)
  const hash = new RowHash()
  for (let t = 1; t <= day; t++)
    for (const value of [t, ...[theta, ...v, ...w].map((curve) => curve[t - 1])]) hash.add(value)
  return hexOf([hash.state()])
}

test('two averages have their own document, undo, pictures and hash', async () => {
  const models = [0, 1].map(() => createAveragesModel(spawnerOf('averages')))
  const [one, other] = models
  one.setBeta(0, 0.7)
  one.settleAverages()
  other.chooseSeries({ kind: 'inline', values: [3, 1, 4, 1, 5, 9, 2, 6] })
  for (const model of models) model.start()
  await Promise.all(models.map((model) => model.ready()))
  expect(models.map((model) => model.averagesPicture.days)).toEqual([366, 8])
  expect(models.map((model) => model.step())).toEqual([100, 8])
  expect(await Promise.all(models.map((model) => model.hash()))).toEqual(
    models.map((model) => hashOfAverages(model.experiment(), model.step())),
  )
  const drawn = other.averagesPicture.revision
  one.undoAverages()
  expect(one.experiment().betas).toEqual([0.9, 0.98, 0.5])
  expect(other.experiment().series.kind).toBe('inline')
  await vi.waitFor(() => expect(one.averagesPicture.revision).toBeGreaterThan(1), 20_000)
  expect(other.averagesPicture.revision).toBe(drawn)
  for (const model of models) model.stop()
})

test('two maps have their own base, cells and hash', async () => {
  const models = [8, 80].map((kappa) => {
    const model = createMapModel(spawnerOf('map'))
    model.openDocument({ experiment: raceOf(kappa, 0.1), view: plainView })
    model.change('map', ({ experiment, view }) => {
      const { x, y, measure, seeds } = mapOf({ experiment, view })
      return {
        experiment,
        view: { ...view, map: { x: { ...x, count: 8 }, y: { ...y, count: 8 }, measure, seeds } },
      }
    })
    model.settle()
    model.start()
    return model
  })
  const hashes = await Promise.all(models.map((model) => model.hash()))
  expect(hashes).toEqual(
    models.map((model) => {
      const map = withoutCross(model.experiment())
      const values = new Sweep(map).compute(Uint32Array.from({ length: 64 }, (_, i) => i))
      const hash = new RowHash()
      for (const [i, value] of values.entries()) if (i % cellWidth !== cellColumn.noValue) hash.add(value)
      return hexOf([hash.state()])
    }),
  )
  expect(new Set(hashes).size).toBe(2)
  for (const model of models) model.stop()
})
