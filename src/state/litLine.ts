// The current assignment of the selected run's rule while stepping with "Next line": highlighted in the live rule and
// in the text of a custom one.

import { create } from 'zustand'

export const useLitLine = create<{ readonly assignment: number | null }>()(() => ({ assignment: null }))

export function lightLine(assignment: number | null): void {
  if (useLitLine.getState().assignment !== assignment) useLitLine.setState({ assignment })
}
