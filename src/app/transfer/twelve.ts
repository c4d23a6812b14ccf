// The mixed set of twelve transfer questions.

import { lessonIds, type LessonId } from '../../course/ids.ts'
import type { Question } from '../../course/transfer.ts'
import { stream } from '../../engine/random.ts'
import { questions } from '../../lessons/transfer/questions.ts'

export interface Drawn {
  readonly lesson: LessonId
  readonly question: Question
}

/** Returns twelve questions: one per lesson and one more, in an order determined by the seed. */
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
