// The lessons' ids in the course's order. They are routes and stand in shared links: never rename one.

export const lessonIds = [
  'reading-the-map',
  'mini-batch',
  'reading-the-cost',
  'batch-size',
  'averages',
  'bias-correction',
  'momentum',
  'rmsprop',
  'adam',
  'decay',
  'local-optima',
] as const
export type LessonId = (typeof lessonIds)[number]

export const isLesson = (route: string): route is LessonId => (lessonIds as readonly string[]).includes(route)

/** Lessons whose steps are states of the averages lab. */
export const averagesLessons: readonly LessonId[] = ['averages', 'bias-correction']
