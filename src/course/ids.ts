// The lessons' ids in course order. They are routes and appear in shared links, so never rename one.

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

/** The lab that a lesson's steps are states of. */
export type LessonLab = 'averages' | 'descent'
export const labOfLesson = (id: LessonId): LessonLab =>
  averagesLessons.includes(id) ? 'averages' : 'descent'
