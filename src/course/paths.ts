// A path through the course: steps of several lessons, and the minute at which each begins.

import type { LessonId } from './ids.ts'

export const pathNames = ['lecture45', 'lecture90', 'lab90'] as const
export type PathName = (typeof pathNames)[number]
export interface PathStep {
  readonly minute: number
  readonly lesson: LessonId
  readonly step: string
}

/** A path as it is written down: the minutes of its steps, by lesson. */
export type Minutes = { readonly [Lesson in LessonId]?: Readonly<Record<string, number>> }

export const isPath = (name: string | undefined): name is PathName =>
  (pathNames as readonly (string | undefined)[]).includes(name)
