// What a step asks: one of several answers, something drawn or dragged, or nothing. What it hides until the answer.

import { askingFigures } from './figures.ts'
import type { ChoicePrediction, Hidden, Prediction, Step } from './lesson.ts'

interface Asking {
  readonly prediction?: Prediction
}

export const choiceOf = ({ prediction }: Asking): ChoicePrediction | undefined =>
  prediction && 'answers' in prediction ? prediction : undefined

export function asks(step: Step): 'choice' | 'drawn' | undefined {
  if (step.prediction) return choiceOf(step) ? 'choice' : 'drawn'
  return step.picture && askingFigures.includes(step.picture) ? 'drawn' : undefined
}

const nothing: ReadonlySet<Hidden> = new Set()
const everything: ReadonlySet<Hidden> = new Set(['paths', 'curves', 'memory', 'numbers', 'beyond'])

/** Returns what the open question of a step hides. */
export function hiddenBy({ prediction }: Asking): ReadonlySet<Hidden> {
  if (!prediction) return nothing
  if (prediction.hides) return new Set(prediction.hides)
  return prediction.reveal?.experiment ? nothing : everything
}

/** Returns the index of the wrong answer with the most votes: the counted votes, or without any the expected ones. */
export function commonMistake(
  { answers, votes: expected = [] }: ChoicePrediction,
  counted: readonly number[] = [],
): number {
  const votes = counted.some((hands) => hands > 0) ? counted : expected
  const wrong = answers.flatMap(({ right }, i) => (right ? [] : [i]))
  return wrong.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0))[0]
}
