// What the header, the keys and an embedding page do with the averages.

import { retried } from '../../fetch/retried.ts'
import { lookAtAverages, redoAverages, resetAverages, undoAverages, useAverages } from './document.ts'
import { pictureOf } from '../../panels/pictures.ts'
import type { Actions } from '../lab.ts'
import { openAveragesFile } from './session.ts'

let isHeld = false

/** While a prediction hides the days to come, time stays where it is. */
export const holdDay = (held: boolean): void => void (isHeld = held)

function seek(day: number): void {
  if (!isHeld) lookAtAverages({ day: Math.max(1, day) })
}

export const averagesActions: Actions = {
  undo: undoAverages,
  redo: redoAverages,
  reset: resetAverages,
  useHistory: useAverages,
  subscribe: useAverages.subscribe,
  seek,
  picture: () => pictureOf('averages'),
  press(key, by) {
    const { day } = useAverages.getState().view
    const to = { ArrowRight: day + by, ArrowLeft: day - by, Home: 0, End: Infinity }[key]
    return to === undefined ? undefined : () => seek(to)
  },
  open: openAveragesFile,
  exports: ['csv', 'png', 'svg', 'experiment', 'python'],
  save: async (kind) => (await retried(() => import('./exporting.ts'))).exportAverages(kind),
}
