import { beforeAll, describe, expect, it } from 'vitest'
import type { ObjectiveKind } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { objectives } from '../engine/objectives/index.ts'
import { playground } from '../labs/descent/preset.ts'
import { loadRegistries } from '../state/registries.ts'
import { middleOf, startOf } from './start.ts'

beforeAll(loadRegistries)

const kinds = (Object.keys(objectives) as ObjectiveKind[]).filter((kind) => kind !== 'network')

describe('panels know an objective without building it', () => {
  it.each(kinds)('is its own start: %s', (kind) => {
    const objective = objectives[kind].defaultSpec()
    const { start: _, ...rest } = playground.experiment
    expect([...startOf({ ...rest, objective })]).toEqual([...createObjective(objective, 1).start])
  })

  it.each(['bowl', 'quadratic'] as const)('is its own minimum: %s', (kind) => {
    const objective = { ...objectives[kind].defaultSpec(), angle: 30 }
    const [minimum] = createObjective(objective, 3).landscape!.minima
    middleOf(objective).forEach((value, i) => expect(minimum[i]).toBeCloseTo(value, 9))
  })
})
