// The current assignment of the selected run's rule while stepping with "Next line": highlighted in the live rule and
// in the text of a custom one.

import { create } from 'zustand'

export const useHighlightLine = create<{ readonly assignment: number | null }>()(() => ({ assignment: null }))

export function setHighlightLine(assignment: number | null): void {
  if (useHighlightLine.getState().assignment !== assignment) useHighlightLine.setState({ assignment })
}
