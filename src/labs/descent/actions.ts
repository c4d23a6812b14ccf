// What the header and the keys do with a race.

import { retried } from '../../fetch/retried.ts'
import type { Actions } from '../lab.ts'
import { raceActions } from '../raceActions.ts'
import { openDescent } from './session.ts'

export const descentActions: Actions = {
  ...raceActions,
  open: openDescent,
  exports: ['csv', 'png', 'svg', 'animation', 'experiment', 'python'],
  save: async (kind) => (await retried(() => import('./exporting.ts'))).exportAs(kind),
}
