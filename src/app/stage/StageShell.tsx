// Everything around a scene: keys, tools, laser, blank, freeze, the QR code, the step's controls. The projector shows
// none of it until requested.

import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { toggleRun, useExperiment } from '../../state/experiment.ts'
import { cursor, pause, play, seek, usePlayback } from '../../state/playback.ts'
import { clearPins, pinPresent } from '../../panels/map/pins.ts'
import { toggleTilt } from '../../panels/relief/pose.ts'
import { present } from '../presenting.ts'
import { Frozen } from './Frozen.tsx'
import { Laser } from './Laser.tsx'
import { QrOverlay } from './QrOverlay.tsx'
import { StageTools } from './StageTools.tsx'
import { leaveWay, nextLaser, setStage, useStage } from './stageState.ts'
import type { StageAct } from './stageKeys.ts'
import { useConsoleLink } from './consoleLink.ts'
import { useStageKeys } from './useStageKeys.ts'
import { useWakeLock } from './useWakeLock.ts'
import type { SceneNow } from './sceneNow.ts'
import { exerciseOf } from './walk.ts'
import type { Way } from './way.ts'
import styles from './Stage.module.css'

// The language of rules loads when an exercise opens.
const StageExercise = fetched(async () => (await import('./StageExercise.tsx')).StageExercise)

interface Props {
  readonly way?: Way
  readonly scene?: SceneNow
  /** Whether hands are counted. Default: what the scene's phase says. */
  readonly counting?: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onCount?: (answer: number, by: number) => void
  readonly controls?: ((only: 'all' | 'one') => ReactNode) | undefined
  readonly time?: ReactNode
  readonly children: ReactNode
}

/** Milliseconds within which a second Escape leaves the stage. Clickers send one. */
const twice = 3000

export function StageShell(props: Props) {
  const { scene, onMove, onCount, controls, time, children } = props
  const counting = props.counting ?? scene?.place.phase === 'count'
  const words = useWords(stageWords)
  const stage = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLElement>(null)
  const { blank, qr, controls: open, exercise: writing, laser } = useStage()
  const exercise = scene && exerciseOf(scene.step, scene.place.phase)
  const escaped = useRef(-Infinity)
  useWakeLock()

  const leave = (): void => {
    leaveWay()
    clearPins()
    void present(false)
  }

  const escape = (): void => {
    const now = performance.now()
    const again = now - escaped.current < twice
    escaped.current = now
    const state = useStage.getState()
    if (state.blank || state.qr || state.controls || state.exercise)
      return setStage({ blank: false, qr: false, controls: false, exercise: false })
    if (again) leave()
  }
  const move = (by: 1 | -1): void => {
    const state = useStage.getState()
    // What covers the picture goes first, so an arrow typed in an exercise does not leave the step.
    if (state.blank || state.qr || state.exercise)
      return setStage({ blank: false, qr: false, exercise: false })
    onMove(by)
  }
  const act = (what: StageAct): void => {
    const state = useStage.getState()
    if (typeof what === 'object') {
      if ('count' in what) onCount?.(what.count, what.by)
      else if (what.run < (useExperiment.getState().experiment.runs?.length ?? 0)) toggleRun(what.run)
      return
    }
    const acts: Readonly<Record<typeof what, () => void>> = {
      on: () => move(1),
      back: () => move(-1),
      stepOn: () => seek(cursor.step + 1),
      stepBack: () => seek(cursor.step - 1),
      play: () => (usePlayback.getState().playing ? pause() : play()),
      picture: () => setStage({ picture: (state.picture ?? 0) + 1 }),
      words: () => (counting ? setStage({ bars: !state.bars }) : setStage({ words: !state.words })),
      zoom: () => setStage({ zoomed: !state.zoomed }),
      blank: () => setStage({ blank: !state.blank }),
      freeze: () => setStage({ frozen: !state.frozen }),
      laser: nextLaser,
      ghost: () => pinPresent(),
      tilt: toggleTilt,
      qr: () => setStage({ qr: !state.qr }),
      controls: () => setStage({ controls: !state.controls }),
      exercise: () => setStage({ exercise: exercise !== undefined && !state.exercise }),
      leave,
      escape,
    }
    acts[what]()
  }
  useStageKeys(act, () => counting)
  useConsoleLink(act, props.way, scene)

  const [near, setNear] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = (event: PointerEvent): void => {
      const bottom = event.clientY > innerHeight * 0.86
      const within = event.target instanceof Element && event.target.closest(`.${styles.tools}`) !== null
      if (!bottom && !within) return
      setNear(true)
      clearTimeout(timer)
      timer = setTimeout(() => setNear(false), twice)
    }
    addEventListener('pointermove', moved)
    addEventListener('pointerdown', moved)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', moved)
      removeEventListener('pointerdown', moved)
    }
  }, [])
  // The focused element is gone with its page.
  useEffect(() => main.current?.focus({ preventScroll: true }), [])

  return (
    <main
      ref={main}
      className={`${styles.stage} ${styles.colors}`}
      id="main"
      tabIndex={-1}
      aria-label={words.stage.wall.name}
      data-laser={laser}
    >
      <div ref={stage} className={styles.wall} inert={(writing && exercise !== undefined) || undefined}>
        {children}
      </div>
      <Laser />
      {open && controls && (
        <aside className={styles.overlay} aria-label={words.stage.wall.controls}>
          {controls('all')}
        </aside>
      )}
      {exercise && writing && (
        <Suspense>
          <StageExercise exercise={exercise} onClose={() => act('exercise')} />
        </Suspense>
      )}
      {qr && <QrOverlay />}
      <Frozen stage={stage} />
      {blank && <div className={styles.blank} role="img" aria-label={words.stage.wall.blanked} />}
      <StageTools near={near} act={act} controls={controls} exercise={exercise !== undefined} time={time} />
    </main>
  )
}
