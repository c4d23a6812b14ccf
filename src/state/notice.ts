// The one notice of the page: one sentence, or none. One about a change goes with the next change.

import { create } from 'zustand'

export const useNotice = create<{ readonly text: string | null; readonly passing: boolean }>()(() => ({
  text: null,
  passing: false,
}))

export function notify(text: string | null): void {
  useNotice.setState({ text, passing: false })
}

/** Says what a change has done; gone when something else is changed. */
export function remark(text: string): void {
  useNotice.setState({ text, passing: true })
}

/** Something was changed. */
export function endRemark(): void {
  if (useNotice.getState().passing) notify(null)
}
