// The scene of a lesson that the projector shows.

import type { Lesson, Step } from '../../course/lesson.ts'
import type { Place } from './walk.ts'

export interface SceneNow {
  readonly lesson: Lesson
  readonly step: Step
  readonly name: string
  readonly place: Place
  /** Its index among the way's steps. */
  readonly stop: number
}
