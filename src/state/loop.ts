// What happens in a frame, and in which order: time moves, then the pace of words and pictures follows from it, then rows
// are asked for up to the new place, then the address is told of it, then whoever waits for a first or a last picture. The
// pictures are drawn after all this, and words are written last (frame.ts).

import type { Conductor } from './createConductor.ts'
import type { Playback } from './playback.ts'
import type { Race } from './traces.ts'

/** Words a second that can be read. */
const legible = 20
/** Milliseconds of a frame for pictures while rows stream as fast as they are computed. */
const share = 0.7

export interface LoopParts {
  readonly playback: Pick<Playback, 'usePlayback' | 'cursor' | 'advanceCursor'>
  readonly conductor: Pick<Conductor, 'ask' | 'arrived'>
  readonly race: Pick<Race, 'traces'>
  readonly writeEvery: (milliseconds: number) => void
  readonly drawFor: (milliseconds: number) => void
  readonly wantExactRows: () => void
  /** The cursor was moved, and time does not run. */
  readonly moved: () => void
  /** Called in each frame in which there are rows. */
  readonly drawn: () => void
  /** Called in each frame in which everything that is wanted is there. */
  readonly arrived: () => void
}

export function createLoop(parts: LoopParts): (now: number) => void {
  const { playback, conductor, race, writeEvery, drawFor, wantExactRows, moved, drawn, arrived } = parts
  const { usePlayback, cursor, advanceCursor } = playback
  let before = -1
  return (now) => {
    advanceCursor(now)
    const { playing, speed } = usePlayback.getState()
    writeEvery(playing && speed > legible ? 1000 / legible : 0)
    drawFor(playing && speed === Infinity ? share : Infinity)
    conductor.ask()
    wantExactRows()
    if (cursor.step !== before && !playing) moved()
    before = cursor.step
    if (race.traces.some((trace) => trace && trace.length > 0)) drawn()
    if (conductor.arrived() && cursor.step === cursor.target) arrived()
  }
}
