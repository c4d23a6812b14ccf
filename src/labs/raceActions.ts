// What the header, the keys and an embedding page do with a race. The map sweeps a race, so its keys are the same.

import { retried } from '../fetch/retried.ts'
import { pictureOf } from '../panels/pictures.ts'
import { restart } from '../state/conductor.ts'
import { newSeed, redo, reset, toggleRun, undo, useExperiment } from '../state/experiment.ts'
import { momentNow } from '../state/moment.ts'
import { cursor, lastStep, pause, play, seek, usePlayback } from '../state/playback.ts'
import type { Actions } from './lab.ts'

/** Loaded when it is first asked for. It pins what was shown at the press of the key. */
function atMap(act: 'pinPresent' | 'toggleTilt'): void {
  const moment = momentNow()
  retried(() => import('../panels/map/openLook.ts')).then(
    (map) => map[act](moment),
    () => {},
  )
}

const isPlaying = (): boolean => usePlayback.getState().playing

function press(key: string, by: number): (() => void) | undefined {
  const letter = key.toLowerCase()
  if (key === ' ') return isPlaying() ? pause : play
  if (key === 'ArrowRight') return () => seek(cursor.step + by)
  if (key === 'ArrowLeft') return () => seek(cursor.step - by)
  if (key === 'Home') return () => seek(0)
  if (key === 'End') return () => seek(lastStep())
  if (letter === 'r') return restart
  if (letter === 'n') return newSeed
  if (letter === 'g') return () => atMap('pinPresent')
  if (letter === 't') return () => atMap('toggleTilt')
  const run = Number(key) - 1
  if (/^[1-9]$/.test(key) && run < useExperiment.getState().experiment.runs.length)
    return () => toggleRun(run)
  return undefined
}

export const raceActions = {
  undo,
  redo,
  reset,
  useHistory: useExperiment,
  subscribe: (listener: () => void) =>
    useExperiment.subscribe((now, before) => {
      if (now.experiment !== before.experiment) listener()
    }),
  seek,
  play,
  pause,
  restart,
  isPlaying,
  picture: () => pictureOf('map'),
  press,
} satisfies Partial<Actions>
