// What free play of the averages opens with.

import type { AveragesExperiment } from '../../engine/experiment.ts'

export interface AveragesView {
  /** The curve whose weights and equations are shown. */
  readonly selected: number
  /** The day at the cursor, from 1. */
  readonly day: number
  /** Show the curve without lag and the arrow that measures the lag. */
  readonly lag: boolean
  /** The first curve's index among the notes' colors: β = 0.98 on its own is green. */
  readonly firstColor: number
  /** The step of the lesson, from 0. */
  readonly at: number
}

/** The notes' three curves over Seattle's year 2012. The course writes out day 100. */
export const averagesPreset: AveragesExperiment = {
  version: 1,
  lab: 'averages',
  seed: 1,
  convention: 'course',
  series: { kind: 'seattle', years: 1 },
  unit: 'celsius',
  changes: [],
  betas: [0.9, 0.98, 0.5],
  biasCorrection: false,
  windows: [],
}
export const averagesView: AveragesView = { selected: 0, day: 100, lag: false, firstColor: 0, at: 0 }
