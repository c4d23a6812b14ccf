// A lesson's steps as documents of the lab.

import type { AveragesExperiment, DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import { plainView, type Document, type Home } from '../state/descentDocument.ts'
import { averagesHome, averagesView, type AveragesRoute } from '../state/averages.ts'
import { useCourse } from '../state/course.ts'
import type { DescentPart, LabState } from './tasks.ts'
import type { AveragesLesson, DescentLesson, Lesson } from './lesson.ts'
import { numberOf, valley } from './lesson.ts'

/** Merges fields of an experiment into a complete one. */
function laidOver(below: DescentExperiment, above: DescentPart): object {
  const { objective = {} } = above
  const { start, ...rest } = below
  return objective.kind === undefined || objective.kind === below.objective.kind
    ? { ...below, ...above, objective: { ...below.objective, ...objective } }
    : { ...rest, ...above }
}

/** Returns the document of a state that follows another one. */
export function documentAfter(before: Document, state: LabState): Home {
  const experiment = state.experiment
    ? completed<DescentExperiment>(laidOver(before.experiment, state.experiment as DescentPart))
    : before.experiment
  return { experiment, view: { ...before.view, ...state.view }, cursor: state.cursor }
}

const plain: Document = {
  experiment: completed({ ...valley, steps: 200, runs: [{ optimizer: 'gd', alpha: 0.018 }] }),
  view: plainView,
}

/**
 * Returns one document per step. Each step builds on the lesson's first one, whose fields apply unless the step
 * overrides them, so a step can be opened on its own. `asking`: the first step's bet is open, and time waits for the
 * answer. A link to its own state shows that state to its end.
 */
export function documentsOf(lesson: Lesson, asking = false): Home[] {
  if (lesson.lab === 'averages') return []
  const first = documentAfter(plain, lesson.steps[0])
  return lesson.steps.map((step, at) => {
    const document =
      at === 0 ? first : documentAfter({ ...first, view: { ...plainView, ...lesson.steps[0].view } }, step)
    const held =
      (asking || at > 0) && step.prediction?.hides?.some((one) => one === 'paths' || one === 'beyond')
    const cursor = step.cursor ?? (held ? 0 : undefined)
    const home: Home = {
      ...document,
      cursor,
      speed: step.speed,
      number: numberOf(lesson, at),
      view: { ...document.view, at },
    }
    return { ...home, opens: () => (isRevealed(lesson, at) ? revealedHome(lesson, at, home) : undefined) }
  })
}

export const isRevealed = (lesson: Lesson, at: number): boolean =>
  useCourse.getState().predictions[`${lesson.id}/${lesson.steps[at].id}`]?.revealed ?? false

/** A step after its reveal: text and picture agree whenever one comes back to it. */
function revealedHome(lesson: DescentLesson, at: number, home: Home): Home {
  const { prediction, speed } = lesson.steps[at]
  const reveal = prediction?.reveal ?? {}
  return { ...documentAfter(home, reveal), speed: reveal.speed ?? speed }
}

/** Returns the experiments of a lesson on averages, one a step. */
export const averagesOf = (lesson: Lesson): AveragesExperiment[] =>
  lesson.lab === 'averages'
    ? lesson.steps.map((step) => ({ ...averagesHome, ...lesson.steps[0].experiment, ...step.experiment }))
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
