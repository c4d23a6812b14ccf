// Descent: optimizers race down a cost surface. The playground, most lessons and the class race are in this lab.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { startRunner } from '../../worker/address.ts'
import { createDescentModel } from '../../state/descentModel.ts'
import { reportFailure } from '../../state/failures.ts'
import * as frame from '../../state/frame.ts'
import { page } from '../../state/page.ts'
import type { Lab } from '../lab.ts'
import { descentActions } from './actions.ts'
import { playground } from './home.ts'
import { PlaygroundPage } from './PlaygroundPage.tsx'
import { descentSession } from './session.ts'

export const lab: Lab<DescentExperiment> = {
  id: 'descent',
  preset: () => playground,
  session: descentSession,
  createModel: () => createDescentModel({ spawn: startRunner, frame, stopped: reportFailure }),
  model: page,
  actions: descentActions,
  Page: PlaygroundPage,
}
