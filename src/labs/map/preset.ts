// What the map shows at first: momentum on the elongated bowl, α against β, steps to the target.

import type { DescentExperiment, MapExperiment } from '../../engine/experiment.ts'
import { completed } from '../../engine/validate.ts'
import { plainView, type Preset } from '../../state/experiment.ts'
import { documentOf, mapOf } from './settings.ts'

const base: DescentExperiment = completed({
  objective: { kind: 'bowl', curvature: [1, 20] },
  steps: 200,
  runs: [{ optimizer: 'momentum', alpha: 0.1, beta: 0.9 }],
})

export const ownMap: MapExperiment = mapOf({ experiment: base, view: plainView })

export const mapPreset: Preset = documentOf(ownMap, plainView, ownMap)
