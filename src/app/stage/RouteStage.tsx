// The labs and the front page on the projector: one picture each. From a lecture's plan the first press starts the
// lecture. The plan itself is for the teacher and never shown.

import styles from './Stage.module.css'
import { Suspense, use } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { labAt, labs, type LabId } from '../../labs/index.ts'
import { stageParts, type StageParts } from '../../labs/stageParts.ts'
import { useLab } from '../../labs/useLab.ts'
import { lessons } from '../../lessons/index.ts'
import { loadLesson } from '../catalog.ts'
import { isPath } from '../../course/paths.ts'
import { paths } from '../paths.ts'
import { addressSays } from '../../document/session.ts'
import { useNothingRuns } from '../useNothingRuns.ts'
import { StageWait } from '../StageWait.tsx'
import { StageShell } from './StageShell.tsx'
import { useStage } from './stageState.ts'
import { ClassLink } from './ClassLink.tsx'
import { Title } from './Title.tsx'
import { stageHash } from './way.ts'
import { predict, useCourse } from '../../state/course.ts'

const RaceStage = fetched(async () => (await import('../class/RaceStage.tsx')).RaceStage, 'page')
const GalleryStage = fetched(async () => (await import('./GalleryStage.tsx')).GalleryStage, 'page')
const QuestionsStage = fetched(async () => (await import('./QuestionsStage.tsx')).QuestionsStage, 'page')
const Verify = fetched(async () => (await import('../Verify.tsx')).Verify, 'page')

const room = { top: 0.17, bottom: 0.12, left: 0.04, right: 0.06 }
const still = (): void => {}

export function RouteStage({ route }: { readonly route: string }) {
  const lab = labAt(route)
  if (route === 'class') return <RaceStage />
  if (route === 'gallery') return <GalleryStage />
  if (route === 'questions') return <QuestionsStage />
  return lab ? <LabStage id={lab.id} /> : <TitleStage verify={route === 'verify'} />
}

/** Free play of a lab. */
function LabStage({ id }: { readonly id: LabId }) {
  const parts = use(stageParts[id]())
  const { lab } = parts
  return useLab(lab, labs[id].route, lab.preset(), lab.names) ? <OpenLab parts={parts} /> : <StageWait />
}

function OpenLab({ parts }: { readonly parts: StageParts }) {
  const { Controls, Time } = parts
  const title = parts.useTitle()
  const pictures = parts.usePictures()
  const { picture = 0, zoomed } = useStage()
  const { key, fills = false, Picture } = pictures[picture % pictures.length]
  const shown = <Picture room={room} zoomed={zoomed} />
  return (
    <StageShell
      onMove={still}
      controls={Controls && ((only) => <Controls only={only} />)}
      time={Time && <Time />}
    >
      <div className={styles.scene} data-picture={fills ? 'map' : 'panel'} data-phase="scene" data-words>
        <div className={styles.scenePicture} key={key}>
          <Suspense>{fills ? shown : <div className={styles.scenePanel}>{shown}</div>}</Suspense>
        </div>
        <Title text={title} />
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
            <div className={styles.scenePanel}>
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
