// Whether the first picture is on the screen: what it does not need is loaded from then on.

import { create } from 'zustand'

export const usePictured = create<{ readonly pictured: boolean }>()(() => ({ pictured: false }))

/** Milliseconds after which the rest of the page no longer waits for a picture that takes long. */
const patience = 1000

/** Calls back once the picture is there, or takes long. `drawn` tells, in each frame, whether its rows have come. */
export function waitForPicture(then: () => void): { drawn(): void } {
  let told = false
  const tell = (): void => {
    if (told) return
    told = true
    usePictured.setState({ pictured: true })
    then()
  }
  setTimeout(tell, patience)
  let frames = 0
  return {
    drawn() {
      if (frames++ === 0) requestAnimationFrame(() => setTimeout(tell))
    },
  }
}
