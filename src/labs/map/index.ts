// The hyperparameter map: every setting of two numbers of a run at once.

import type { MapExperiment } from '../../engine/experiment.ts'
import type { Lab } from '../lab.ts'
import { mapPreset } from './preset.ts'
import { createMapModel, mapModel } from './model.ts'
import { mapSession } from './session.ts'
import { HyperMap } from './view/HyperMap.tsx'
import { mapActions } from './actions.ts'

export const lab: Lab<MapExperiment> = {
  id: 'map',
  preset: () => mapPreset,
  session: mapSession,
  createModel: createMapModel,
  model: mapModel,
  actions: mapActions,
  Page: HyperMap,
}
