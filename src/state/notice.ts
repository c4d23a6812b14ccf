// The page's only notice: one sentence, or none. A notice about a change disappears with the next change.

import { create } from 'zustand'

export const useNotice = create<{ readonly text: string | null; readonly passing: boolean }>()(() => ({
  text: null,
  passing: false,
}))

export function notify(text: string | null): void {
  useNotice.setState({ text, passing: false })
}

/** Describes a change. Disappears when something else is changed. */
export function remark(text: string): void {
  useNotice.setState({ text, passing: true })
}

/** Call when something was changed. */
export function endRemark(): void {
  if (useNotice.getState().passing) notify(null)
}
