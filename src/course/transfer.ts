// A transfer question: what a lesson taught, on a new surface or with new numbers. Its answer is in none of the lesson's
// sentences, and the explanation comes after the answer.

import type { Words } from '../engine/words.ts'
import type { LessonId } from './ids.ts'

interface Asked {
  /** The first answer is kept on the device under `lesson/id`: never rename one. */
  readonly id: string
  /** The step to look at again. */
  readonly step: string
  readonly question: Words
  readonly because: Words
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice'
  /** The first one is right; they are shown shuffled. */
  readonly answers: readonly [Words, Words, Words]
}

interface NumberQuestion extends Asked {
  readonly kind: 'number'
  readonly right: number
  /** Answers this near to it are right, as a share of it; of 0 and where it is left out, only the number itself. */
  readonly within?: number
}

export type Question = ChoiceQuestion | NumberQuestion
export type Questions = Readonly<Record<LessonId, readonly Question[]>>

/** `momentum/limit`: a question's name in the course. */
export const nameOf = (lesson: LessonId, { id }: Question): string => `${lesson}/${id}`

/** Whether an answer is right: of a choice its number among `answers`, or the number itself. */
export function isRight(question: Question, answer: number): boolean {
  if (question.kind === 'choice') return answer === 0
  const { right, within = 0 } = question
  return Math.abs(answer - right) <= Math.abs(right) * within + 1e-9 * Math.max(1, Math.abs(right))
}
