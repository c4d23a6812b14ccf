// The one notice of the page: one sentence, or none.

import { create } from 'zustand'

export const useNotice = create<{ readonly text: string | null }>()(() => ({ text: null }))

export function notify(text: string | null): void {
  useNotice.setState({ text })
}
