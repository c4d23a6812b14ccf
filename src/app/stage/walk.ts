// The way through a class, press by press: one list of places, so that a press back undoes exactly a press on. A step
// that asks is a scene, the question, the count of hands, the run that answers, and the sentence on the misconception.

import type { Lesson, LessonId, Step } from '../../course/lesson.ts'

export type Phase = 'scene' | 'ask' | 'count' | 'reveal' | 'after' | 'home'

export interface Place {
  readonly lesson: LessonId
  /** The step's place in its lesson, from 0. */
  readonly at: number
  /** The step's name in the course: `momentum/limit`. */
  readonly name: string
  readonly phase: Phase
}

/** A step on the way. */
export interface Stop {
  readonly lesson: Lesson
  readonly at: number
}

/** What a step asks: one of several answers, something that is drawn or dragged, or nothing. */
export function asks({ prediction, picture }: Step): 'choice' | 'drawn' | undefined {
  if (prediction) return prediction.kind === 'choice' ? 'choice' : 'drawn'
  return picture === 'purpleLine' ? 'drawn' : undefined
}

const phases: Readonly<Record<'choice' | 'drawn' | 'nothing', readonly Phase[]>> = {
  nothing: ['scene'],
  drawn: ['scene', 'ask', 'reveal', 'after'],
  choice: ['scene', 'ask', 'count', 'reveal', 'after'],
}

/** All places in the order of a clicker's presses; the last one is what the class takes home. */
export function placesOf(stops: readonly Stop[]): readonly Place[] {
  const places = stops.flatMap(({ lesson, at }) => {
    const step = lesson.steps[at]
    const own = { lesson: lesson.id, at, name: `${lesson.id}/${step.id}` }
    return phases[asks(step) ?? 'nothing'].map((phase): Place => ({ ...own, phase }))
  })
  const last = places.at(-1)
  return last ? [...places, { ...last, phase: 'home' }] : []
}

/** Whether the answer is on the wall. */
export const isOpen = (phase: Phase): boolean => phase === 'scene' || phase === 'ask' || phase === 'count'

/** While the question is asked nothing but the hands changes. */
export const isAsking = (phase: Phase): boolean => phase === 'ask' || phase === 'count'

/** The place of a step and a phase on the way, −1 where the way does not have it. */
export const indexOf = (places: readonly Place[], name: string, phase: Phase): number =>
  places.findIndex((place) => place.name === name && place.phase === phase)

/** The first place of a step. */
export const firstOf = (places: readonly Place[], name: string): number =>
  places.findIndex((place) => place.name === name)

/** Hands after a card was counted; no card has fewer than none. */
export function counted(
  votes: readonly number[],
  answers: number,
  answer: number,
  by: number,
): readonly number[] {
  return Array.from({ length: answers }, (_, i) => {
    const before = votes[i] ?? 0
    return i === answer ? Math.max(0, before + by) : before
  })
}

/** The tally as a file: a line an answer. */
export function tallyCsv(question: string, answers: readonly string[], votes: readonly number[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = answers.map((text, i) =>
    [cell(question), String.fromCharCode(65 + i), cell(text), votes[i] ?? 0].join(','),
  )
  return ['question,card,answer,hands', ...lines, ''].join('\r\n')
}
