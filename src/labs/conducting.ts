// Starts the page's race with its first document, and tells who waits for its first picture.

import { endRemark, notify } from '../state/notice.ts'
import { page } from '../state/page.ts'
import { useExperiment } from '../state/experiment.ts'
import { waitForPicture } from '../state/firstPaint.ts'

const moved = new Set<() => void>()

/** Calls back when the cursor was moved while time stands still. */
export const onMoved = (listener: () => void): void => void moved.add(listener)

let isConducting = false

/** Cuts in before all drawing: time moves first. */
export function beginConducting(): void {
  if (isConducting) return
  isConducting = true
  const { drawn } = waitForPicture()
  page.start({
    failed: notify,
    drawn,
    moved() {
      for (const listener of moved) listener()
    },
  })
  useExperiment.subscribe((now, before) => {
    if (now.experiment !== before.experiment) endRemark()
  })
}
