// Whether a step's question has been answered and its answer shown, at any time before.

import { useCourse } from '../state/course.ts'
import type { Lesson } from './lesson.ts'

export const isRevealed = (lesson: Lesson, at: number): boolean =>
  useCourse.getState().predictions[`${lesson.id}/${lesson.steps[at].id}`]?.revealed ?? false
