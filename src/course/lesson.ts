// The types of a lesson: words and states of the lab, as data. A step sets the lab's state and the learner changes it.
// A prediction hides its answer until it is revealed. A challenge is checked on the run itself. doc/lessons.md explains
// how to write one.

import type { ExerciseKey } from '../engine/language/mistakes.ts'
import type { Words } from '../engine/words.ts'
import type { AveragesPart, Challenge, DescentPart, LabState, Prediction } from './tasks.ts'
import type { ControlName } from './controls.ts'
import type { FigureName } from './figures.ts'
import type { Drawn } from './drawn.ts'
import type { LessonId } from './ids.ts'

export type * from './tasks.ts'
export type { LessonId } from './ids.ts'

/** A word that is easily misunderstood, explained at its first use. */
export interface Term {
  readonly term: Words
  readonly note: Words
}

/** For the printed plan, if the step is part of a path. */
export interface Teaching {
  /** Used if there is no prediction, or to ask in fewer words. */
  readonly question?: Words
  readonly misconception: Words
  readonly sentence: Words
}

/** A place where the notes are wrong or imprecise: what they say, what holds, and a state that shows it. */
export interface Card<Part = DescentPart | AveragesPart> {
  readonly says: Words
  readonly written?: Words
  readonly load: LabState<Part>
}

interface StepOf<Part> extends LabState<Part> {
  /** Paths through the course and answers on the device know a step by its id: never rename one. */
  readonly id: string
  readonly title: Words
  /** The title on the stage while the question is open, if `title` would reveal the answer. */
  readonly asking?: Words
  /** Short paragraphs separated by empty lines. `$alpha = 0.02$` is mathematics, `**bold**` is bold. */
  readonly text: Words
  /** The main picture, by its name in figures.ts. Default: the lab's own. */
  readonly picture?: FigureName
  /** The large picture on the stage, if it is not `picture`. */
  readonly scene?: FigureName
  /** One to three pictures below it. Default: the lab's own. */
  readonly strips?: readonly FigureName[]
  /** The few controls of this step, shown in the order of the lab's controls. */
  readonly controls?: readonly ControlName[]
  /**
   * The live rule of the selected run, along w (0) or b (1). `code` adds the notes' loop, line by line. A network shows
   * its loop over X^{t} instead.
   */
  readonly rule?: { readonly component: 0 | 1; readonly code?: boolean }
  /** False if time is irrelevant. */
  readonly playback?: boolean
  readonly terms?: readonly Term[]
  readonly prediction?: Prediction<Part>
  readonly challenge?: Challenge
  /** "Write it yourself": an exercise of the rule language, by key (doc/rule.md). */
  readonly exercise?: ExerciseKey
  readonly cards?: readonly Card<Part>[]
  readonly teaching?: Teaching
}

interface LessonOf<OneStep> {
  readonly id: LessonId
  /**
   * The numbers of the steps in addresses (`at=4`), if they are not their positions. Links stay valid when steps are added,
   * removed or moved.
   */
  readonly numbers?: readonly number[]
  /** Three to eight, nine of Adam; the first one's experiment is the route's own, and it opens with a bet. */
  readonly steps: readonly OneStep[]
  /** What to take home, a sentence each. */
  readonly summary: readonly Words[]
}

export type DescentStep = StepOf<DescentPart>
export type AveragesStep = StepOf<AveragesPart>
export type Step = DescentStep | AveragesStep

/** Its steps are states of the descent lab. */
export interface DescentLesson extends LessonOf<DescentStep> {
  readonly lab?: 'descent'
}

/** Its steps are states of the averages lab. */
export interface AveragesLesson extends LessonOf<AveragesStep> {
  readonly lab: 'averages'
  /** The place of the first curve among the notes' colors (red, green, yellow). */
  readonly firstColor?: number
}

export type Lesson = DescentLesson | AveragesLesson

/** What the contents page says of a lesson. */
export interface LessonEntry {
  readonly id: LessonId
  readonly title: Words
  /** The question that it answers. */
  readonly question: Words
  /** Its thumbnail: a small real run, stopped before it reveals a prediction. */
  readonly drawn: Drawn
}

/** Returns the number of a step in addresses. */
export const numberOf = ({ numbers }: Lesson, place: number): number => numbers?.[place] ?? place + 1

/** Returns the index of the step that an address names, or 0 if there is none. */
export function placeOf(lesson: Lesson, at: string | undefined): number {
  const place = lesson.steps.findIndex((_, i) => String(numberOf(lesson, i)) === at)
  return Math.max(0, place)
}

/** The experiment underlying every step of a descent lesson: the course's opening valley. */
export const valley = {
  objective: { kind: 'quadratic', curvature: [1, 100] },
  start: [-10, 1],
} as const satisfies DescentPart
