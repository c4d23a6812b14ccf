// A surface that is added to the registry in memory works everywhere without another line.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { surfaces } from './engine/surfaces/index.ts'
import { plainSurface } from './engine/surfaces/plainSurface.ts'
import type { PlainSurface } from './engine/surfaces/surface.ts'
import type { Document } from './state/experiment.ts'

// A valley along a circle, with its lowest point at (1, 0).
const ring = plainSurface({
  label: { en: 'Ring valley', zh: '环形谷' },
  help: { en: 'A valley in the shape of a ring.', zh: '环形的谷。' },
  citation: 'This test',
  featured: false,
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

// Before anything that reads the registry is loaded.
const registry = surfaces as unknown as Record<string, PlainSurface>
registry.ring = ring

const { descentCsv, mapCsv } = await import('./engine/csv.ts')
const { createObjective } = await import('./engine/objectives/create.ts')
const { objectives } = await import('./engine/objectives/index.ts')
const { pythonOf } = await import('./engine/python/index.ts')
const { completed } = await import('./engine/validate.ts')
const { ObjectiveControls } = await import('./panels/controls/ObjectiveControls.tsx')
const { suitedAlpha } = await import('./panels/controls/suitedAlpha.ts')
const { startOf } = await import('./panels/start.ts')
const { playground } = await import('./labs/descent/home.ts')
const { openDocument, useExperiment } = await import('./state/experiment.ts')
const { experimentFrom, linkOf } = await import('./document/link.ts')
const { loadRegistries } = await import('./state/registries.ts')
await loadRegistries()

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
  const opened = experimentFrom(linkOf(experiment, playground.experiment), playground.experiment)
  expect(opened.notices).toEqual([])
  expect(opened.experiment).toEqual(experiment)
})

test('the menu offers it among the others, with its help and a slider for each of its fields', () => {
  openDocument({ ...playground, experiment: race() } as Document)
  // Without a browser React reads the initial state of the store.
  Object.assign(useExperiment.getInitialState(), useExperiment.getState())
  const page = renderToStaticMarkup(createElement(ObjectiveControls))
  const [course, more] = page.split('</optgroup>')
  expect(course).not.toContain('Ring valley')
  expect(more).toContain('Ring valley')
  expect(page).toContain('A valley in the shape of a ring.')
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
  const [header, ...rows] = [...descentCsv(race())].join('').trim().split('\n')
  const cost = header.split(',').indexOf('cost')
  expect(Number(rows.at(-1)!.split(',')[cost])).toBeLessThan(Number(rows[0].split(',')[cost]) / 10)
  expect(ring.formula).toHaveLength(1)
  expect(pythonOf(race())).toContain('0.1')
})

test('a map sweeps over it, and each cell equals the run alone', () => {
  const map = completed({
    version: 1,
    lab: 'map',
    base: race({ steps: 40 }),
    x: { parameter: 'alpha', from: 0.01, to: 0.06, count: 3, scale: 'linear' },
    y: { parameter: 'batchSize', from: 16, to: 512, count: 2, scale: 'log' },
    seeds: 1,
    measure: 'cost',
  } as object)
  const [header, ...cells] = [...mapCsv(map as never)].join('').trim().split('\n')
  const place = (name: string): number => header.split(',').indexOf(name)
  expect(cells).toHaveLength(6)
  for (const cell of cells) {
    const values = cell.split(',')
    const run = { optimizer: 'gd', alpha: Number(values[place('x')]), batchSize: Number(values[place('y')]) }
    const [head, ...rows] = [...descentCsv(race({ steps: 40, runs: [run] }))].join('').trim().split('\n')
    expect(values[place('cost')]).toBe(rows.at(-1)!.split(',')[head.split(',').indexOf('cost')])
  }
})
