// Time on the page: its own playback and cursor.

import { page } from './page.ts'

export { usualSpeed } from './createPlayback.ts'

export const { playback } = page
export const {
  usePlayback,
  cursor,
  holdAt,
  lastStep,
  cursorPlace,
  stepOf,
  available,
  play,
  playTo,
  pause,
  moveTo,
  seek,
  seekStepOf,
  setSpeed,
  advanceCursor,
} = playback
