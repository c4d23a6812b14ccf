// A transfer question: applies a lesson to a new surface or new numbers. None of the lesson's sentences contains the
// answer, and the explanation comes after answering.

import type { Words } from '../engine/words.ts'
import type { LessonId } from './ids.ts'
import { orderOf } from './order.ts'

interface Asked {
  /** The first answer is stored under `lesson/id`, so never rename one. */
  readonly id: string
  /** The step to review. */
  readonly step: string
  readonly question: Words
  readonly because: Words
}

export interface ChoiceQuestion extends Asked {
  /** The first one is right. They are shown shuffled. */
  readonly answers: readonly [Words, Words, Words]
}

interface NumberQuestion extends Asked {
  readonly right: number
  /** Relative tolerance. If 0 or absent, only the exact number is right. */
  readonly within?: number
}

export type Question = ChoiceQuestion | NumberQuestion
export type Questions = Readonly<Record<LessonId, readonly Question[]>>

/** `momentum/limit`: a question's name in the course. */
export const nameOf = (lesson: LessonId, { id }: Question): string => `${lesson}/${id}`

/** Returns the indices of a choice's answers in the order in which they are shown. */
export const orderShown = ({ id, answers }: ChoiceQuestion): readonly number[] =>
  orderOf(
    id,
    answers.map((_, i) => (i === 0 ? { right: true } : {})),
  )

/** Returns whether an answer is right: the index among `answers` for a choice, else the number itself. */
export function isRight(question: Question, answer: number): boolean {
  if ('answers' in question) return answer === 0
  const { right, within = 0 } = question
  return Math.abs(answer - right) <= Math.abs(right) * within + 1e-9 * Math.max(1, Math.abs(right))
}
