// Pinned paths and the relief, loaded when a key, a button or an address asks for them.

import type { Look } from '../../state/look.ts'
import { openPins } from './pins.ts'
import './pinsPart.ts'

export { pinPresent } from './pins.ts'

/** What an address says, opened when its document is there. */
export function openLook({ ghosts }: Look): void {
  if (ghosts) openPins(ghosts)
}
