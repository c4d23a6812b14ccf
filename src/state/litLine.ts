// The assignment of the selected run's rule that "Next line" has come to: lit in the living rule and in the text of an own
// one.

import { create } from 'zustand'

export const useLitLine = create<{ readonly assignment: number | null }>()(() => ({ assignment: null }))

export function lightLine(assignment: number | null): void {
  if (useLitLine.getState().assignment !== assignment) useLitLine.setState({ assignment })
}
