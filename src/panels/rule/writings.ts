// What a learner has written in each exercise, how it was checked, and how many hints were shown. The lesson and the
// stage show the same text. It survives a reload of the tab.

import { create } from 'zustand'
import {
  checkExercise,
  exerciseKeys,
  exerciseStart,
  type ExerciseKey,
  type ExerciseResult,
} from '../../engine/language/exercises.ts'
import { solve } from '../../state/course.ts'

/** The lines with a gap, or an empty page. */
export type Form = 'hole' | 'empty'

export interface Writing {
  readonly form: Form
  readonly text: string
  /** The checked text and its result. An edited text is unchecked. */
  readonly checked?: { readonly text: string; readonly result: ExerciseResult }
  /** How many hints are shown. */
  readonly hints: number
}

const storageKey = 'ravine.exercises'
/** A longer text is no rule. */
const longest = 4000

const begun = (exercise: ExerciseKey, form: Form): Writing => ({
  form,
  text: exerciseStart(exercise, form),
  hints: 0,
})

type Writings = Readonly<Record<ExerciseKey, Writing>>

/** Reads the usable part of what the tab has stored. */
export function writingsFrom(stored: string | null): Writings {
  const all = Object.fromEntries(exerciseKeys.map((exercise) => [exercise, begun(exercise, 'hole')]))
  try {
    const kept = JSON.parse(stored ?? '{}') as Record<string, unknown> | null
    for (const exercise of exerciseKeys) {
      const { form, text } = (kept?.[exercise] ?? {}) as Record<string, unknown>
      if (typeof text === 'string' && text.length <= longest && (form === 'hole' || form === 'empty'))
        all[exercise] = { form, text, hints: 0 }
    }
  } catch {
    // Unreadable: every exercise begins anew.
  }
  return all as Writings
}

function remembered(): Writings {
  try {
    return writingsFrom(sessionStorage.getItem(storageKey))
  } catch {
    // Storage is forbidden.
    return writingsFrom(null)
  }
}

export const useWritings = create<Writings>()(remembered)

useWritings.subscribe((writings) => {
  const kept = exerciseKeys.map((exercise) => {
    const { form, text } = writings[exercise]
    return [exercise, { form, text }]
  })
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // Without storage it lasts as long as the page.
  }
})

const set = (exercise: ExerciseKey, change: Partial<Writing>): void =>
  useWritings.setState({ [exercise]: { ...useWritings.getState()[exercise], ...change } })

export const write = (exercise: ExerciseKey, text: string): void => set(exercise, { text })

/** Begins again, with a gap or on an empty page. */
export const begin = (exercise: ExerciseKey, form: Form): void =>
  useWritings.setState({ [exercise]: begun(exercise, form) })

export function check(exercise: ExerciseKey): void {
  const { text, checked, hints } = useWritings.getState()[exercise]
  const result = checkExercise(exercise, text)
  if (result.kind === 'right') solve(exercise)
  // The hints stay while the mistake is the same.
  const same =
    result.kind === 'wrong' && checked?.result.kind === 'wrong' && checked.result.mistake === result.mistake
  set(exercise, { checked: { text, result }, hints: same ? hints : 0 })
}

export const showHint = (exercise: ExerciseKey): void =>
  set(exercise, { hints: useWritings.getState()[exercise].hints + 1 })

/** Whether nothing has been written yet, so there is no fault to show. */
export const isBlank = (exercise: ExerciseKey, { text }: Writing): boolean =>
  (['hole', 'empty'] as const).some((form) => exerciseStart(exercise, form) === text)
