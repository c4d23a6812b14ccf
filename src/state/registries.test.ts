import { expect, test, vi } from 'vitest'
import { playground } from '../labs/descent/preset.ts'
import { optimizers, type OptimizerKey } from '../engine/optimizers/index.ts'
import { firstOptimizers, isKnown } from './registries.ts'

test('the first visit’s runs have the registry’s names', () => {
  for (const [key, { label, traits }] of Object.entries(firstOptimizers)) {
    const entry = optimizers[key as OptimizerKey]
    expect({ label, traits }).toEqual({ label: entry.label, traits: entry.traits })
  }
  expect(isKnown(playground)).toBe(true)
})

test('registry facts are unknown before it loads', async () => {
  vi.resetModules()
  const { isKnown } = await import('./registries.ts')
  const { experiment } = playground
  expect(
    isKnown({ experiment: { ...experiment, objective: { kind: 'saddle', m: 512, noise: 0, scale: 1 } } }),
  ).toBe(false)
  const runs = [{ optimizer: 'adam', alpha: 0.1, decay: { kind: 'none' } }] as const
  expect(isKnown({ experiment: { ...experiment, runs } })).toBe(false)
})
