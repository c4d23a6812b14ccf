// Computes the projector's document here too: the same experiment gives the same bits, so the small picture needs no
// pixels from the stage. Changes by the console's controls are sent to the stage, and the stage's state is copied back.

import { useEffect, useRef, useState } from 'react'
import { isSame } from '../../document/same.ts'
import { mirrorOf } from '../../labs/mirrors.ts'
import { setStage } from '../stage/stageState.ts'
import { setLanguage, currentLanguage } from '../../i18n/index.ts'
import { predict, useCourse } from '../../state/course.ts'
import { isOpen } from '../stage/walk.ts'
import type { Wall } from './useWall.ts'

/** Returns true once the projector's state has arrived. */
export function useMirror({ state, say, serial }: Wall): boolean {
  const [mirrored, setMirrored] = useState(false)
  /** The document last received from the stage, which is not sent back. */
  const given = useRef<unknown>(undefined)
  useEffect(() => {
    if (!state) return
    const { lab, document, place, stage, target, step, playing, language, echo } = state
    if (language !== currentLanguage()) setLanguage(language)
    setStage({ ...stage, way: state.way, index: state.index, frozen: false, blank: false, laser: 'off' })
    if (place) {
      const stored = useCourse.getState().predictions[place.name]
      const revealed = place.phase !== 'home' && !isOpen(place.phase)
      if ((stored?.revealed ?? false) !== revealed) predict(place.name, { ...stored, revealed })
    }
    // A state sent before a change arrived must not revert the change.
    if (echo < serial() && given.current !== undefined) return
    setMirrored(true)
    const mirror = mirrorOf(lab)
    if (!mirror) return
    if (!isSame(document, mirror.snapshot())) {
      given.current = undefined
      mirror.show(document)
    }
    given.current = mirror.snapshot()
    mirror.moveTo(playing ? step : target)
  }, [state, serial])
  const lab = state?.lab
  useEffect(() => {
    const mirror = mirrorOf(lab)
    return mirror?.subscribe(() => {
      const now = mirror.snapshot()
      if (given.current === undefined || isSame(given.current, now)) return
      given.current = now
      say('document', { document: now })
    })
  }, [lab, say])
  return mirrored
}
