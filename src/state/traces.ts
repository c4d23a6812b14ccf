// The traces on show: the page's own.

import { page } from './page.ts'

export { hasDiverged, Trace } from './race.ts'

export const { race } = page
export const { onTraces } = race
export const finished = (): boolean => race.isFinished
