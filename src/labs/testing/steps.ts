// For tests: a step of a lesson by its id, as a document, as its reveal shows it, and its challenge tried.

import type { AveragesExperiment, DescentExperiment } from '../../engine/experiment.ts'
import type { Outcome } from '../../course/tasks.ts'
import { averagesFactsOf } from '../averages/lesson/facts.ts'
import { judgeCurves } from '../averages/lesson/judge.ts'
import { judgeRuns } from '../descent/lesson/judge.ts'
import { documentAfter, documentsOf } from '../descent/lesson/documents.ts'
import { averagesOf } from '../averages/lesson/documents.ts'
import { factsOf, type DescentFacts } from '../descent/lesson/facts.ts'
import { computeRace, type Rows } from '../../engine/computeRace.ts'
import type { Lesson } from '../../course/lesson.ts'

export const placeOfStep = (lesson: Lesson, id: string): number =>
  lesson.steps.findIndex((step) => step.id === id)

export function stepOf(lesson: Lesson, id: string) {
  const place = placeOfStep(lesson, id)
  return { step: lesson.steps[place], document: documentsOf(lesson)[place] }
}

export function revealed(lesson: Lesson, id: string): DescentExperiment {
  const { step, document } = stepOf(lesson, id)
  return documentAfter(document, step.prediction?.reveal ?? {}).experiment
}

/** What a challenge makes of an experiment; `races` where it is computed already. */
export function judged(
  lesson: Lesson,
  id: string,
  experiment: DescentExperiment,
  races: readonly Rows[] = computeRace(experiment),
  measured?: DescentFacts['measured'],
): Outcome {
  const { step, document } = stepOf(lesson, id)
  const facts = { ...factsOf(experiment, races), measured }
  return judgeRuns(step.challenge!, document.experiment, step.controls ?? [], facts)
}

export function judgedAverages(lesson: Lesson, id: string, experiment: AveragesExperiment): Outcome {
  const place = placeOfStep(lesson, id)
  const { challenge, controls = [] } = lesson.steps[place]
  return judgeCurves(challenge!, averagesOf(lesson)[place], controls, averagesFactsOf(experiment))
}
