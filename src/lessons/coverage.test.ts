// doc/coverage.md lists where each point of the course notes is seen and changed. Each step that it names must exist,
// each control's name must be printed somewhere, and each control must be among the controls of its step.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as everyArea from '../i18n/areas/index.ts'
import { words } from '../i18n/index.ts'
import { texts } from '../i18n/texts.ts'
import type { ControlName } from '../course/controls.ts'
import { loadLesson } from '../app/catalog.ts'
import { lessons } from './index.ts'
import type { Step } from '../course/lesson.ts'

const steps = new Map<string, Step>()
for (const { id } of lessons)
  for (const step of (await loadLesson(id)).steps) steps.set(`${id}/${step.id}`, step)

const document = readFileSync(new URL('../../doc/coverage.md', import.meta.url), 'utf8')
const points = [...document.matchAll(/^\| (\d+) +\|[^|]*\|(.*)\|$/gm)].map(([, point, where]) => ({
  point,
  where,
}))

/** Returns every `lesson/step` in a text. Files and routes in backquotes do not count. */
const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([a-z-]+\/[a-z-]+)`/g)]
    .map(([, place]) => place)
    .filter((place) => !['lesson/step', 'src/lessons'].includes(place))
const namesIn = (text: string): readonly string[] => [...text.matchAll(/“([^”]+)”/g)].map(([, name]) => name)

const english = words('en', ...Object.values(everyArea))
/** Printed texts, where `{days}` and the like match any number. */
const printed = texts(english).map(([, text]) => {
  const [first, ...rest] = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${[first, ...rest].join('[\\d.]+')}$`, 'u')
})

const { sliders, choices, boxes } = english.controls
/** Maps the printed name of a control to its key. */
const controlOf: Readonly<Record<string, ControlName>> = {
  [sliders.alpha]: 'alpha',
  [sliders.beta2]: 'beta2',
  [sliders.epsilon]: 'epsilon',
  [sliders.batchSize]: 'batchSize',
  [sliders.m]: 'm',
  [sliders.lambda]: 'lambda',
  [sliders.kappa]: 'kappa',
  [sliders.surfaceNoise]: 'noise',
  [sliders.costScale]: 'scale',
  [sliders.averagingBeta]: 'curves',
  [sliders.smoothingBeta]: 'average',
  [sliders.decayRate]: 'decay',
  [choices.decay]: 'decay',
  [boxes.seed]: 'seed',
  [english.network.dataset]: 'network',
  [english.averages.window.slider]: 'window',
  [english.plots.swap]: 'axes',
  [english.controls.biasCorrection]: 'biasCorrection',
  [english.controls.reshuffle]: 'reshuffle',
  [english.controls.ownBatchSize]: 'overrides',
}

/** Each control and the places named with it: those of its own part of the line, else of the part before. */
const claims = points.flatMap(({ point, where }) => {
  let places: readonly string[] = []
  return where.split(';').flatMap((part) => {
    const own = placesIn(part)
    if (own.length > 0) places = own
    const at = places
    return namesIn(part)
      .filter((name) => name in controlOf)
      .map((name) => ({ point, name, at }))
  })
})

describe('doc/coverage.md', () => {
  test('has a line for each of the 90 points, none of them open', () => {
    expect(points.map(({ point }) => Number(point))).toEqual(Array.from({ length: 90 }, (_, i) => i + 1))
    expect(points.filter(({ where }) => /\bopen\b/.test(where) || placesIn(where).length === 0)).toEqual([])
  })
  test('names only steps that exist', () => {
    const named = placesIn(document)
    expect(named.length).toBeGreaterThan(120)
    expect(named.filter((place) => !steps.has(place))).toEqual([])
  })
  test('quotes only what is printed', () => {
    const named = points.flatMap(({ where }) => namesIn(where))
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((name) => !printed.some((pattern) => pattern.test(name)))).toEqual([])
  })
  test('names a control only at a step that has it', () => {
    expect(claims.length).toBeGreaterThan(35)
    const missing = claims.filter(
      ({ name, at }) =>
        at.length === 0 || !at.every((place) => steps.get(place)?.controls?.includes(controlOf[name])),
    )
    expect(missing).toEqual([])
  })
})
