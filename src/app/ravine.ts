// window.ravine: what embedding pages and tests may read. An embedded app speaks only with the origin that its address
// names, and obeys only the commands below.

import { hashAtCursor, workerRestarts } from '../state/conductor.ts'
import { useExperiment } from '../state/experiment.ts'
import { onFrame } from '../state/frame.ts'
import { cursor, pause, play, restart, seek, usePlayback } from '../state/playback.ts'

let resolveReady: () => void
const ready = new Promise<void>((resolve) => {
  resolveReady = resolve
})

/** The address is applied and the rows up to the cursor's step are drawn. */
export function markReady(): void {
  if (own?.drawn && !own.drawn()) return
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

const state = (): object => ({
  source: 'ravine',
  type: 'state',
  step: ravine.step,
  playing: usePlayback.getState().playing,
  experiment: ravine.experiment,
  route: location.hash,
})

const commands: Readonly<Record<string, (step: unknown) => void>> = {
  state: () => {},
  play,
  pause,
  restart,
  seek: (step) => {
    if (typeof step === 'number' && Number.isFinite(step)) seek(step)
  },
}

/** A whole origin and nothing else: `*` would speak to everyone. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/** Where the browser tells who embeds the page, an address that names somebody else is not spoken to at all. */
function mayBeParents(origin: string): boolean {
  const embedder = location.ancestorOrigins?.[0]
  return embedder === undefined || embedder === origin
}

/** At most this often the parent hears of a change, in milliseconds. */
const interval = 100

/**
 * Tells the parent page of an embedded app the state, when the rows are there and after every change, and lets it ask:
 * {target: 'ravine', command: 'state' | 'play' | 'pause' | 'restart' | 'seek', step?}.
 */
export function listenTo(origin: string): void {
  if (!isOrigin(origin) || !mayBeParents(origin)) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const tell = (): void => {
    timer = undefined
    parent.postMessage(state(), origin)
  }
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, interval)
  }
  void ready.then(() => {
    tell()
    onFrame(() => {
      const now = `${cursor.step} ${usePlayback.getState().playing}`
      if (now !== told) tellSoon()
      told = now
    })
    useExperiment.subscribe((now, before) => {
      if (now.experiment !== before.experiment) tellSoon()
    })
  })
  addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
    if (from !== origin || source !== parent || typeof data !== 'object' || data === null) return
    const { target, command, step } = data as Record<string, unknown>
    if (target !== 'ravine' || typeof command !== 'string' || !Object.hasOwn(commands, command)) return
    commands[command](step)
    parent.postMessage(state(), origin)
  })
}

declare global {
  interface Window {
    readonly ravine: typeof ravine
  }
}

export function expose(): void {
  Object.defineProperty(window, 'ravine', { value: ravine, writable: false, configurable: false })
}
