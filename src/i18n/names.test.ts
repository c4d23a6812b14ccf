// People who write tests, lessons and embedding pages rely on doc/names.md. Its table and the dictionaries must agree,
// and every promised name must be listed.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ruleWords } from './areas/index.ts'
import { loadLanguage, words, type Spoken } from './index.ts'
import { texts } from './texts.ts'

await loadLanguage('zh-CN')

const table = readFileSync(new URL('../../doc/names.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => /^\| `([^`]+)`\s*\| `([^`]+)`\s*\|/.exec(line))
  .filter((match) => match !== null)
  .map(([, english, chinese]) => [english, chinese] as const)

const named = (dictionary: Spoken<typeof ruleWords>) => {
  const { sliders, choices, boxes, buttons, exports, status, start, runs, curve } = dictionary.controls
  return texts({
    sliders,
    choices,
    boxes: { ...boxes, ...dictionary.rule.boxes },
    buttons: { ...buttons, showAsTable: dictionary.plots.showAsTable },
    exports,
    status,
    start,
    runs,
    curve,
    plots: dictionary.plots.names,
  })
}

const promised =
  `Learning rate α, Momentum β, β₁, β₂, Batch size, Decay rate, Elongation κ, Angle, Label noise,
Mislabelled examples, Regularization λ, Training examples m, Averaging β, ρ, ε, Weight decay, Surface noise, Steps, Speed,
Smoothing β, Objective, Optimizer, Decay, Convention, Language, Theme, Formula, Rule, Seed, Play, Pause, Step forward, Step back,
To the start, To the end, Restart, New seed, Undo, Redo, Reset, Copy link, Present, Export, CSV, PNG, SVG, Animation,
Experiment file, Python code, Import, Add a run, Timeline, Step, Notice, Runs, Cost surface, Cost per batch, Cost,
Learning rate, Optimizer memory, Averages, Weights of the average, Decision boundary, Hyperparameter map, Show as table,
Start`
    .split(',')
    .map((name) => name.trim())

test('doc/names.md lists each name of the dictionaries, with its Chinese one', () => {
  const chinese = new Map(named(words('zh-CN', ruleWords)))
  const pairs = named(words('en', ruleWords)).map(([path, name]) => [name, chinese.get(path)] as const)
  const sorted = (list: readonly (readonly [string, string | undefined])[]) =>
    [...new Set(list.map((pair) => pair.join(' = ')))].sort()
  expect(sorted(table)).toEqual(sorted(pairs))
})

test('every promised name is there', () => {
  const listed = new Set(table.map(([english]) => english))
  expect(promised.filter((name) => !listed.has(name))).toEqual([])
})

test('no two controls of one kind share a name', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const { sliders, choices, buttons } = words(language).controls
    for (const kind of [sliders, choices, buttons]) {
      expect(new Set(Object.values(kind)).size).toBe(Object.values(kind).length)
    }
  }
})
