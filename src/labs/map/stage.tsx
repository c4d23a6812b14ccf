// What the map brings to the projector.

import { useEffect, useMemo } from 'react'
import { mapWords } from '../../i18n/areas/map.ts'
import { useWords } from '../../i18n/index.ts'
import { RunControls } from '../../panels/controls/RunControls.tsx'
import { useExperiment } from '../../state/experiment.ts'
import { unspecific } from '../lab.ts'
import type { StageParts } from '../stageParts.ts'
import { lab } from './index.ts'
import { keepMap } from './pageMap.ts'
import { mapOf } from './settings.ts'
import { Legend } from './view/Legend.tsx'
import { MapFigure } from './view/MapFigure.tsx'
import { useMapTheory } from './view/useMapTheory.ts'
import labStyles from '../../ui/Lab.module.css'

function MapPicture() {
  const { experiment, view } = useExperiment()
  const map = useMemo(() => mapOf({ experiment, view }), [experiment, view])
  const { theory } = useMapTheory(map)
  useEffect(keepMap, [])
  return (
    <div className={labStyles.panel}>
      <MapFigure map={map} theory={theory} shown="value" untitled />
      <Legend shown="value" theory={theory} />
    </div>
  )
}

const pictures = [{ key: 'hypermap', Picture: MapPicture }]

export const parts: StageParts = {
  lab: unspecific(lab),
  useTitle: () => useWords(mapWords).map.title,
  usePictures: () => pictures,
  Controls: () => <RunControls only={['alpha', 'beta']} />,
  figures: {},
  maps: [],
}
