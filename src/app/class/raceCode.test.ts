// Codes of class races: short, they give the same run to four digits, and every single slip is detected.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HyperparameterName, RunSpec } from '../../engine/experiment.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { playground } from '../../labs/descent/preset.ts'
import { raceCode, readRaceCode, rounded } from './raceCode.ts'

const { experiment } = playground
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const optimizersInOrder = (Object.keys(optimizers) as OptimizerKey[]).filter((key) => key !== 'rule')

const runOf = (optimizer: OptimizerKey, alpha: number, own: Partial<RunSpec> = {}): RunSpec => ({
  optimizer,
  alpha,
  decay: { kind: 'none' },
  ...optimizers[optimizer].hyperparameters,
  ...(optimizers[optimizer].biasCorrection !== undefined && {
    biasCorrection: optimizers[optimizer].biasCorrection,
  }),
  ...own,
})

test('every optimizer survives the code to four digits', () => {
  const keys = (Object.keys(optimizers) as OptimizerKey[]).filter((key) => key !== 'rule')
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.double({ min: 1e-6, max: 100, noNaN: true }),
      fc.double({ min: 0.001, max: 0.99999, noNaN: true }),
      fc.boolean(),
      (key, alpha, beta, flip) => {
        const [first] = Object.keys(optimizers[key].hyperparameters) as HyperparameterName[]
        const fits = first !== undefined && first !== 'weightDecay' && rounded(beta) < 1
        const own = fits ? { [first]: first === 'epsilon' ? beta : rounded(beta) } : {}
        const { biasCorrection } = optimizers[key]
        const run = runOf(key, alpha, {
          ...own,
          ...(biasCorrection !== undefined && { biasCorrection: flip }),
        })
        const code = raceCode(experiment, run)!
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3,16}$/)
        const back = readRaceCode(code, experiment)
        const four = Object.fromEntries(
          Object.entries(run).map(([name, value]) => [
            name,
            typeof value === 'number' ? rounded(value) : value,
          ]),
        )
        expect(back).toEqual({ kind: 'run', run: four })
      },
    ),
  )
})

test('codes that people wrote down stay valid', () => {
  const written = optimizersInOrder.map((key) => raceCode(experiment, runOf(key, 0.1)))
  expect(written.join(' ')).toBe(
    '61BM0Z1T2 61BM1Z1DS 61BM2Z1HH 61BM3Z16A 61BM4Z1C1 61BM5Z1VT ' +
      '61BM6Z17J 61BM7Z1G9 61BM8Z1K4 61BM9Z14Z 61BMAZ1RQ 61BMBZ1FC',
  )
})

test('hand-typed codes are read: lower case, hyphens, O, I and L', () => {
  const code = raceCode(experiment, runOf('momentum', 0.05, { beta: 0.95 }))!
  const typed = code
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replace(/(....)/, '$1-')
  expect(readRaceCode(typed, experiment)).toEqual(readRaceCode(code, experiment))
})

test('every mistyped character and every swapped pair is detected', () => {
  const code = raceCode(experiment, runOf('adam', 0.1234, { beta1: 0.8765, beta2: 0.9871 }))!
  expect(code.length).toBeLessThanOrEqual(16)
  const slips: string[] = []
  for (let i = 0; i < code.length; i++) {
    for (const sign of signs.replace(code[i], ''))
      expect(readRaceCode(code.slice(0, i) + sign + code.slice(i + 1), experiment).kind).toBe('mistyped')
    for (let j = i + 1; j < code.length; j++) {
      if (code[i] === code[j]) continue
      const swapped = [...code]
      ;[swapped[i], swapped[j]] = [swapped[j], swapped[i]]
      slips.push(swapped.join(''))
    }
  }
  for (const text of [...slips, '', 'U', '0', '00', '000', 'ÄÖ', code + code, `${code}0`])
    expect(readRaceCode(text, experiment).kind).toBe('mistyped')
})

test('a code for another problem is reported; another order of fields is the same problem', () => {
  const run = runOf('gd', 0.018)
  const code = raceCode(experiment, run)!
  expect(readRaceCode(code, { ...experiment, seed: 2 }).kind).toBe('other')
  expect(readRaceCode(code, { ...experiment, start: [-8, 1.4] }).kind).toBe('other')
  const turned = Object.fromEntries(Object.entries(experiment).toReversed()) as unknown as typeof experiment
  expect(readRaceCode(code, { ...turned, runs: [] }).kind).toBe('run')
})

test('an experiment that a code cannot hold gets none', () => {
  const refused: RunSpec[] = [
    runOf('gd', 0.1, { decay: { kind: 'exponential', base: 0.9 } }),
    runOf('gd', 0.1, { batchSize: 3 }),
    runOf('gd', 1e5),
    { optimizer: 'rule', alpha: 1, decay: { kind: 'none' }, rule: 'w = w - alpha*dW' },
  ]
  for (const run of refused) expect(raceCode(experiment, run)).toBeUndefined()
})
