// The words on the projector: one title that does not answer its own question, and one sentence.

import type { Step } from '../../course/lesson.ts'
import type { Words } from '../../engine/words.ts'
import { paragraphs } from '../../panels/lesson/markup.ts'
import { textWidth } from '../../ui/textWidth.ts'
import { isOpen, type Phase } from './walk.ts'
import { asks, choiceOf, commonMistake } from '../../course/asks.ts'

/** A longer text is not readable from the back row. */
const longest = 150

/** Whether a sentence gets the smaller type. */
export const isLong = (text: string): boolean => textWidth(text) > 90

/** Returns the first sentence of a text, in the lessons' markup. */
export function firstSentence(text: string): string {
  const [first = ''] = paragraphs(text)
  const [sentence] = first.split(/(?<=[.!?][”"*)]*)\s+(?=[\p{Lu}$*“"])|(?<=[。！？][”*）]*)/u)
  return sentence.trim()
}

/** Returns the whole text if it is short, else its first sentence. */
export const shortened = (text: string): string => {
  const whole = paragraphs(text).join(' ')
  return textWidth(whole) <= longest ? whole : firstSentence(text)
}

const both = (words: Words, make: (text: string) => string): Words => ({
  en: make(words.en),
  zh: make(words.zh),
})

/**
 * While a question is open the title only names its subject: the step's own words for that, or the part before the
 * colon.
 */
export function titleOf(step: Step, phase: Phase): Words {
  if (!asks(step) || !isOpen(phase)) return step.title
  if (step.asking) return step.asking
  return both(step.title, (text) => text.split(/: |：/)[0])
}

/** Returns the misconception behind the most common (or expected) wrong answer. */
export function misconceptionOf(
  step: Step,
  votes?: readonly number[],
): { readonly letter?: number; readonly says: Words } | undefined {
  const choice = choiceOf(step)
  if (!choice) {
    const says = step.teaching?.sentence ?? step.prediction?.after
    return says && { says: both(says, shortened) }
  }
  const letter = commonMistake(choice, votes)
  return { letter, says: both(choice.answers[letter].says, shortened) }
}

/** Returns the sentence below a picture. None during the show of hands. */
export function sentenceOf(step: Step, phase: Phase, votes?: readonly number[]): Words | undefined {
  if (phase === 'scene') return both(step.text, firstSentence)
  if (phase === 'reveal') {
    const after = step.prediction?.after ?? step.teaching?.sentence
    return after && both(after, firstSentence)
  }
  return phase === 'after' ? misconceptionOf(step, votes)?.says : undefined
}

export const questionOf = ({ prediction, teaching, text }: Step): Words =>
  prediction?.question ?? teaching?.question ?? both(text, firstSentence)
