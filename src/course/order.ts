// Shuffles answers in a fixed order, equal at every visit, in both languages and on every screen. It depends on the
// question's name, so a new question changes no other.

import { choiceOf } from './asks.ts'
import type { Lesson, Step } from './lesson.ts'

/** FNV-1a over the name. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Returns the indices of the answers in display order. `name` is the step's name in the course. */
export function orderOf(name: string, answers: readonly { readonly right?: true }[]): readonly number[] {
  const wrong = answers.flatMap(({ right }, i) => (right ? [] : [i]))
  const order = wrong.sort((a, b) => hashOf(`${name} ${a}`) - hashOf(`${name} ${b}`))
  // This letter happens to spread the right answers evenly over the course. A test counts them.
  const right = answers.findIndex((answer) => answer.right)
  order.splice(hashOf(`${name} j`) % answers.length, 0, right)
  return order
}

/** A lesson with the answers of each question in the order in which they are shown. */
export const shuffled = <Shown extends Lesson>(lesson: Shown): Shown => ({
  ...lesson,
  steps: (lesson.steps as readonly Step[]).map((step) => {
    const choice = choiceOf(step)
    if (!choice) return step
    const { answers, votes } = choice
    const order = orderOf(`${lesson.id}/${step.id}`, answers)
    const shown = { answers: order.map((i) => answers[i]), votes: votes && order.map((i) => votes[i]) }
    return { ...step, prediction: { ...choice, ...shown } }
  }),
})
