// Pinned paths and the relief, loaded when a key, a button or an address asks for them.

import type { Look } from '../../state/look.ts'
import { openTilt } from '../relief/pose.ts'
import { openPins } from './pins.ts'
import './pinsPart.ts'

export { liftBy, toggleTilt } from '../relief/pose.ts'
export { pinPresent } from './pins.ts'

/** What an address says, opened when its document is there. */
export function openLook({ ghosts, tilt }: Look): void {
  if (ghosts) openPins(ghosts)
  if (tilt) openTilt(tilt)
}
