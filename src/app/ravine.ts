// window.ravine: what embedding pages and tests may read.

import { firstShown, lastShown, ready } from '../labs/shown.ts'
import { conductor } from '../state/conductor.ts'

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

export const ravine = Object.freeze({
  ready,
  get experiment(): unknown {
    return frozen(lastShown()?.model.experiment() ?? {})
  },
  get step(): number {
    return lastShown()?.model.step() ?? 0
  },
  /** Waits for the first lab if the app has not started yet. */
  hash: async (): Promise<string> => {
    await firstShown
    return (await lastShown()?.model.hash()) ?? ''
  },
  get restarts(): number {
    return conductor.restarts
  },
})

declare global {
  interface Window {
    readonly ravine: typeof ravine
  }
}

export function expose(): void {
  Object.defineProperty(window, 'ravine', { value: ravine, writable: false, configurable: false })
}
