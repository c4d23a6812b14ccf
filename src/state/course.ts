// What this device remembers of the course: which steps were seen, what was predicted, the best result of each challenge.
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
}

const storageKey = 'ravine.course'
const empty: Course = { seen: {}, predictions: {}, best: {} }

function remembered(): Course {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Course>
    const part = <K extends keyof Course>(name: K): Course[K] =>
      typeof kept?.[name] === 'object' && kept[name] !== null ? (kept[name] as Course[K]) : empty[name]
    return { seen: part('seen'), predictions: part('predictions'), best: part('best') }
  } catch {
    return empty
  }
}

export const useCourse = create<Course>()(() => remembered())

function remember(change: Partial<Course>): void {
  useCourse.setState(change)
  try {
    const { seen, predictions, best } = useCourse.getState()
    localStorage.setItem(storageKey, JSON.stringify({ seen, predictions, best }))
  } catch {
    // Without storage it lasts as long as the page.
  }
}

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

/** Forgets everything. */
export const forgetCourse = (): void => remember(empty)
