// All transfer questions, by lesson, and the mixed set of twelve.

import { stream } from '../../engine/random.ts'
import { lessonIds, type LessonId } from '../ids.ts'
import { averages, correction } from './averages.ts'
import { cost, map, miniBatch, size } from './early.ts'
import { decay, localOptima } from './late.ts'
import { adam, momentum, rmsprop } from './optimizers.ts'
import type { Question, Questions } from './question.ts'

export const questions: Questions = {
  'reading-the-map': map,
  'mini-batch': miniBatch,
  'reading-the-cost': cost,
  'batch-size': size,
  averages,
  'bias-correction': correction,
  momentum,
  rmsprop,
  adam,
  decay,
  'local-optima': localOptima,
}

export interface Drawn {
  readonly lesson: LessonId
  readonly question: Question
}

/** Twelve questions: one of each lesson and one more, in an order that follows from the seed. */
export function twelve(seed: number): readonly Drawn[] {
  const numbers = stream(seed, 'transfer')
  const take = <Item>(items: Item[]): Item => items.splice(numbers.below(items.length), 1)[0]
  const left: Drawn[] = []
  const drawn = lessonIds.map((lesson): Drawn => {
    const all = questions[lesson].map((question): Drawn => ({ lesson, question }))
    const one = take(all)
    left.push(...all)
    return one
  })
  drawn.push(take(left))
  return Array.from({ length: drawn.length }, () => take(drawn))
}
