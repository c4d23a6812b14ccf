// Descent: optimizers race down a cost surface. The playground, most lessons and the class race are in this lab.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { page } from '../../state/page.ts'
import type { Lab } from '../lab.ts'
import { descentActions } from './actions.ts'
import { playground } from './preset.ts'
import { createRaceModel } from './model.ts'
import { Playground } from './Playground.tsx'
import { descentSession } from './session.ts'

export const lab: Lab<DescentExperiment> = {
  id: 'descent',
  preset: () => playground,
  session: descentSession,
  createModel: createRaceModel,
  model: page,
  actions: descentActions,
  Page: Playground,
}
