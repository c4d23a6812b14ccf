// The order in which answers are shown: shuffled, the same at every visit, in both languages and on every screen. The
// question's name decides it, so that a new question moves no other.

import type { Lesson } from './lesson.ts'

/** FNV-1a over the name. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The numbers of the answers in the order in which they are shown; `name` is the step's name in the course. */
export function orderOf(name: string, answers: readonly { readonly right?: true }[]): readonly number[] {
  const wrong = answers.flatMap(({ right }, i) => (right ? [] : [i]))
  const order = wrong.sort((a, b) => hashOf(`${name} ${a}`) - hashOf(`${name} ${b}`))
  // The letter is the one that spreads the right answers evenly over the course; a test counts them.
  const right = answers.findIndex((answer) => answer.right)
  order.splice(hashOf(`${name} j`) % answers.length, 0, right)
  return order
}

/** A lesson with the answers of each question in the order in which they are shown. */
export const shuffled = (lesson: Lesson): Lesson => ({
  ...lesson,
  steps: lesson.steps.map((step) => {
    const { id, prediction } = step
    if (prediction?.kind !== 'choice') return step
    const order = orderOf(`${lesson.id}/${id}`, prediction.answers)
    return { ...step, prediction: { ...prediction, answers: order.map((i) => prediction.answers[i]) } }
  }),
})
