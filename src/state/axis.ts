// The axes of the race on show.

import { page } from './page.ts'

export { axes, examplesSeen, type Axis } from './createAxis.ts'

export const { shapeOf, along, stepAt, pacer } = page.playback.axes
