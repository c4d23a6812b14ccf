// What happens in a frame, in order: time moves, the pace of words and pictures is set, rows are requested up to the
// new place, the address is updated, and callbacks for the first and the last picture run. Then pictures are drawn, and
// words are written last (frame.ts).

import type { Conductor } from './createConductor.ts'
import type { Playback } from './createPlayback.ts'
import type { Race } from './race.ts'

/** Text updates per second that can be read. */
const legible = 20
/** Milliseconds per frame for pictures while rows stream at full speed. */
const share = 0.7

export interface LoopParts {
  readonly playback: Pick<Playback, 'usePlayback' | 'cursor' | 'advanceCursor'>
  readonly conductor: Pick<Conductor, 'ask' | 'arrived'>
  readonly race: Pick<Race, 'traces'>
  readonly writeEvery: (milliseconds: number) => void
  readonly drawFor: (milliseconds: number) => void
  readonly wantExactRows: () => void
  /** The cursor was moved while time is stopped. */
  readonly moved: () => void
  /** Called in each frame that has rows. */
  readonly drawn: () => void
  /** Called in each frame in which everything requested has arrived. */
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
