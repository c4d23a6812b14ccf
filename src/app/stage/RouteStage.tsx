// The labs and the front page on the projector: one picture each. From a lecture's plan the first press starts the
// lecture. The plan itself is for the teacher and never shown.

import styles from './Stage.module.css'
import { Suspense, useEffect, useMemo } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { mapWords } from '../../i18n/areas/map.ts'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { lessons } from '../../lessons/index.ts'
import { loadLesson } from '../catalog.ts'
import { isPath } from '../../course/paths.ts'
import { paths } from '../../lessons/paths.ts'
import { LessonControls } from '../../course/LessonControls.tsx'
import { PlaybackPanel } from '../../panels/PlaybackPanel.tsx'
import { CostPanel } from '../../panels/series/CostPanel.tsx'
import { MemoryPanel } from '../../panels/series/MemoryPanel.tsx'
import { RatePanel } from '../../panels/series/RatePanel.tsx'
import { keepMap } from '../../state/map.ts'
import { mapOf } from '../../state/mapSettings.ts'
import { ranked, useClassRace } from '../../state/classRace.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { loadRegistries, useRegistries } from '../../state/registries.ts'
import { racePaths, useRacing } from '../class/racing.ts'
import { playground } from '../../labs/descent/home.ts'
import { useDescent } from '../../labs/descent/useDescent.ts'
import { useMapLab } from '../../labs/map/useMapLab.ts'
import { addressSays } from '../../document/session.ts'
import { useNothingRuns } from '../useNothingRuns.ts'
import { StageWait } from '../StageWait.tsx'
import { StageMap } from './StageMap.tsx'
import { StageShell } from './StageShell.tsx'
import { useStage } from './stageState.ts'
import { ClassLink } from './ClassLink.tsx'
import { stageHash } from './way.ts'
import { predict, useCourse } from '../../state/course.ts'
import labStyles from '../../ui/Lab.module.css'

const NetworkView = fetched(async () => (await import('../../panels/network/NetworkView.tsx')).NetworkView)
const MapFigure = fetched(async () => (await import('./MapScene.tsx')).MapScene)
const AveragesLab = fetched(async () => (await import('./AveragesScene.tsx')).AveragesScene, 'page')
const Verify = fetched(async () => (await import('../Verify.tsx')).Verify, 'page')

const room = { top: 0.17, bottom: 0.12, left: 0.04, right: 0.06 }
const still = (): void => {}

export function RouteStage({ route }: { readonly route: string }) {
  if (route === 'playground') return <PlaygroundStage />
  if (route === 'map') return <MapStage />
  if (route === 'averages-lab') return <AveragesStage />
  if (route === 'class') return <RaceStage />
  return <TitleStage verify={route === 'verify'} />
}

function Title({ text }: { readonly text: string }) {
  const { words } = useStage()
  return (
    <>
      {words && (
        <h1 className={styles.sceneTitle}>
          <span>{text}</span>
        </h1>
      )}
      <p className={styles.scenePlace}>
        <ClassLink hash={location.hash} />
      </p>
    </>
  )
}

/** All paths of the class race, and who is first. */
function RaceStage() {
  const open = useDescent('class', playground)
  const ready = useRegistries((state) => state.optimizers !== undefined)
  useEffect(() => void loadRegistries().catch(() => {}), [])
  return open && ready ? <OpenRace /> : <StageWait />
}

function OpenRace() {
  const { wall } = useWords(stageWords).stage
  const spoken = useStage((state) => state.words)
  const map = useExperiment(({ experiment }) => experiment.objective.kind !== 'network')
  const { lines, chosen } = useRacing()
  const { results } = useClassRace()
  const marks = useMemo(() => racePaths(results, lines, chosen), [results, lines, chosen])
  useEffect(requestDraw, [results])
  const first = ranked(results)
    .slice(0, 3)
    .flatMap(({ runner }, at) => (lines.runners[runner] ? [`${at + 1}. ${lines.runners[runner].name}`] : []))
  return (
    <StageShell onMove={still} time={<PlaybackPanel />}>
      <div
        className={styles.scene}
        data-picture={map ? 'map' : 'panel'}
        data-phase="scene"
        data-words={spoken || undefined}
      >
        <div className={styles.scenePicture}>{map && <StageMap locked room={room} marks={marks} />}</div>
        <Title text={wall.race} />
        {spoken && first.length > 0 && (
          <p className={styles.sceneSentence}>
            <span>{first.join(' · ')}</span>
          </p>
        )}
      </div>
    </StageShell>
  )
}

function PlaygroundStage() {
  const open = useDescent('playground', playground)
  return open ? <OpenPlayground /> : <StageWait />
}

function OpenPlayground() {
  const words = useWords()
  const network = useExperiment(({ experiment }) => experiment.objective.kind === 'network')
  const turn = useStage((state) => state.picture ?? 0) % (network ? 3 : 4)
  return (
    <StageShell
      onMove={still}
      controls={(only) => (
        <LessonControls
          only={
            only === 'one'
              ? ['alpha']
              : ['addRuns', 'optimizer', 'alpha', 'beta', 'beta1', 'beta2', 'batchSize', 'seed']
          }
        />
      )}
      time={<PlaybackPanel />}
    >
      <div
        className={styles.scene}
        data-picture={turn === 0 && !network ? 'map' : 'panel'}
        data-phase="scene"
        data-words
      >
        <div className={styles.scenePicture} key={turn}>
          <Suspense>
            {turn === 0 ? (
              network ? (
                <div className={styles.scenePanel} data-panel="network">
                  <NetworkView />
                </div>
              ) : (
                <StageMap locked={false} room={room} />
              )
            ) : (
              <div className={styles.scenePanel}>
                {turn === 1 ? (
                  <CostPanel height="100%" />
                ) : turn === 2 ? (
                  <RatePanel height="100%" />
                ) : (
                  <div className={labStyles.memory}>
                    <MemoryPanel direction={0} height="100%" />
                    <MemoryPanel direction={1} height="100%" />
                  </div>
                )}
              </div>
            )}
          </Suspense>
        </div>
        <Title text={words.common.playground} />
      </div>
    </StageShell>
  )
}

function MapStage() {
  const open = useMapLab()
  return open ? <OpenMap /> : <StageWait />
}

function OpenMap() {
  const words = useWords(mapWords)
  const { experiment, view } = useExperiment()
  const map = useMemo(() => mapOf({ experiment, view }), [experiment, view])
  useEffect(keepMap, [])
  return (
    <StageShell onMove={still} controls={() => <LessonControls only={['alpha', 'beta']} />}>
      <div className={styles.scene} data-picture="panel" data-phase="scene" data-words>
        <div className={styles.scenePicture}>
          <div className={styles.scenePanel}>
            <Suspense>
              <MapFigure map={map} />
            </Suspense>
          </div>
        </div>
        <Title text={words.map.title} />
      </div>
    </StageShell>
  )
}

function AveragesStage() {
  const words = useWords()
  return (
    <StageShell onMove={still}>
      <div className={styles.scene} data-picture="panel" data-phase="scene" data-words>
        <div className={styles.scenePicture}>
          <div className={styles.scenePanel}>
            <Suspense>
              <AveragesLab />
            </Suspense>
          </div>
        </div>
        <Title text={words.common.averages} />
      </div>
    </StageShell>
  )
}

/** Before a lecture: its title and its link. The first press starts it. */
function TitleStage({ verify }: { readonly verify: boolean }) {
  const words = useWords(stageWords)
  const own = words.stage.wall
  const path = addressSays('path')
  useNothingRuns()
  const begin = (by: 1 | -1): void => {
    if (by < 0 || verify) return
    if (!isPath(path)) location.hash = `#/${lessons[0].id}?present=1`
    else {
      const [first] = paths[path]
      void loadLesson(first.lesson).then((lesson) => {
        const at = lesson.steps.findIndex(({ id }) => id === first.step)
        const name = `${first.lesson}/${first.step}`
        const stored = useCourse.getState().predictions[name]
        if (stored?.revealed) predict(name, { ...stored, revealed: false })
        location.hash = stageHash(lesson, at, path)
      })
    }
  }
  return (
    <StageShell onMove={begin}>
      {verify ? (
        <div className={styles.scene} data-picture="panel" data-phase="scene">
          <div className={styles.scenePicture}>
            <div className={styles.scenePanel} data-panel="verify">
              <Suspense>
                <Verify />
              </Suspense>
            </div>
          </div>
          <Title text={own.verify} />
        </div>
      ) : (
        <div className={`${styles.scene} ${styles.takeHome}`} data-phase="title">
          <h1>
            {path === 'lecture45' ? own.lecture45 : path === 'lecture90' ? own.lecture90 : own.contents}
          </h1>
          <p>{own.begin}</p>
          <p className={styles.scenePlace}>
            <ClassLink hash="#/" />
          </p>
        </div>
      )}
    </StageShell>
  )
}
