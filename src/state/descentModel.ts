// A race in one piece: a document, the rows that a worker computes of it, and time. A process may have several; each has its
// own of everything.

import { retried } from '../fetch/retried.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import type { Clock } from '../worker/clock.ts'
import { createConductor } from './createConductor.ts'
import type { Computing, ConductorParts } from './conductorParts.ts'
import { createPlayback } from './createPlayback.ts'
import { createDescentDocument } from './descentDocument.ts'
import { createExactRows } from './exactRows.ts'
import { createLoop, type LoopParts } from './loop.ts'
import { Race } from './race.ts'

export interface DescentParts {
  readonly spawn: ConductorParts['spawn']
  readonly clock?: Clock
  /** The frame in which it draws. */
  readonly frame: Pick<LoopParts, 'writeEvery' | 'drawFor'> & {
    requestDraw(): void
    onFrame(draw: (now: number) => void, part: 'time'): () => void
  }
  /** No worker could be kept alive; `retry` tries again. */
  readonly stopped: (retry: () => void) => void
}

/** What a page follows of a race. */
export interface Followers extends Partial<Pick<LoopParts, 'moved' | 'drawn' | 'arrived'>> {
  /** A run could not be computed. */
  failed?(message: string): void
}

export function createDescentModel({ spawn, clock, frame, stopped }: DescentParts) {
  const { requestDraw, onFrame, writeEvery, drawFor } = frame
  const document = createDescentDocument()
  const { useExperiment } = document
  const race = new Race()
  const computing: Computing = { data: undefined, steps: [], halted: false }
  const playback = createPlayback({ document: useExperiment, race, requestDraw })
  const { cursor, usePlayback } = playback
  const conductor = createConductor({
    spawn,
    clock,
    document: useExperiment,
    cursor,
    race,
    computing,
    requestDraw,
    stopped,
  })
  let stops: (() => void)[] = []
  let arrive: () => void
  const ready = new Promise<void>((resolve) => (arrive = resolve))

  return {
    document,
    race,
    computing,
    playback,
    conductor,

    /** Computes and plays from now on. Does nothing while it does so already. */
    start({ failed = () => {}, moved = () => {}, drawn = () => {}, arrived }: Followers = {}): void {
      if (stops.length > 0) return
      const loop = createLoop({
        playback,
        conductor,
        race,
        writeEvery,
        drawFor,
        wantExactRows: createExactRows(conductor, () => conductor.runHandles, cursor),
        moved,
        drawn,
        arrived() {
          arrive()
          arrived?.()
        },
      })
      // Time moves before anything is drawn.
      stops = [
        onFrame(loop, 'time'),
        race.onTraces(requestDraw),
        conductor.conduct(failed),
        useExperiment.subscribe(requestDraw),
        usePlayback.subscribe(requestDraw),
      ]
    },
    stop(): void {
      for (const stop of stops) stop()
      stops = []
    },
    /** Resolves when the rows up to the cursor were there for the first time. */
    ready: (): Promise<void> => ready,
    /** A hash of all rows up to the cursor. */
    hash: async (): Promise<string> =>
      (await retried(() => import('./raceHash.ts'))).hashAtCursor(conductor, cursor),
    experiment: (): DescentExperiment => useExperiment.getState().experiment,
    step: (): number => cursor.step,
    target: (): number => cursor.target,
  }
}
