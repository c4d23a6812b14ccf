// For tests: a step of a lesson by its id, as a document, as its reveal shows it, and its challenge tried.

import type { AveragesExperiment, DescentExperiment } from '../../engine/experiment.ts'
import type { Outcome } from '../tasks.ts'
import { averagesFactsOf } from '../averagesFacts.ts'
import { judge } from '../challenge.ts'
import { averagesOf, documentAfter, documentsOf } from '../documents.ts'
import { computeRace, factsOf, type DescentFacts, type Rows } from '../facts.ts'
import type { Lesson } from '../lesson.ts'

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
  return judge(step.challenge!, document.experiment, step.controls ?? [], facts)
}

export function judgedAverages(lesson: Lesson, id: string, experiment: AveragesExperiment): Outcome {
  const place = placeOfStep(lesson, id)
  const { challenge, controls = [] } = lesson.steps[place]
  return judge(challenge!, averagesOf(lesson)[place], controls, averagesFactsOf(experiment))
}
