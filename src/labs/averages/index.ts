// Averages: exponentially weighted averages of one series.

import type { AveragesExperiment } from '../../engine/experiment.ts'
import type { Lab } from '../lab.ts'
import { averagesActions } from './actions.ts'
import { AveragesPage } from './AveragesPage.tsx'
import { averagesModel, createAveragesModel } from './model.ts'
import { averagesRoute, averagesSession } from './session.ts'

export const lab: Lab<AveragesExperiment> = {
  id: 'averages',
  preset: () => averagesRoute,
  session: averagesSession,
  createModel: createAveragesModel,
  model: averagesModel,
  actions: averagesActions,
  Page: AveragesPage,
}
