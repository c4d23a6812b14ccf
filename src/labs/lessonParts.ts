// What a lab brings to lessons: documents, figures, controls, and a driver of its state. Lesson pages, the stage and the
// console use this contract and know no lab by name.

import type { ComponentType } from 'react'
import type { WatchProps } from '../course/ChallengePanel.tsx'
import type { ControlName } from '../course/controls.ts'
import type { FigureName } from '../course/figures.ts'
import type { LessonLab } from '../course/ids.ts'
import type { Hidden, LabState, Lesson, Step } from '../course/lesson.ts'
import type { VerdictProps } from '../course/PredictionPanel.tsx'
import { remembered } from '../fetch/retried.ts'
import type { Lab } from './lab.ts'

export interface FigureProps {
  /** What the open prediction hides. Empty once it is answered. */
  readonly hides: ReadonlySet<Hidden>
  /** Whether a prediction is unanswered. */
  readonly open: boolean
  readonly step: Step
  /** `momentum/limit`: the step's name in the course. */
  readonly name: string
}

export type Figure = ComponentType<FigureProps> & {
  /** Loads the figure's file ahead of time. */
  fetch?(): Promise<unknown>
}

export interface PicturesProps extends FigureProps {
  /** Whether the address leaves a part of the page visible: controls, playback. */
  readonly shows: (part: string) => boolean
}

export interface ControlsProps {
  readonly only: readonly ControlName[]
}

export interface DriverProps {
  readonly lesson: Lesson
  /** One per step, made by `documents`. */
  readonly documents: readonly object[]
  /** The step on show, from 0. */
  readonly at: number
  /** Its question is unanswered. */
  readonly open: boolean
  readonly hides: ReadonlySet<Hidden>
}

/** Changes what the lab shows for a lesson. */
export interface LessonDriver {
  /** What a reveal shows is computed. */
  readonly isReady: boolean
  /** A reveal is playing. */
  readonly moving: boolean
  /** Opens a step: unanswered, or as its reveal left it. */
  go(at: number): void
  /** Shows another state of the step, as a card does. */
  show(state: LabState): void
  reveal(): void
  /** Jumps to the end of what is playing. */
  land(): void
  /** Returns to the start of the step, because its question is open again. */
  askAgain(): void
  /** Whether everything that was asked for has been computed and shown. */
  arrived(): boolean
  /** The lab's state, to be restored later. */
  snapshot(): unknown
  restore(state: unknown): void
}

export interface LessonParts {
  readonly lab: Lab
  /** The documents of the steps. `asking`: the first step's bet is open, so time waits at its beginning. */
  documents(lesson: Lesson, asking: boolean): readonly object[]
  /** The index of the step on show. */
  usePlace(): number
  useDriver(props: DriverProps): LessonDriver
  readonly figures: Readonly<Partial<Record<FigureName, Figure>>>
  /** What a step shows that names no figures. */
  /** Time is a slider below its picture. */
  readonly slides?: true
  readonly usual: { readonly picture: FigureName; readonly strips: readonly FigureName[] }
  /** All figures and controls of a step, laid out for the page. */
  readonly Pictures: ComponentType<PicturesProps>
  readonly Controls: ComponentType<ControlsProps>
  /** The control of a step that is among the presenter's tools. */
  oneControl(controls: readonly ControlName[]): readonly ControlName[]
  /** Moves through time. */
  readonly Time: ComponentType
  /** What the console has besides the step's controls. */
  readonly ConsoleControls: ComponentType
  readonly Watch: ComponentType<WatchProps>
  readonly Verdict?: ComponentType<VerdictProps>
}

export const lessonParts: Readonly<Record<LessonLab, () => Promise<LessonParts>>> = {
  descent: remembered(async () => (await import('./descent/lesson/index.ts')).parts),
  averages: remembered(async () => (await import('./averages/lesson/index.ts')).parts),
}

/** The figures of a step: its picture, then its strips. */
export const figuresOf = (
  { usual }: Pick<LessonParts, 'usual'>,
  { picture, strips }: Step,
): readonly FigureName[] => [picture ?? usual.picture, ...(strips ?? usual.strips)]

/** Loads the figures of a lesson's steps ahead of time. */
export function fetchFigures(parts: LessonParts, { steps }: Lesson): void {
  for (const name of steps.flatMap((step) => figuresOf(parts, step)))
    // A part that cannot be fetched now reports it when it is shown.
    parts.figures[name]?.fetch?.().catch(() => {})
}
