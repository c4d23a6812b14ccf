// The class race on the projector.

import { useEffect, useMemo } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { firstLab } from '../../labs/index.ts'
import { useLab } from '../../labs/useLab.ts'
import { PlaybackPanel } from '../../panels/PlaybackPanel.tsx'
import { StageMap } from '../../panels/stageMap/StageMap.tsx'
import { ranked, useClassRace } from '../../state/classRace.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { cursor } from '../../state/playback.ts'
import { loadRegistries, useRegistries } from '../../state/registries.ts'
import { StageWait } from '../StageWait.tsx'
import { StageShell } from '../stage/StageShell.tsx'
import { useStage } from '../stage/stageState.ts'
import { Title } from '../stage/Title.tsx'
import { racePaths, useRacing } from './racing.ts'
import stageStyles from '../stage/Stage.module.css'

const room = { top: 0.17, bottom: 0.12, left: 0.04, right: 0.06 }
const still = (): void => {}

/** All paths of the class race, and who is first. */
export function RaceStage() {
  const open = useLab(firstLab, 'class', firstLab.preset())
  const ready = useRegistries((state) => state.optimizers !== undefined)
  useEffect(() => void loadRegistries().catch(() => {}), [])
  return open && ready ? <OpenRace /> : <StageWait />
}

function OpenRace() {
  const { wall } = useWords(stageWords).stage
  const { words: spoken, zoomed } = useStage()
  const map = useExperiment(({ experiment }) => experiment.objective.kind !== 'network')
  const { lines, chosen } = useRacing()
  const { results } = useClassRace()
  const steps = useExperiment(({ experiment }) => experiment.steps)
  const marks = useMemo(() => {
    const named = ranked(results)
      .slice(0, 3)
      .map(({ runner }) => runner)
    if (chosen !== undefined && !named.includes(chosen)) named.push(chosen)
    return racePaths(results, lines, chosen, { step: () => cursor.step, steps, named })
  }, [results, lines, chosen, steps])
  useEffect(requestDraw, [results])
  const first = ranked(results)
    .slice(0, 3)
    .flatMap(({ runner }, at) => (lines.runners[runner] ? [`${at + 1}. ${lines.runners[runner].name}`] : []))
  return (
    <StageShell onMove={still} time={<PlaybackPanel />}>
      <div
        className={stageStyles.scene}
        data-picture={map ? 'map' : 'panel'}
        data-phase="scene"
        data-words={spoken || undefined}
      >
        <div className={stageStyles.scenePicture}>
          {map && (
            <StageMap locked room={room} zoomed={zoomed} marks={marks} withoutRuns={results.length > 0} />
          )}
        </div>
        <Title text={wall.race} />
        {spoken && first.length > 0 && (
          <p className={stageStyles.sceneSentence}>
            <span className={stageStyles.slip}>{first.join(' · ')}</span>
          </p>
        )}
      </div>
    </StageShell>
  )
}
