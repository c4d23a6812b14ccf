// The page of the hyperparameter map: every setting of two numbers at once, the path of the cell under the pointer on
// the surface, cross-sections, theory at the current setting, and the fair race.

import styles from './HyperMap.module.css'
import { useEffect, useMemo, useState } from 'react'
import { mapWords } from '../../../i18n/areas/map.ts'
import { useWords } from '../../../i18n/index.ts'
import { runDash, shadeOf, type Overlay } from '../../../plot/index.ts'
import { useExperiment } from '../../../state/experiment.ts'
import { keepMap, mapPicture, trajectory, useMap } from '../pageMap.ts'
import { mapOf } from '../settings.ts'
import { ObjectiveControls } from '../../../panels/controls/ObjectiveControls.tsx'
import { RunControls } from '../../../panels/controls/RunControls.tsx'
import { TrainingControls } from '../../../panels/controls/TrainingControls.tsx'
import { MapPanel } from '../../../panels/map/MapPanel.tsx'
import { OutcomeNote } from '../../../panels/OutcomeNote.tsx'
import { PlaybackPanel } from '../../../panels/PlaybackPanel.tsx'
import { CostPanel } from '../../../panels/series/CostPanel.tsx'
import type { Shown } from './colors.ts'
import { traceNear } from './layers.ts'
import { CrossSection } from './CrossSections.tsx'
import { Legend } from './Legend.tsx'
import { MapControls } from './MapControls.tsx'
import { MapFigure } from './MapFigure.tsx'
import { MapFiles } from './MapFiles.tsx'
import { RacePanel } from './RacePanel.tsx'
import { TheoryPanel } from './TheoryPanel.tsx'
import { useMapTheory } from './useMapTheory.ts'
import { useLooks } from '../../../panels/runs.ts'
import textStyles from '../../../styles/Text.module.css'
import { useOwnWords, useTurns } from '../../../state/arriving.ts'
import { LabFrame } from '../../../ui/LabFrame.tsx'
import labStyles from '../../../ui/Lab.module.css'

const inPlane = (map: ReturnType<typeof mapOf>): boolean => {
  const { objective } = map.base
  return objective.kind !== 'network' && (objective.kind !== 'leastSquares' || objective.x[0].length === 2)
}

export function HyperMap() {
  const words = useWords(mapWords)
  const { experiment, view } = useExperiment()
  const map = useMemo(() => mapOf({ experiment, view }), [experiment, view])
  const [shown, setShown] = useState<Shown>('value')
  const { eigenvalues, theory } = useMapTheory(map)
  // From the top down, so nothing moves when the next one comes.
  const turn = useTurns(9)
  const spread = map.seeds > 1 ? shown : 'value'
  useEffect(keepMap, [])
  useOwnWords()
  return (
    <LabFrame className={styles.page} data-controls>
      <h1 className={textStyles.spoken}>{words.map.title}</h1>
      <div className={labStyles.pictures} data-figures>
        <div data-part="figures" className={styles.top}>
          <div>
            <MapFigure map={map} theory={theory} shown={spread} />
          </div>
          <div>{inPlane(map) ? <HoveredSurface /> : <CostPanel height="100%" />}</div>
        </div>
        {turn > 0 && (
          <div>
            <Legend shown={spread} theory={theory} />
            <div className={styles.actions}>
              {inPlane(map) ? (
                <span className={textStyles.note}>
                  <span className={textStyles.withHover}>{words.map.hint}</span>
                  <span className={textStyles.withoutHover}>{words.map.hintTouch}</span>
                </span>
              ) : (
                <span className={textStyles.note}>{words.map.hintCell}</span>
              )}
              <MapFiles />
            </div>
          </div>
        )}
        {turn > 1 && (
          <>
            <PlaybackPanel />
            <OutcomeNote />
          </>
        )}
        {turn > 3 && (
          <div className={styles.sections}>
            <div>
              <CrossSection map={map} along="x" shown={spread} />
            </div>
            <div>{turn > 4 && <CrossSection map={map} along="y" shown={spread} />}</div>
          </div>
        )}
        {turn > 5 && <TheoryPanel map={map} eigenvalues={eigenvalues} theory={theory} />}
        {turn > 6 && <RacePanel base={map.base} />}
      </div>
      <div className={labStyles.controls} role="region" aria-label={words.common.controls}>
        {turn > 2 && <MapControls shown={shown} onShown={setShown} />}
        {turn > 6 && <RunControls />}
        {turn > 7 && <ObjectiveControls />}
        {turn > 8 && <TrainingControls />}
      </div>
    </LabFrame>
  )
}

/** The surface with the run at the current setting and the path of the cell under the pointer. */
function HoveredSurface() {
  const looks = useLooks()
  const hover = useMap((state) => state.hover)
  useMap((state) => state.revision)
  const picture = mapPicture()
  const path = useMemo(() => {
    return picture && hover !== null && hover < picture.known.length ? trajectory(picture, hover) : undefined
  }, [hover, picture])
  const marks = ({ pen, scales }: Overlay, place: (w: number, b: number) => readonly [number, number]) => {
    if (!path) return
    const { palette, size } = scales
    const stroke = (color: string, width: number, dash: readonly number[]): void => {
      pen.save()
      pen.strokeStyle = color
      pen.lineWidth = width * size
      pen.setLineDash([...dash])
      pen.beginPath()
      traceNear(
        pen,
        Array.from({ length: path.length / 2 }, (_, i) => place(path[2 * i], path[2 * i + 1])),
      )
      pen.stroke()
      pen.restore()
    }
    stroke(palette.paper, 4, [])
    const look = shadeOf(looks[0], 1)
    stroke(palette.runs[look], 1.8, runDash(look))
  }
  return <MapPanel marks={marks} />
}
