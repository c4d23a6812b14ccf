// The steps of each path in their order.

import type { LessonId } from '../course/ids.ts'
import type { Minutes, PathName, PathStep } from '../course/paths.ts'
import { minutes } from '../lessons/paths.ts'

const stepsOf = (path: Minutes): readonly PathStep[] =>
  Object.entries(path).flatMap(([lesson, steps]) =>
    Object.entries(steps).map(([step, minute]) => ({ lesson: lesson as LessonId, step, minute })),
  )

export const paths: Readonly<Record<PathName, readonly PathStep[]>> = {
  lecture45: stepsOf(minutes.lecture45),
  lecture90: stepsOf(minutes.lecture90),
  lab90: stepsOf(minutes.lab90),
}
