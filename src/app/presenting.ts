// Enters and leaves the stage: the page's mark, and the address, so a reload returns to it. Full screen is a separate
// button: a clicker's Escape leaves it and the lecture goes on.

import { setPresenting } from '../state/theme.ts'

type Listener = (on: boolean) => void
const listeners = new Set<Listener>()

/** Tells a lab that writes addresses whether to include `present=1`. */
export function onPresent(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const canFill = (): boolean => document.fullscreenEnabled ?? false

/** Switches full screen on or off. If refused (no gesture, an embedding page) the stage fills the window. */
export async function fillScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen?.()
  } catch {
    // Refused.
  }
}

/** Returns an address with or without `present=1`. */
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
  // Full screen has its own button, but leaving the stage also leaves it.
  if (!on && document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}
