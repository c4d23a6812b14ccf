// A registry entry is enough: an optimizer and a surface that are added in memory work everywhere without another line.
import { spawnSync } from 'node:child_process'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { DescentExperiment } from './engine/experiment.ts'
import { fromRule } from './engine/optimizers/fromRule.ts'
import { optimizers } from './engine/optimizers/index.ts'
import type { Optimizer } from './engine/optimizers/optimizer.ts'
import { surfaces } from './engine/surfaces/index.ts'
import { plainSurface } from './engine/surfaces/plainSurface.ts'
import type { PlainSurface } from './engine/surfaces/surface.ts'
import type { Document } from './state/experiment.ts'

// The sign of an average of the gradients, slightly softened.
const thirteenth = fromRule({
  label: { en: 'Thirteenth', zh: '第十三' },
  help: { en: 'Steps by the sign of the average.', zh: '按平均的符号走。' },
  citation: 'This test',
  traits: { scale: 'unit' },
  alpha: 0.07,
  hundredfoldWithin: 400,
  hyperparameters: { beta: 0.6, epsilon: 1e-6 },
  rule: () => ['V = beta*V + (1 - beta)*dW', 'w = w - alpha*V/(abs(V) + epsilon)'],
})

// A valley along a circle, with its lowest point at (1, 0).
const ring = plainSurface({
  label: { en: 'Ring valley', zh: '环形谷' },
  help: { en: 'A valley in the shape of a ring.', zh: '环形的谷。' },
  alpha: { plain: 0.05, averaged: 0.2 },
  start: [-1.5, 0.5],
  view: [-2, 2, -2, 2],
  minima: [[1, 0]],
  saddles: [],
  source: {
    value: '(x^2 + y^2 - 1)^2 + 0.1*(x - 1)^2',
    gradient: ['4*x*(x^2 + y^2 - 1) + 0.2*(x - 1)', '4*y*(x^2 + y^2 - 1)'],
  },
})

// Must run before anything that reads the registries is loaded.
;(optimizers as unknown as Record<string, Optimizer>).thirteenth = thirteenth
;(surfaces as unknown as Record<string, PlainSurface>).ring = ring

const { descentCsv, mapCsv } = await import('./engine/csv.ts')
const { createObjective } = await import('./engine/objectives/create.ts')
const { objectives } = await import('./engine/objectives/index.ts')
const { pythonOf } = await import('./engine/python/index.ts')
const { completed, validate } = await import('./engine/validate.ts')
const { ObjectiveControls } = await import('./panels/controls/ObjectiveControls.tsx')
const { RunControls } = await import('./panels/controls/RunControls.tsx')
const { suitedAlpha } = await import('./panels/controls/suitedAlpha.ts')
const { diagnose } = await import('./panels/lesson/diagnosis.ts')
const { startOf } = await import('./panels/start.ts')
const { computeRace } = await import('./engine/computeRace.ts')
const { lookOf } = await import('./panels/looks.ts')
const { playground } = await import('./labs/descent/preset.ts')
const { openDocument, useExperiment } = await import('./state/experiment.ts')
const { experimentFrom, linkOf } = await import('./document/link.ts')
const { loadRegistries } = await import('./state/registries.ts')
await loadRegistries()

function expectLinkTo(experiment: DescentExperiment): void {
  const opened = experimentFrom(linkOf(experiment, playground.experiment), playground.experiment)
  expect(opened.notices).toEqual([])
  expect(opened.experiment).toEqual(experiment)
}

/** The controls as the page shows them for an experiment. */
function shown(experiment: DescentExperiment, controls: FunctionComponent): string {
  openDocument({ ...playground, experiment } as Document)
  // Without a browser, React reads the store's initial state.
  Object.assign(useExperiment.getInitialState(), useExperiment.getState())
  return renderToStaticMarkup(createElement(controls))
}

/** Expects a menu to list an entry after the course's own, and the page to show its help. */
function expectAmongOthers(page: string, { label, help }: Pick<Optimizer, 'label' | 'help'>): void {
  const [course, more] = page.split('</optgroup>')
  expect(course).not.toContain(label.en)
  expect(more).toContain(label.en)
  expect(page).toContain(help.en)
}

/** A CSV file's rows by the names in its header. */
function rowsOf(file: Iterable<string>): Record<string, string>[] {
  const [header, ...rows] = [...file].join('').trim().split('\n')
  const names = header.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, i) => [names[i], value])))
}

/** Expects each cell of a map to equal the run with its two numbers. */
function expectCellsAlone(
  axes: object,
  count: number,
  race: (change: object) => DescentExperiment,
  runOf: (x: number, y: number) => object,
): void {
  const map = { version: 1, lab: 'map', base: race({ steps: 40 }), ...axes, seeds: 1, measure: 'cost' }
  const cells = rowsOf(mapCsv(completed(map as object) as never))
  expect(cells).toHaveLength(count)
  for (const { x, y, cost } of cells)
    expect(cost).toBe(
      rowsOf(descentCsv(race({ steps: 40, runs: [runOf(Number(x), Number(y))] }))).at(-1)!.cost,
    )
}

describe('an optimizer', () => {
  const race = (change: object = {}) =>
    completed({
      version: 1,
      lab: 'descent',
      objective: { kind: 'quadratic', curvature: [1, 100] },
      start: [-10, 1],
      batchSize: 'all',
      steps: 100,
      runs: [{ optimizer: 'thirteenth', alpha: 0.3 }],
      ...change,
    })

  test('a file may name it, and its defaults are filled in', () => {
    expect(race().runs[0]).toMatchObject({ optimizer: 'thirteenth', beta: 0.6, epsilon: 1e-6 })
    expect(validate({ ...race(), runs: [{ optimizer: 'fourteenth', alpha: 1 }] })).toMatchObject({
      ok: false,
    })
  })

  test('a link carries it', () => {
    const experiment = race({ runs: [{ optimizer: 'thirteenth', alpha: 0.2, beta: 0.75 }] })
    expectLinkTo(experiment)
  })

  test('the menu offers it among the others, with its help and its sliders', () => {
    const page = shown(race(), RunControls)
    expectAmongOthers(page, thirteenth)
    for (const name of ['Momentum β', 'ε']) expect(page).toContain(`aria-label="${name}"`)
    expect(page).not.toContain('β₁')
  })

  test('its α is its own on a surface where others need less', () => {
    const rosenbrock = race({ objective: { kind: 'rosenbrock' } })
    const run = rosenbrock.runs[0]
    expect(suitedAlpha(run, rosenbrock)).toBe(0.07)
    // A sum in PyTorch's convention would need another α. This V is an average in both.
    expect(suitedAlpha(run, { ...rosenbrock, convention: 'pytorch' })).toBe(0.07)
  })

  test('the diagnosis knows that its hops are α long', () => {
    const experiment = race({ runs: [{ optimizer: 'thirteenth', alpha: 0.3, beta: 0.1 }] })
    const [trace] = computeRace(experiment)
    const { landscape } = createObjective(experiment.objective, experiment.seed)
    const { rows, width, length } = trace
    const run = experiment.runs[0]
    expect(diagnose({ rows, width, length, run, exact: true, landscape })).toMatchObject({ kind: 'chatter' })
  })

  test('a map sweeps it, each cell as the run alone', () => {
    expectCellsAlone(
      {
        x: { parameter: 'alpha', from: 0.1, to: 0.4, count: 3, scale: 'linear' },
        y: { parameter: 'beta', from: 0.3, to: 0.9, count: 3, scale: 'linear' },
      },
      9,
      race,
      (alpha, beta) => ({ optimizer: 'thirteenth', alpha, beta }),
    )
  })

  test('its script is written from its rule, and prints its rows', () => {
    const experiment = race({ steps: 30 })
    const script = pythonOf(experiment)
    const ran = spawnSync('python3', ['-'], { input: script, encoding: 'utf8' })
    expect(script).toContain('np.abs(V)')
    // Without NumPy there is nothing to compare.
    if (ran.status !== 0) return
    const numbers = (csv: Iterable<string>): number[] =>
      rowsOf(csv).flatMap((row) => Object.values(row).map(Number))
    const ours = numbers(descentCsv(experiment))
    numbers(ran.stdout).forEach((value, i) => expect(value).toBeCloseTo(ours[i], 9))
  })

  test('its formula is typeset, and it is drawn like a rule without a color of its own', () => {
    expect(thirteenth.formula('course', false)).toHaveLength(2)
    expect(lookOf('thirteenth')).toBe(lookOf('rule'))
  })
})

describe('a surface', () => {
  const race = (change: object = {}) =>
    completed({
      objective: { kind: 'ring' },
      batchSize: 'all',
      steps: 200,
      runs: [{ optimizer: 'gd', alpha: 0.05 }],
      ...change,
    })

  test('a file may name it: its examples, noise and scale have defaults, and it begins at its own start', () => {
    const { objective, start, seed } = race()
    expect(objective).toEqual({ kind: 'ring', m: 512, noise: 0, scale: 1 })
    expect(start).toBeUndefined()
    const { landscape } = createObjective(objective, seed)
    expect(startOf(race())).toEqual([-1.5, 0.5])
    expect(landscape!.value(1, 0)).toBe(0)
  })

  test('a link carries it with its fields', () => {
    const experiment = race({ objective: { kind: 'ring', noise: 0.5, scale: 2, m: 100 } })
    expectLinkTo(experiment)
  })

  test('the menu offers it among the others, with its help and a slider for each of its fields', () => {
    const page = shown(race(), ObjectiveControls)
    expectAmongOthers(page, ring)
    const sliders = [
      ...page.matchAll(/type="range"[^>]*aria-label="([^"]+)"|aria-label="([^"]+)"[^>]*type="range"/g),
    ]
    expect(sliders.map(([, one, other]) => one ?? other)).toEqual([
      'Training examples m',
      'Surface noise',
      'Cost × c',
    ])
    expect(Object.keys(objectives.saddle.fields)).toEqual(['m', 'noise', 'scale'])
  })

  test('a lesson’s step shows only the sliders that it names', () => {
    const page = renderToStaticMarkup(createElement(ObjectiveControls, { only: ['noise', 'angle'] }))
    expect(page).toContain('aria-label="Surface noise"')
    expect(page).not.toContain('Training examples m')
    expect(page).not.toContain('Angle')
  })

  test('the α offered on it is its own', () => {
    expect(suitedAlpha({ optimizer: 'gd' }, race())).toBe(0.05)
  })

  test('it is descended, its formula is typeset, and its script is written', () => {
    const rows = rowsOf(descentCsv(race()))
    expect(Number(rows.at(-1)!.cost)).toBeLessThan(Number(rows[0].cost) / 10)
    expect(ring.formula).toHaveLength(1)
    expect(pythonOf(race())).toContain('0.1')
  })

  test('a map sweeps over it, and each cell equals the run alone', () => {
    expectCellsAlone(
      {
        x: { parameter: 'alpha', from: 0.01, to: 0.06, count: 3, scale: 'linear' },
        y: { parameter: 'batchSize', from: 16, to: 512, count: 2, scale: 'log' },
      },
      6,
      race,
      (alpha, batchSize) => ({ optimizer: 'gd', alpha, batchSize }),
    )
  })
})
