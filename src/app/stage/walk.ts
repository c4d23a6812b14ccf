// The way through a class, press by press: one list of places, so a press back exactly undoes a press forward. A step
// with a question has a scene, the question, the show of hands, the run that answers, and the sentence on the
// misconception.

import { asks } from '../../course/asks.ts'
import type { Lesson, LessonId, Step } from '../../course/lesson.ts'
import type { ExerciseKey } from '../../engine/language/mistakes.ts'

export type Phase = 'scene' | 'ask' | 'count' | 'reveal' | 'after' | 'home'

export interface Place {
  readonly lesson: LessonId
  /** The step's index in its lesson. */
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

const phases: Readonly<Record<'choice' | 'drawn' | 'nothing', readonly Phase[]>> = {
  nothing: ['scene'],
  drawn: ['scene', 'ask', 'reveal', 'after'],
  choice: ['scene', 'ask', 'count', 'reveal', 'after'],
}

/** Returns all places in the order of a clicker's presses. The last one has the key points. */
export function placesOf(stops: readonly Stop[]): readonly Place[] {
  const places = stops.flatMap(({ lesson, at }) => {
    const step = lesson.steps[at]
    const own = { lesson: lesson.id, at, name: `${lesson.id}/${step.id}` }
    return phases[asks(step) ?? 'nothing'].map((phase): Place => ({ ...own, phase }))
  })
  const last = places.at(-1)
  return last ? [...places, { ...last, phase: 'home' }] : []
}

/** Whether the question is still open. */
export const isOpen = (phase: Phase): boolean => phase === 'scene' || phase === 'ask' || phase === 'count'

/** While the question is asked only the votes change. */
export const isAsking = (phase: Phase): boolean => phase === 'ask' || phase === 'count'

/** Returns the exercise that can be opened: none before its step's question is answered. */
export const exerciseOf = (step: Step, phase: Phase): ExerciseKey | undefined =>
  phase === 'home' || (asks(step) && isOpen(phase)) ? undefined : step.exercise

/** Returns the index of a step and a phase on the way, or −1. */
export const indexOf = (places: readonly Place[], name: string, phase: Phase): number =>
  places.findIndex((place) => place.name === name && place.phase === phase)

/** Returns the index of a step's first place. */
export const firstOf = (places: readonly Place[], name: string): number =>
  places.findIndex((place) => place.name === name)

/** Returns the votes after counting a card, never below zero. */
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

/** Returns the tally as a file: one line per answer. */
export function tallyCsv(question: string, answers: readonly string[], votes: readonly number[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = answers.map((text, i) =>
    [cell(question), String.fromCharCode(65 + i), cell(text), votes[i] ?? 0].join(','),
  )
  return ['question,card,answer,hands', ...lines, ''].join('\r\n')
}
