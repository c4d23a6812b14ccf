// What this device stores about the course: visited steps, predictions, the best result of each challenge, solved
// exercises. Written at every change, so a reload loses nothing. Unreadable state is ignored.

import { create } from 'zustand'
import { store, stored } from '../document/stored.ts'

/** The index of an answer, a point, or a drawn curve. */
export type Answered = number | readonly number[]

export interface Prediction {
  readonly answer?: Answered
  readonly revealed: boolean
}

interface Course {
  /** `momentum/limit`: visited. */
  readonly seen: Readonly<Record<string, true>>
  readonly predictions: Readonly<Record<string, Prediction>>
  readonly best: Readonly<Record<string, number>>
  /** `momentum`: the exercise of this name is solved. */
  readonly solved: Readonly<Record<string, true>>
  /**
   * First answers to transfer questions, `momentum/other-limit`: a number, or the index of the answer in the question.
   */
  readonly transfer: Readonly<Record<string, number>>
}

const storageKey = 'ravine.course'
/**
 * The version of the answer order that stored indices refer to. Indices of an earlier one are dropped, but not the fact
 * that they were revealed.
 */
const answerOrder = 2
const empty: Course = { seen: {}, predictions: {}, best: {}, solved: {}, transfer: {} }

/** Undrawn places of a drawing are null. */
const isAnswer = (answer: unknown): boolean =>
  Number.isInteger(answer) ||
  (Array.isArray(answer) && answer.every((value) => value === null || Number.isFinite(value)))

const isPrediction = (kept: unknown): boolean => {
  if (typeof kept !== 'object' || kept === null) return false
  const { answer, revealed } = kept as Record<string, unknown>
  return typeof revealed === 'boolean' && (answer === undefined || isAnswer(answer))
}

/** Steps that moved to another lesson. Their stored state moves along. */
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

/** Reads the usable part of stored text, which another version, or a user, may have written. */
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

export const useCourse = create<Course>()(() => courseFrom(stored('localStorage', storageKey) ?? null))

function remember(change: Partial<Course>): void {
  useCourse.setState(change)
  store('localStorage', storageKey, JSON.stringify({ order: answerOrder, ...useCourse.getState() }))
}

/** Unanswered predictions on the current page. */
const waiting = new Set<string>()

/** Registers an unanswered prediction. Returns an unregister function. */
export function wait(prediction: string): () => void {
  waiting.add(prediction)
  return () => void waiting.delete(prediction)
}

/** While one is unanswered, exports with every row are disabled. */
export const isPredicting = (): boolean => waiting.size > 0

export function see(step: string): void {
  const { seen } = useCourse.getState()
  if (!seen[step]) remember({ seen: { ...seen, [step]: true } })
}

export function predict(step: string, prediction: Prediction | undefined): void {
  const { [step]: _, ...others } = useCourse.getState().predictions
  remember({ predictions: prediction ? { ...others, [step]: prediction } : others })
}

/** Stores a result if it is better than the best so far. Returns whether it was. */
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

/** Stores the first answer to a transfer question and ignores later ones. */
export function answerFirst(question: string, value: number): void {
  const { transfer } = useCourse.getState()
  if (transfer[question] === undefined) remember({ transfer: { ...transfer, [question]: value } })
}

/** Forgets everything. */
export const forgetCourse = (): void => remember(empty)
