// What a lesson is: words and states of the lab, declared. A step sets the lab's state, the learner changes it; a
// prediction hides what it asks about until it is answered; a challenge is checked by the run itself. doc/lessons.md
// says how to write one.

import type { AveragesExperiment, DescentExperiment } from '../engine/experiment.ts'
import type { ExerciseKey } from '../engine/language/mistakes.ts'
import type { Words } from '../engine/words.ts'
import type { Challenge, LabState, Prediction } from './asked.ts'
import type { Card } from './CardList.tsx'
import type { ControlName } from './LessonControls.tsx'
import type { LessonId } from './ids.ts'
import type { PanelName } from './panels.tsx'

export type * from './asked.ts'
export type { LessonId } from './ids.ts'
export type { Card } from './CardList.tsx'

/** A word that is easily taken for another one, explained at its first use. */
export interface Term {
  readonly term: Words
  readonly note: Words
}

/** For the printed plan, where the step is part of a path. */
export interface Teaching {
  /** Asked where there is no prediction, or in fewer words. */
  readonly question?: Words
  readonly misconception: Words
  readonly sentence: Words
}

export interface Step extends LabState {
  /** Paths through the course and answers on the device know a step by its id: never rename one. */
  readonly id: string
  /** Its number in addresses (`at=4`), where that is not its place: links outlive steps that come, go or move. */
  readonly number?: number
  readonly title: Words
  /** The title on the stage while the question is open, where the title itself answers it. */
  readonly asking?: Words
  /** Short paragraphs between empty lines; `$alpha = 0.02$` is mathematics, `**bold**` is bold. */
  readonly text: Words
  /** What is in the middle, by its name in panels.tsx. Default: map. */
  readonly picture?: PanelName
  /** What is large on the stage, where it is not the picture. */
  readonly scene?: PanelName
  /** Beneath it, one to three. Default: cost. */
  readonly strips?: readonly PanelName[]
  /** The few controls of this step, in the order of LessonControls. */
  readonly controls?: readonly ControlName[]
  /** The living rule of the selected run: along w (0) or b (1); `code` adds the notes' loop, line by line. A network shows
   *  its loop over X^{t} instead. */
  readonly rule?: { readonly component: 0 | 1; readonly code?: boolean }
  /** False where time is not the matter. */
  readonly playback?: boolean
  readonly terms?: readonly Term[]
  readonly prediction?: Prediction
  readonly challenge?: Challenge
  /** "Write it yourself": an exercise of the rule language, by its key (doc/rule.md). */
  readonly exercise?: ExerciseKey
  readonly cards?: readonly Card[]
  readonly teaching?: Teaching
  /** In a lesson of lab `averages`: what differs from the averages lab's own experiment, and the day at the cursor. */
  readonly averages?: Partial<AveragesExperiment>
  readonly day?: number
}

export interface Lesson {
  readonly id: LessonId
  readonly title: Words
  /** In the averages lab: the place of the first curve among the notes' colors (red, green, yellow). */
  readonly firstColor?: number
  /** Which lab its steps are states of; default descent. */
  readonly lab?: 'descent' | 'averages'
  /** Three to eight, nine of Adam; the first one's experiment is the route's own, and it opens with a bet. */
  readonly steps: readonly Step[]
  /** What to take home, a sentence each. */
  readonly summary: readonly Words[]
}

/** What the contents page says of a lesson. */
export interface LessonEntry {
  readonly id: LessonId
  readonly title: Words
  /** The question that it answers. */
  readonly question: Words
}

/** The number of a step in addresses. */
export const numberOf = ({ steps }: Lesson, place: number): number => steps[place].number ?? place + 1

/** The place of the step that an address names; the first where it names none that there is. */
export function placeOf({ steps }: Lesson, at: string | undefined): number {
  const place = steps.findIndex(({ number }, i) => String(number ?? i + 1) === at)
  return Math.max(0, place)
}

/** The plain experiment under every step of a descent lesson: teaching.md's opening valley. */
export const valley = {
  objective: { kind: 'quadratic', curvature: [1, 100] },
  start: [-10, 1],
} as const satisfies Partial<Record<keyof DescentExperiment, unknown>>
