// What is shown at one moment: the document, its rows and the cursor. A key that pins it may load its part later.

import { useExperiment } from './experiment.ts'
import { cursor, stepOf } from './playback.ts'
import { race } from './traces.ts'

export const momentNow = () => ({
  ...useExperiment.getState(),
  // A new run replaces its trace, and leaves the old one as it is.
  traces: race.traces.map((trace, run) => ({ trace, step: stepOf(run) })),
  step: cursor.step,
})

export type Moment = ReturnType<typeof momentNow>
