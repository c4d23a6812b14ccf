// window.ravine: what embedding pages and tests may read.

import { isComplete } from '../state/awaited.ts'
import { hashAtCursor, workerRestarts } from '../state/conductor.ts'
import { useExperiment } from '../state/experiment.ts'
import { cursor } from '../state/playback.ts'

let resolveReady: () => void
const ready = new Promise<void>((resolve) => {
  resolveReady = resolve
})

/** The address is applied, the rows up to the cursor's step are drawn, and the page's parts are there. */
export function markReady(): void {
  if (!isComplete() || (own?.drawn && !own.drawn())) return
  requestAnimationFrame(() => resolveReady())
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

interface Lab {
  experiment(): unknown
  step(): number
  hash(): Promise<string>
  /** Whether its own picture is there; without it the lab is ready when it says what it shows. */
  drawn?(): boolean
}
let own: Lab | undefined

/** A lab with its own state (averages, map) says here what it shows; undefined gives the place back. */
export function showAs(lab: Lab | undefined): void {
  own = lab
  if (!lab?.drawn) resolveReady()
}

export const ravine = Object.freeze({
  ready,
  get experiment(): unknown {
    return frozen(own ? own.experiment() : useExperiment.getState().experiment)
  },
  get step(): number {
    return own ? own.step() : cursor.step
  },
  hash: (): Promise<string> => (own ? own.hash() : hashAtCursor()),
  get restarts(): number {
    return workerRestarts()
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
