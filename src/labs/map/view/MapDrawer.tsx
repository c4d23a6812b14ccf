// The map next to any run: the selected run's two most telling numbers, computed only while the drawer is open.

import styles from './HyperMap.module.css'
import { useEffect, useMemo } from 'react'
import { mapWords } from '../../../i18n/areas/map.ts'
import { useWords } from '../../../i18n/index.ts'
import { useExperiment } from '../../../state/experiment.ts'
import { keepMap } from '../pageMap.ts'
import { mapOf } from '../settings.ts'
import { Legend } from './Legend.tsx'
import { MapFigure } from './MapFigure.tsx'
import { useMapTheory } from './useMapTheory.ts'
import textStyles from '../../../styles/Text.module.css'

export function MapDrawer() {
  const words = useWords(mapWords)
  const { experiment, view } = useExperiment()
  const map = useMemo(() => mapOf({ experiment, view }), [experiment, view])
  const { theory } = useMapTheory(map)
  useEffect(keepMap, [])
  return (
    <section className={styles.drawer}>
      <div className={styles.drawerFigure}>
        <MapFigure map={map} theory={theory} shown="value" />
      </div>
      <Legend shown="value" theory={theory} />
      {theory.silence && <p className={textStyles.note}>{words.map.theory.silent[theory.silence]}</p>}
    </section>
  )
}
