// Reset asks an answered step's question again, as the next class needs it: the step returns to its unanswered state.
// Undo restores the answer with its picture.

import { useEffect, useEffectEvent } from 'react'
import { predict, useCourse, type Prediction } from '../state/course.ts'
import { onReset } from '../document/documentEvents.ts'

/** `name`: the step's name in the course, `momentum/limit`. */
export function useQuestionReset(name: string, askedAgain: () => void): void {
  const askAgain = useEffectEvent(askedAgain)
  useEffect(() => {
    const answers = new WeakMap<object, Prediction>()
    return onReset((went, from, to) => {
      const stored = useCourse.getState().predictions[name]
      if (went === 'undo') {
        const answer = answers.get(to)
        if (answer) predict(name, answer)
      } else if (stored?.revealed && (went === 'reset' || answers.has(from))) {
        if (from !== to) answers.set(from, stored)
        predict(name, undefined)
        askAgain()
      }
    })
  }, [name])
}
