// The gallery on the projector: one phenomenon a scene. A press goes on to the next, whose run plays large and rests at
// its end. A press back shows a scene as it was left.

import styles from './Stage.module.css'
import { Suspense, use, useEffect, useMemo } from 'react'
import { searchNow, useAddress } from '../../document/routes.ts'
import { useOpened } from '../../document/session.ts'
import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { phenomena } from '../../labs/gallery.ts'
import { labAt, type LabId } from '../../labs/index.ts'
import { stageParts, type GalleryScenes, type StageParts } from '../../labs/stageParts.ts'
import { useLab } from '../../labs/useLab.ts'
import { StageWait } from '../StageWait.tsx'
import { isLong } from './sentences.ts'
import { setStage, useStage } from './stageState.ts'
import { StageShell } from './StageShell.tsx'
import { Title } from './Title.tsx'
import { isMotionReduced } from '../../styles/motion.ts'

const room = { top: 0.17, bottom: 0.2, left: 0.04, right: 0.06 }

/** What a press back restores, by the scene's index. */
const left = new Map<number, () => void>()
let goesBack = false

/** Returns the index of the scene that the address names, or the first. */
function indexNow(): number {
  const at = Number(searchNow().get('at') ?? 1) - 1
  return at in phenomena ? at : 0
}

export function GalleryStage() {
  const { route } = phenomena[useAddress(indexNow)]
  const { id } = labAt(route)!
  return <ScenesOf key={id} id={id} />
}

/** The scenes of one lab. */
function ScenesOf({ id }: { readonly id: LabId }) {
  const parts = use(stageParts[id]())
  const { lab, gallery } = parts
  const presets = useMemo(() => gallery?.presets(phenomena) ?? [], [gallery])
  return useLab(lab, 'gallery', presets) && gallery ? (
    <Scene parts={parts} gallery={gallery} />
  ) : (
    <StageWait />
  )
}

interface SceneProps {
  readonly parts: StageParts
  readonly gallery: GalleryScenes
}

function Scene({ parts, gallery }: SceneProps) {
  const { Controls, Time } = parts
  const own = useWords(stageWords).stage.wall
  const language = useLanguage()
  const { picture: turn = 0, zoomed, words } = useStage()
  const at = gallery.useAt()
  const one = phenomena[at] ?? phenomena[0]
  const pictures = parts.usePictures()
  const first = Math.max(
    0,
    pictures.findIndex(({ key }) => key === one.scene),
  )
  const { key, fills = false, Picture } = pictures[(first + turn) % pictures.length]
  const shown = <Picture room={room} zoomed={zoomed} box={one.box} />
  const openings = useOpened((state) => state.openings)
  useEffect(() => {
    // The document of the other lab's scene may still be there.
    if (at !== indexNow()) return
    const back = goesBack
    goesBack = false
    if (back) left.get(at)?.()
    else if (!searchNow().has('step') && !isMotionReduced()) gallery.play?.()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once an opening
  }, [openings])
  const move = (by: 1 | -1): void => {
    const to = at + by
    if (!(to in phenomena)) return
    left.set(at, gallery.keep())
    goesBack = by < 0
    setStage({ picture: undefined, zoomed: false, controls: false })
    location.hash = `#/gallery?present=1&at=${to + 1}`
  }
  const sentence = inLanguage(one.says, language)
  return (
    <StageShell
      onMove={move}
      controls={Controls && ((only) => <Controls only={only} />)}
      time={Time && <Time />}
    >
      <div
        className={styles.scene}
        data-picture={fills ? 'map' : 'panel'}
        data-phase="scene"
        data-words={words || undefined}
      >
        {/* Another scene never shows the surface of this one. */}
        <div className={styles.scenePicture} key={`${at} ${key}`}>
          <Suspense>{fills ? shown : <div className={styles.scenePanel}>{shown}</div>}</Suspense>
        </div>
        <Title
          text={inLanguage(one.name, language)}
          place={fill(own.of, { at: at + 1, count: phenomena.length })}
          hash={`#/gallery?at=${at + 1}`}
        />
        {words && (
          <p className={styles.sceneSentence} data-long={isLong(sentence) || undefined}>
            <span className={styles.slip}>{sentence}</span>
          </p>
        )}
      </div>
    </StageShell>
  )
}
