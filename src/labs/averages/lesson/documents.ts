// The steps of a lesson on averages as documents of the lab.

import { numberOf, type AveragesLesson, type Lesson } from '../../../course/lesson.ts'
import { isRevealed } from '../../../course/revealed.ts'
import type { AveragesExperiment } from '../../../engine/experiment.ts'
import type { AveragesRoute } from '../document.ts'
import { averagesPreset, averagesView } from '../preset.ts'

/** Returns the experiments of a lesson on averages, one a step. */
export const averagesOf = (lesson: Lesson): AveragesExperiment[] =>
  lesson.lab === 'averages'
    ? lesson.steps.map((step) => ({ ...averagesPreset, ...lesson.steps[0].experiment, ...step.experiment }))
    : []

/** Returns a lesson on averages as documents, one a step. A revealed step opens as its reveal left it. */
export function averagesDocumentsOf(lesson: AveragesLesson): AveragesRoute[] {
  const { firstColor = 0 } = lesson
  return averagesOf(lesson).map((experiment, at) => {
    const view = { ...averagesView, day: lesson.steps[at].cursor ?? averagesView.day, firstColor, at }
    return {
      experiment,
      view,
      number: numberOf(lesson, at),
      opens() {
        if (!isRevealed(lesson, at)) return undefined
        const { experiment: change, cursor } = lesson.steps[at].prediction?.reveal ?? {}
        return { experiment: { ...experiment, ...change }, view: { ...view, day: cursor ?? view.day } }
      },
    }
  })
}
