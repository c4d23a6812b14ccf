// The projector as the teacher sees it: the current scene, small, and the name of the next.

import { Suspense, use, useEffect, useRef, useState } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { hiddenBy } from '../../course/asks.ts'
import type { LessonParts } from '../../labs/lessonParts.ts'
import { loadLesson } from '../catalog.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { Scene } from '../stage/Scene.tsx'
import { titleOf } from '../stage/sentences.ts'
import type { WallState } from '../stage/consoleLink.ts'
import type { SceneNow } from '../stage/sceneNow.ts'
import { isOpen, type Phase } from '../stage/walk.ts'
import type { Way } from '../stage/way.ts'
import type { Wall } from './useWall.ts'
import stageStyles from '../stage/Stage.module.css'
import styles from './Console.module.css'

/** The projector's scene, small. The laser moves over it. */
export function WallSmall(props: {
  readonly wall: Wall
  readonly state: WallState
  readonly way: Way
  readonly scene: SceneNow
  readonly parts: LessonParts
  readonly open: boolean
}) {
  const { wall, state, way, scene, parts, open } = props
  const words = useWords(stageWords)
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const watch = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 0))
    watch.observe(box.current!)
    return () => watch.disconnect()
  }, [])
  const hides = hiddenBy(open ? scene.step : {})
  return (
    <div
      ref={box}
      className={`${styles.wall} ${stageStyles.colors}`}
      role="group"
      aria-label={words.stage.console.wall}
      style={{ '--h': `${height / 100}px` }}
      onPointerMove={(event) => {
        if (state.stage.laser === 'off') return
        const at = event.currentTarget.getBoundingClientRect()
        wall.say('laser', {
          x: (event.clientX - at.left) / at.width,
          y: (event.clientY - at.top) / at.height,
        })
      }}
    >
      <div className={stageStyles.wall}>
        <Suspense>
          <Scene
            {...scene}
            way={way}
            parts={parts}
            hides={hides}
            landed={!state.playing && !isOpen(scene.place.phase)}
            playing={state.playing}
            onCount={() => {}}
          />
        </Suspense>
      </div>
      {state.stage.blank && <p className={styles.veil}>{words.stage.wall.blank}</p>}
      {state.stage.frozen && <p className={styles.veil}>{words.stage.wall.frozen}</p>}
    </div>
  )
}

/** What the next press shows: its title and phase, on a card in the projector's color. */
export function NextScene({ way, index }: { readonly way: Way; readonly index: number }) {
  const words = useWords(stageWords)
  const language = useLanguage()
  const next = way.places[index]
  const lesson = use(loadLesson(next.lesson))
  const step = lesson.steps[next.at]
  const phase: Phase = next.phase
  return (
    <div className={styles.card}>
      <b>
        {phase === 'home' ? (
          words.stage.wall.home
        ) : (
          <Line text={inLanguage(titleOf(step, phase), language)} />
        )}
      </b>
    </div>
  )
}
