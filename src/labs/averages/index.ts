// Averages: exponentially weighted averages of one series.

import type { AveragesExperiment } from '../../engine/experiment.ts'
import type { Lab } from '../lab.ts'
import { averagesActions } from './actions.ts'
import { averagesModel, createAveragesModel } from './model.ts'
import { averagesRoute, averagesSession } from './session.ts'
import { AveragesLab, drawing } from './view/AveragesLab.tsx'

export const lab: Lab<AveragesExperiment> = {
  id: 'averages',
  preset: () => averagesRoute,
  session: averagesSession,
  createModel: createAveragesModel,
  model: averagesModel,
  actions: averagesActions,
  Page: AveragesLab,
  names: [drawing],
}
