// The way through a set of transfer questions, press by press. A choice is asked, counted and revealed, then explained.
// A number is asked, then told with its explanation.

import { isRight, nameOf, orderShown, type ChoiceQuestion } from '../../course/transfer.ts'
import type { Words } from '../../engine/words.ts'
import type { Drawn } from '../transfer/twelve.ts'

export type QuestionPhase = 'ask' | 'count' | 'reveal' | 'after' | 'home'

export interface QuestionPlace {
  /** The question's index in its set. */
  readonly at: number
  readonly phase: QuestionPhase
}

/** Returns all places in the order of a clicker's presses. The last one says what to look at again. */
export function questionPlaces(set: readonly Drawn[]): readonly QuestionPlace[] {
  const places = set.flatMap(({ question }, at) =>
    ('answers' in question
      ? (['ask', 'count', 'reveal', 'after'] as const)
      : (['ask', 'after'] as const)
    ).map((phase): QuestionPlace => ({ at, phase })),
  )
  return [...places, { at: set.length - 1, phase: 'home' }]
}

/** Returns a choice's answers in the order in which its page shows them. */
export function answersOf(
  question: ChoiceQuestion,
): readonly { readonly text: Words; readonly right?: true }[] {
  return orderShown(question).map((answer) => ({
    text: question.answers[answer],
    ...(answer === 0 && { right: true }),
  }))
}

/** The key of a question's votes. */
export const votesKey = (seed: number, { lesson, question }: Drawn): string =>
  `questions/${seed}/${nameOf(lesson, question)}`

/** Returns the questions whose most common answer in class was wrong. */
export function missed(
  set: readonly Drawn[],
  votesOf: (drawn: Drawn) => readonly number[] | undefined,
): readonly Drawn[] {
  return set.filter((drawn) => {
    const { question } = drawn
    const votes = votesOf(drawn) ?? []
    const most = Math.max(0, ...votes)
    if (!('answers' in question) || most === 0) return false
    const order = orderShown(question)
    return votes.some((hands, i) => hands === most && !isRight(question, order[i]))
  })
}
