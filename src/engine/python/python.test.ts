import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { descentCsv } from '../csv.ts'
import type { DescentExperiment } from '../experiment.ts'
import { optimizers, type OptimizerKey } from '../optimizers/index.ts'
import { surfaces } from '../surfaces/index.ts'
import { completed } from '../validate.ts'
import { adam } from '../../lessons/adam.ts'
import { decay } from '../../lessons/decay.ts'
import { documentAfter, documentsOf } from '../../labs/descent/lesson/documents.ts'
import type { Lesson } from '../../course/lesson.ts'
import { localOptima } from '../../lessons/localOptima.ts'
import { momentum } from '../../lessons/momentum.ts'
import { rmsprop } from '../../lessons/rmsprop.ts'
import { pythonOf } from './index.ts'
import { Refusal } from '../refusal.ts'

// Every case starts Python, some several times.
vi.setConfig({ testTimeout: 120_000 })

const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import numpy'], { encoding: 'utf8' }).status === 0,
)

const draws = python && spawnSync(python, ['-c', 'import matplotlib'], { encoding: 'utf8' }).status === 0

const race = (change: object): DescentExperiment =>
  completed({ version: 1, lab: 'descent', steps: 40, seed: 3, ...change }) as DescentExperiment

/** Parses a CSV into numbers and checks its header. */
function table(csv: string): (number | '')[][] {
  const [header, ...lines] = csv.trim().split('\n')
  expect(header).toMatch(/^run,step,epoch,alpha,batchCost,cost,theta0/)
  return lines.map((line) => line.split(',').map((field) => (field === '' ? '' : Number(field))))
}

/** Runs the script and compares it with the engine's rows, to a relative 1e-12. */
function hold(experiment: DescentExperiment): void {
  const ran = spawnSync(python!, ['-'], { input: pythonOf(experiment), encoding: 'utf8', maxBuffer: 1 << 28 })
  expect(ran.stderr).toBe('')
  const rows = table(ran.stdout)
  const ours = table([...descentCsv(experiment)].join(''))
  expect(rows.length).toBe(ours.length)
  const apart = ours.flatMap((row, i) =>
    row.flatMap((value, k) => {
      const theirs = rows[i][k]
      const agree = value === '' || theirs === '' ? value === theirs : near(theirs, value)
      return agree ? [] : [`row ${i} field ${k}: ${theirs}, expected ${value}`]
    }),
  )
  expect(apart).toEqual([])
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * (1 + Math.abs(b))

const bowl = { kind: 'bowl', m: 60, curvature: [1, 20], angle: 30, mislabelled: 0.1 }

describe.skipIf(!python)('the NumPy script prints the same trajectory', () => {
  it.each(['course', 'pytorch'])('for every optimizer on real mini-batches: %s', (convention) => {
    const runs = (Object.keys(optimizers) as OptimizerKey[]).map((optimizer) => ({
      optimizer,
      alpha: 0.01,
      ...(optimizer === 'lion' ? { weightDecay: 0.1 } : {}),
    }))
    // Split the optimizers, because one race has fewer runs.
    for (const some of [runs.slice(0, 7), runs.slice(7)])
      hold(race({ objective: bowl, batchSize: 16, convention, runs: some }))
  })

  it('with the switches, decays and overrides of a run', () => {
    const decays = [
      { kind: 'inverse', rate: 0.5 },
      { kind: 'inverse', rate: 0.5, every: 3 },
      { kind: 'exponential' },
      { kind: 'inverseSqrt' },
      { kind: 'staircase', every: 2 },
      {
        kind: 'manual',
        points: [
          [1, 0.02],
          [4, 0.01],
        ],
      },
      { kind: 'cosine', epochs: 5 },
      { kind: 'warmup', epochs: 3 },
      { kind: 'oneCycle', epochs: 8 },
    ]
    const runs = [
      ...decays.map((decay) => ({ optimizer: 'momentum', alpha: 0.03, decay, biasCorrection: true })),
      { optimizer: 'rmsprop', alpha: 0.02, biasCorrection: true, batchSize: 7, steps: 11 },
      { optimizer: 'adam', alpha: 0.02, biasCorrection: false, batchSize: 'all', convention: 'pytorch' },
    ]
    hold(race({ objective: bowl, batchSize: 25, reshuffle: false, costEvery: 'epoch', runs }))
  })

  it('on every surface, tilted examples included', () => {
    for (const kind of Object.keys(surfaces))
      hold(
        race({
          objective: { kind, m: 20, noise: 0.3, scale: 0.5 },
          batchSize: 6,
          runs: [{ optimizer: 'adam', alpha: 0.05 }],
        }),
      )
    hold(
      race({
        objective: { kind: 'quadratic', curvature: [1, 4], angle: 20 },
        start: [-4, 1],
        runs: [{ optimizer: 'gd', alpha: 0.1 }],
      }),
    )
  })

  it('on typed formulas', () => {
    for (const source of [
      '(x^2 - 1)^2 + 2*y^2 + 0.3*x',
      'min(x^2, 3) + abs(y) + tanh(x*y) - exp(-x^2)',
      '-x^2/4 + x^4 + 2^y + sqrt(1 + y^2)',
    ])
      hold(
        race({ objective: { kind: 'expression', source }, runs: [{ optimizer: 'momentum', alpha: 0.02 }] }),
      )
  })

  it('for least squares and networks', () => {
    hold(
      race({
        objective: {
          kind: 'leastSquares',
          x: [
            [1, 1],
            [2, 1],
            [4, 1],
          ],
          y: [1, 3, 2],
        },
        batchSize: 2,
        runs: [{ optimizer: 'gd', alpha: 0.05 }],
      }),
    )
    for (const [layers, loss, dataset] of [
      [[2, 5, 3, 1], 'crossEntropy', { kind: 'moons', m: 50 }],
      [[2, 4, 2], 'crossEntropy', { kind: 'xor', m: 40, mislabelled: 0.1 }],
      [[1, 6, 1], 'squared', { kind: 'curve', m: 30 }],
    ] as const)
      for (const activation of ['tanh', 'relu', 'sigmoid'])
        hold(
          race({
            objective: { kind: 'network', layers, activation, loss, lambda: 0.1, dataset },
            batchSize: 16,
            runs: [{ optimizer: 'adam', alpha: 0.02 }],
          }),
        )
  })

  it('and stops where a run diverges', () => {
    hold(
      race({
        objective: { kind: 'quadratic', curvature: [1, 20] },
        steps: 300,
        runs: [
          { optimizer: 'gd', alpha: 0.2 },
          { optimizer: 'gd', alpha: 0.05 },
        ],
      }),
    )
  })
})

const lessons: readonly Lesson[] = [momentum, rmsprop, adam, decay, localOptima]

describe.skipIf(!python)('a lesson’s script prints the same rows', () => {
  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
    documentsOf(lesson).forEach((document, at) => {
      const { id, prediction } = lesson.steps[at]
      // The cloud of 100,000 examples and the training set of 5,000,000 do not fit into a script.
      if (id === 'closing-in' || id === 'five-million') return
      const { experiment } = documentAfter(document, prediction?.reveal ?? {})
      // Sums run in another order, so in a network the last digit's difference grows with every step.
      hold(
        experiment.objective.kind === 'network'
          ? { ...experiment, steps: Math.min(experiment.steps, 25) }
          : experiment,
      )
    })
  })
})

describe('the script', () => {
  it('begins with the rule and ends with the data in a function', () => {
    const script = pythonOf(race({ objective: bowl, runs: [{ optimizer: 'momentum', alpha: 0.05 }] }))
    const parts = ['rule0(w):', 'race(', 'cost(', 'picture(', 'data():'].map((part) => `\ndef ${part}`)
    const places = [...parts, '\nrace(0,'].map((part) => script.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    // The first screen of the file is readable, and so is everything before the data.
    expect(script.slice(0, places[0]).split('\n').length).toBeLessThan(20)
    const lengths = script
      .slice(0, places[4])
      .split('\n')
      .map(({ length }) => length)
    expect(Math.max(...lengths)).toBeLessThan(125)
  })

  it.skipIf(!python)('draws into a file if matplotlib is installed, and prints the same rows', () => {
    for (const objective of [
      bowl,
      {
        kind: 'leastSquares',
        x: [
          [1, 1, 2],
          [2, 1, 0],
        ],
        y: [1, 3],
      },
    ]) {
      const experiment = race({ objective, runs: [{ optimizer: 'adam', alpha: 0.1 }] })
      const folder = mkdtempSync(join(tmpdir(), 'ravine-'))
      const [script, picture] = ['race.py', 'race.png'].map((name) => join(folder, name))
      writeFileSync(script, pythonOf(experiment))
      const ran = spawnSync(python!, [script], {
        encoding: 'utf8',
        env: { ...process.env, MPLCONFIGDIR: folder },
      })
      expect(ran.status).toBe(0)
      expect(table(ran.stdout)).toHaveLength(41)
      const drawn = existsSync(picture) ? readFileSync(picture).subarray(1, 4).toString() : 'nothing'
      expect(drawn).toBe(draws ? 'PNG' : 'nothing')
      // Run from a pipe, it leaves no file behind.
      const before = readdirSync(folder)
      spawnSync(python!, ['-'], { input: pythonOf(experiment), cwd: folder })
      expect(readdirSync(folder)).toEqual(before)
      rmSync(folder, { recursive: true })
    }
  })

  it('is refused for data that would make it a data file', () => {
    const large = race({ objective: { ...bowl, m: 20_001 }, runs: [{ optimizer: 'gd', alpha: 0.1 }] })
    expect(() => pythonOf(large)).toThrow(Refusal)
    expect(() => pythonOf(large)).toThrow('m: at most 20000 examples fit a script, got 20001')
  })

  it('writes a custom rule with its sliders, and checks it against the engine', () => {
    const rule = `parameter lambda = 0.3
parameter c = 4
memory M = 1
V = lambda*V + (1 - lambda)*dW/max(norm(dW), c)
M = min(M*0.9, abs(dW)^1.5 + (t > 3))
w = w - alpha*V/(1 - lambda^t)*M^0.5 - alpha*sign(V)*mean(V)/(epoch + n)`
    const own = { optimizer: 'rule', rule, alpha: 0.1, parameters: { lambda: 0.6 } }
    const small = { ...bowl, m: 20 }
    if (python) hold(race({ objective: small, batchSize: 6, runs: [own] }))
  })
})
