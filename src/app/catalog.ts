// Where each lesson is loaded from when it is opened.

import type { LessonId } from '../course/ids.ts'
import type { Lesson, LessonEntry } from '../course/lesson.ts'
import { shuffled } from '../course/order.ts'
import { remembered } from '../fetch/retried.ts'
import { lessons } from '../lessons/index.ts'

const files: Readonly<Record<LessonId, () => Promise<Lesson>>> = {
  'reading-the-map': async () => (await import('../lessons/readingTheMap.ts')).readingTheMap,
  'mini-batch': async () => (await import('../lessons/miniBatch.ts')).miniBatch,
  'reading-the-cost': async () => (await import('../lessons/readingTheCost.ts')).readingTheCost,
  'batch-size': async () => (await import('../lessons/batchSize.ts')).batchSize,
  averages: async () => (await import('../lessons/averages.ts')).averages,
  'bias-correction': async () => (await import('../lessons/biasCorrection.ts')).biasCorrection,
  momentum: async () => (await import('../lessons/momentum.ts')).momentum,
  rmsprop: async () => (await import('../lessons/rmsprop.ts')).rmsprop,
  adam: async () => (await import('../lessons/adam.ts')).adam,
  decay: async () => (await import('../lessons/decay.ts')).decay,
  'local-optima': async () => (await import('../lessons/localOptima.ts')).localOptima,
}

export const lessonEntry = (id: string): LessonEntry | undefined => lessons.find((entry) => entry.id === id)

const loading = new Map<LessonId, () => Promise<Lesson>>()

/** Returns one promise per lesson, for React's `use`, until it is rejected. */
export function loadLesson(id: LessonId): Promise<Lesson> {
  let load = loading.get(id)
  if (!load) loading.set(id, (load = remembered(async () => shuffled(await files[id]()))))
  return load()
}
