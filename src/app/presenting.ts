// Entering and leaving the stage: the page's mark, and the address, so that a reload comes back to what was shown. The full
// screen is a button of its own: a clicker's Escape leaves it and the lecture goes on.

import { setPresenting } from './theme.ts'

type Listener = (on: boolean) => void
const listeners = new Set<Listener>()

/** A lab that writes addresses hears here whether they say `present=1`. */
export function onPresent(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const canFill = (): boolean => document.fullscreenEnabled ?? false

/** The whole screen, or the window again. Refused (no gesture, an embedding page) the stage fills the window. */
export async function fillScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen?.()
  } catch {
    // Refused.
  }
}

/** An address with or without `present=1`. */
export function withPresent(hash: string, on: boolean): string {
  const [route, search = ''] = hash.split('?')
  const kept = search.split('&').filter((one) => one !== '' && !one.startsWith('present='))
  if (on) kept.unshift('present=1')
  return kept.length > 0 ? `${route}?${kept.join('&')}` : route
}

export async function present(on: boolean): Promise<void> {
  setPresenting(on)
  for (const listener of listeners) listener(on)
  const hash = withPresent(location.hash || '#/', on)
  if (hash !== location.hash) history.replaceState(history.state, '', hash)
  // The full screen is a button's matter; leaving the stage leaves it too.
  if (!on && document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}
