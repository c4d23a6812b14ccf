// Computes the projector's run here too: the same experiment gives the same bits, so the small picture needs no pixels
// from the stage. Changes by the console's sliders are sent to the stage, and the stage's state is copied back.

import { useEffect, useRef, useState } from 'react'
import { useAverages, openAverages } from '../../state/averages.ts'
import { keepAverages } from '../../state/averagesPicture.ts'
import { isSame } from '../../document/same.ts'
import { openDocument, useExperiment } from '../../state/experiment.ts'
import { loadRegistries } from '../../state/registries.ts'
import { holdAt, moveTo } from '../../state/playback.ts'
import { setStage } from '../stage/stageState.ts'
import { setLanguage, currentLanguage } from '../../i18n/index.ts'
import { predict, useCourse } from '../../state/course.ts'
import { isOpen } from '../stage/walk.ts'
import { beginConducting } from '../../labs/conducting.ts'
import type { Wall } from './useWall.ts'

/** Returns true once the projector's state has arrived. */
export function useMirror({ state, say, serial }: Wall): boolean {
  const [mirrored, setMirrored] = useState(false)
  /** The last state received from the stage, which is not sent back. */
  const given = useRef<readonly unknown[]>([])
  useEffect(() => {
    void loadRegistries()
    keepAverages()
  }, [])
  useEffect(() => {
    if (!state) return
    const { document, averages, place, stage, target, step, playing, language, echo } = state
    if (language !== currentLanguage()) setLanguage(language)
    setStage({ ...stage, way: state.way, index: state.index, frozen: false, blank: false, laser: 'off' })
    if (place) {
      const stored = useCourse.getState().predictions[place.name]
      const revealed = place.phase !== 'home' && !isOpen(place.phase)
      if ((stored?.revealed ?? false) !== revealed) predict(place.name, { ...stored, revealed })
    }
    // A state sent before a change arrived must not revert the change.
    if (echo < serial() && given.current.length > 0) return
    const now = useExperiment.getState()
    if (
      document.experiment.runs &&
      !isSame({ ...document }, { experiment: now.experiment, view: now.view })
    ) {
      given.current = [document.experiment, document.view]
      openDocument(document)
      beginConducting()
    }
    const mine = useAverages.getState()
    if (!isSame(averages.experiment, mine.experiment) || !isSame(averages.view, mine.view)) {
      openAverages(averages, averages.experiment, averages.view)
    }
    given.current = [useExperiment.getState().experiment, useExperiment.getState().view]
    setMirrored(
      useExperiment.getState().experiment.runs !== undefined || state.averages.experiment !== undefined,
    )
    if (!now.experiment.runs && !document.experiment.runs) return
    holdAt()
    moveTo(playing ? step : target)
  }, [state, serial])
  useEffect(() => {
    const stops = [
      useExperiment.subscribe(({ experiment, view }) => {
        if (given.current.length === 0) return
        if (given.current[0] === experiment && given.current[1] === view) return
        given.current = [experiment, view]
        say('document', { document: { experiment, view } })
      }),
      useAverages.subscribe((now, before) => {
        if (given.current.length === 0 || (now.experiment === before.experiment && now.view === before.view))
          return
        if (now.past.length === 0) return
        say('document', { document: { experiment: now.experiment, view: now.view } })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [say])
  return mirrored
}
