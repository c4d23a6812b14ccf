// What this device remembers of the course: which steps were seen, what was predicted, the best result of each challenge,
// which exercises are solved.
// Written at every change, so that a reload loses nothing; unreadable memory is no memory.

import { create } from 'zustand'

/** The answer's number; a point; a drawn curve. */
export type Answered = number | readonly number[]

export interface Prediction {
  readonly answer?: Answered
  readonly revealed: boolean
}

interface Course {
  /** `momentum/limit`: seen. */
  readonly seen: Readonly<Record<string, true>>
  readonly predictions: Readonly<Record<string, Prediction>>
  readonly best: Readonly<Record<string, number>>
  /** `momentum`: the exercise of this name is solved. */
  readonly solved: Readonly<Record<string, true>>
  /** First answers to transfer questions, `momentum/other-limit`: a number, or the answer's among the question's own. */
  readonly transfer: Readonly<Record<string, number>>
}

const storageKey = 'ravine.course'
/** The order of the answers that a kept number refers to; the numbers of an earlier one are dropped, not what was revealed. */
const answerOrder = 2
const empty: Course = { seen: {}, predictions: {}, best: {}, solved: {}, transfer: {} }

/** A drawing has gaps: places that were not drawn are null. */
const isAnswer = (answer: unknown): boolean =>
  Number.isInteger(answer) ||
  (Array.isArray(answer) && answer.every((value) => value === null || Number.isFinite(value)))

const isPrediction = (kept: unknown): boolean => {
  if (typeof kept !== 'object' || kept === null) return false
  const { answer, revealed } = kept as Record<string, unknown>
  return typeof revealed === 'boolean' && (answer === undefined || isAnswer(answer))
}

/** Steps that have moved to another lesson: what a device remembers of them moves along. */
const moved: Readonly<Record<string, string>> = {
  'batch-size/slice': 'reading-the-map/slice',
  'batch-size/zigzag': 'reading-the-map/zigzag',
  'batch-size/ravine': 'reading-the-map/ravine',
}

const withoutNumbers = (predictions: Course['predictions']): Course['predictions'] =>
  Object.fromEntries(
    Object.entries(predictions).map(([step, { answer, revealed }]) => [
      step,
      typeof answer === 'number' || answer === undefined ? { revealed } : { answer, revealed },
    ]),
  )

/** What can be used of the text that a device has kept: another version, or another hand, may have written it. */
export function courseFrom(text: string | null): Course {
  try {
    const kept = JSON.parse(text ?? '{}') as Record<string, unknown> | null
    const part = <Kind>(
      name: keyof Course,
      fits: (value: unknown) => boolean,
    ): Readonly<Record<string, Kind>> => {
      const entries = kept?.[name]
      if (typeof entries !== 'object' || entries === null) return {}
      return Object.fromEntries(
        Object.entries(entries)
          .filter(([, value]) => fits(value))
          .map(([step, value]) => [moved[step] ?? step, value]),
      )
    }
    const predictions = part<Prediction>('predictions', isPrediction)
    return {
      seen: part('seen', (value) => value === true),
      predictions: kept?.order === answerOrder ? predictions : withoutNumbers(predictions),
      best: part('best', Number.isFinite),
      solved: part('solved', (value) => value === true),
      transfer: part('transfer', Number.isFinite),
    }
  } catch {
    return empty
  }
}

function remembered(): Course {
  try {
    return courseFrom(localStorage.getItem(storageKey))
  } catch {
    // Storage is refused.
    return empty
  }
}

export const useCourse = create<Course>()(() => remembered())

function remember(change: Partial<Course>): void {
  useCourse.setState(change)
  try {
    localStorage.setItem(storageKey, JSON.stringify({ order: answerOrder, ...useCourse.getState() }))
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Predictions that wait for their answer on the page as it stands. */
const waiting = new Set<string>()

/** Says that a prediction waits; returns the way to take it back. */
export function wait(prediction: string): () => void {
  waiting.add(prediction)
  return () => void waiting.delete(prediction)
}

/** While one waits, nothing that holds every row leaves the page. */
export const isPredicting = (): boolean => waiting.size > 0

export function see(step: string): void {
  const { seen } = useCourse.getState()
  if (!seen[step]) remember({ seen: { ...seen, [step]: true } })
}

export function predict(step: string, prediction: Prediction | undefined): void {
  const { [step]: _, ...others } = useCourse.getState().predictions
  remember({ predictions: prediction ? { ...others, [step]: prediction } : others })
}

/** Keeps a result if it is better than the best so far; true if it was. */
export function score(challenge: string, value: number, better: 'less' | 'more'): boolean {
  const { best } = useCourse.getState()
  const before = best[challenge] as number | undefined
  if (before !== undefined && (better === 'less' ? value >= before : value <= before)) return false
  remember({ best: { ...best, [challenge]: value } })
  return true
}

export function solve(exercise: string): void {
  const { solved } = useCourse.getState()
  if (!solved[exercise]) remember({ solved: { ...solved, [exercise]: true } })
}

/** Keeps the first answer to a transfer question; later ones are not kept. */
export function answerFirst(question: string, value: number): void {
  const { transfer } = useCourse.getState()
  if (transfer[question] === undefined) remember({ transfer: { ...transfer, [question]: value } })
}

/** Forgets everything. */
export const forgetCourse = (): void => remember(empty)
