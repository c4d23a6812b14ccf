// The mixed set of twelve transfer questions.

import { searchNow } from '../../document/routes.ts'
import { lessonIds, type LessonId } from '../../course/ids.ts'
import type { Question } from '../../course/transfer.ts'
import { stream } from '../../engine/random.ts'
import { questions } from '../../lessons/transfer/questions.ts'

export interface Drawn {
  readonly lesson: LessonId
  readonly question: Question
}

export const mostSeed = 0xffff_ffff

/** Returns the address's seed, or 1. */
export function seedNow(): number {
  const seed = Number(searchNow().get('seed') ?? 1)
  return Number.isInteger(seed) && seed >= 0 && seed <= mostSeed ? seed : 1
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
