// A registry entry is enough: a thirteenth optimizer, added in memory, works everywhere without another line.
import { spawnSync } from 'node:child_process'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fromRule } from './engine/optimizers/fromRule.ts'
import { optimizers } from './engine/optimizers/index.ts'
import type { Optimizer } from './engine/optimizers/optimizer.ts'
import type { Document } from './state/experiment.ts'

// The sign of an average of the gradients, slightly softened.
const thirteenth = fromRule({
  label: { en: 'Thirteenth', zh: '第十三' },
  help: { en: 'Steps by the sign of the average.', zh: '按平均的符号走。' },
  citation: 'This test',
  featured: false,
  traits: { scale: 'unit' },
  alpha: 0.07,
  hundredfoldWithin: 400,
  hyperparameters: { beta: 0.6, epsilon: 1e-6 },
  rule: () => ['V = beta*V + (1 - beta)*dW', 'w = w - alpha*V/(abs(V) + epsilon)'],
})

// Must run before anything that reads the registry is loaded.
const registry = optimizers as unknown as Record<string, Optimizer>
registry.thirteenth = thirteenth

const { descentCsv, mapCsv } = await import('./engine/csv.ts')
const { createObjective } = await import('./engine/objectives/create.ts')
const { pythonOf } = await import('./engine/python/index.ts')
const { completed, validate } = await import('./engine/validate.ts')
const { RunControls } = await import('./panels/controls/RunControls.tsx')
const { suitedAlpha } = await import('./panels/controls/suitedAlpha.ts')
const { diagnose } = await import('./panels/lesson/diagnosis.ts')
const { computeRace } = await import('./engine/computeRace.ts')
const { lookOf } = await import('./panels/looks.ts')
const { playground } = await import('./labs/descent/home.ts')
const { openDocument, useExperiment } = await import('./state/experiment.ts')
const { experimentFrom, linkOf } = await import('./document/link.ts')
const { loadRegistries } = await import('./state/registries.ts')
await loadRegistries()

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
  expect(validate({ ...race(), runs: [{ optimizer: 'fourteenth', alpha: 1 }] })).toMatchObject({ ok: false })
})

test('a link carries it', () => {
  const experiment = race({ runs: [{ optimizer: 'thirteenth', alpha: 0.2, beta: 0.75 }] })
  const opened = experimentFrom(linkOf(experiment, playground.experiment), playground.experiment)
  expect(opened.notices).toEqual([])
  expect(opened.experiment).toEqual(experiment)
})

test('the menu offers it among the others, with its help and its sliders', () => {
  openDocument({ ...playground, experiment: race() } as Document)
  // Without a browser, React reads the store's initial state.
  Object.assign(useExperiment.getInitialState(), useExperiment.getState())
  const page = renderToStaticMarkup(createElement(RunControls))
  const [course, more] = page.split('</optgroup>')
  expect(course).not.toContain('Thirteenth')
  expect(more).toContain('Thirteenth')
  expect(page).toContain('Steps by the sign of the average.')
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
  const base = race({ steps: 40 })
  const map = completed({
    version: 1,
    lab: 'map',
    base,
    x: { parameter: 'alpha', from: 0.1, to: 0.4, count: 3, scale: 'linear' },
    y: { parameter: 'beta', from: 0.3, to: 0.9, count: 3, scale: 'linear' },
    seeds: 1,
    measure: 'cost',
  } as object)
  const [header, ...cells] = [...mapCsv(map as never)].join('').trim().split('\n')
  const place = (name: string): number => header.split(',').indexOf(name)
  expect(cells).toHaveLength(9)
  for (const cell of cells) {
    const values = cell.split(',')
    const [alpha, beta] = [Number(values[place('x')]), Number(values[place('y')])]
    const alone = [...descentCsv(race({ steps: 40, runs: [{ optimizer: 'thirteenth', alpha, beta }] }))].join(
      '',
    )
    const last = alone.trim().split('\n').at(-1)!.split(',')
    expect(values[place('cost')]).toBe(last[alone.split('\n')[0].split(',').indexOf('cost')])
  }
})

test('its script is written from its rule, and prints its rows', () => {
  const experiment = race({ steps: 30 })
  const script = pythonOf(experiment)
  const ran = spawnSync('python3', ['-'], { input: script, encoding: 'utf8' })
  expect(script).toContain('np.abs(V)')
  // Without NumPy there is nothing to compare.
  if (ran.status !== 0) return
  const numbers = (csv: string): number[] =>
    csv
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',').map(Number))
  const ours = numbers([...descentCsv(experiment)].join(''))
  numbers(ran.stdout).forEach((value, i) => expect(value).toBeCloseTo(ours[i], 9))
})

test('its formula is typeset, and it is drawn like a rule without a color of its own', () => {
  expect(thirteenth.formula('course', false)).toHaveLength(2)
  expect(lookOf('thirteenth')).toBe(lookOf('rule'))
})
