// window.ravine: what embedding pages and tests may read.

import { retried } from '../fetch/retried.ts'
import { isComplete } from '../state/pendingParts.ts'
import { conductor } from '../state/conductor.ts'
import { useExperiment } from '../state/experiment.ts'
import { cursor } from '../state/playback.ts'

let resolveReady: () => void
const ready = new Promise<void>((resolve) => {
  resolveReady = resolve
})

/** Call when the address is applied, the rows up to the cursor's step are drawn, and the page's parts have loaded. */
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

/** How the keys, the link and an embedding page use a lab with its own state. */
export interface LabDocument {
  undo(): void
  redo(): void
  /** Moves the cursor, clamped to the valid range. */
  moveTo(step: number): void
  address(): string
  /** Fields that do not fit into the address. */
  leftOut(): readonly string[]
  onChange(listener: () => void): () => void
}

interface Lab {
  experiment(): unknown
  step(): number
  hash(): Promise<string>
  /** Whether its own picture is drawn. Absent: the lab is ready when it reports what it shows. */
  drawn?(): boolean
  readonly document?: LabDocument
}
let own: Lab | undefined
/** The last shown lab, which is reported until the next page has a document. */
let last: Lab | undefined
const followers = new Set<() => void>()

/** The document of the open lab, if it has its own. */
export const ownDocument = (): LabDocument | undefined => own?.document

/** Calls back whenever the document of such a lab changes, or another lab is shown. */
export function onOwnDocument(listener: () => void): void {
  let leave: (() => void) | undefined
  const follow = (): void => {
    leave?.()
    leave = own?.document?.onChange(listener)
    listener()
  }
  followers.add(follow)
  follow()
}

/** A lab with its own state (averages, map) registers what it shows. undefined unregisters it. */
export function showAs(lab: Lab | undefined): void {
  own = lab
  last = lab ?? last
  for (const follow of followers) follow()
  if (lab && !lab.drawn) resolveReady()
}

export const ravine = Object.freeze({
  ready,
  get experiment(): unknown {
    const { experiment } = useExperiment.getState()
    // Between two pages nothing is shown. Before the first race its document is empty.
    const lab = own ?? ('objective' in experiment ? undefined : last)
    return frozen(lab ? lab.experiment() : experiment)
  },
  get step(): number {
    return own ? own.step() : cursor.step
  },
  hash: async (): Promise<string> =>
    own ? own.hash() : (await retried(() => import('../state/raceHash.ts'))).hashAtCursor(),
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
