// The stage's end of the connection to the console: reports what the projector shows whenever it changes, and executes
// the console's requests. It reports immediately rather than in a frame, because a covered window draws none.

import { useEffect, useEffectEvent, useRef } from 'react'
import { setLanguage, currentLanguage, languages, type Language } from '../../i18n/index.ts'
import type { LabId } from '../../labs/index.ts'
import { mirrorOf } from '../../labs/mirrors.ts'
import { onShown, shownLab } from '../../labs/shown.ts'
import { onFrame } from '../../state/frame.ts'
import { usePlayback } from '../../state/playback.ts'
import { openStageBus, type Bus, type Message } from './bus.ts'
import { remoteLaser } from './Laser.tsx'
import { clearVotes, setStage, useStage, type StageState } from './stageState.ts'
import { actFrom, type StageAct } from './stageKeys.ts'
import type { SceneNow } from './sceneNow.ts'
import type { Place } from './walk.ts'
import type { Way } from './way.ts'
import { store, stored } from '../../document/stored.ts'

/** What a console knows about the projector. */
export interface WallState {
  readonly way: string
  readonly path: string | undefined
  readonly index: number
  readonly place: Place | undefined
  readonly stage: Pick<
    StageState,
    | 'votes'
    | 'picture'
    | 'words'
    | 'bars'
    | 'blank'
    | 'frozen'
    | 'laser'
    | 'zoomed'
    | 'exercise'
    | 'ghosts'
    | 'consoles'
  >
  /** The lab on show, and its document. */
  readonly lab: LabId | undefined
  readonly document: unknown
  readonly step: number
  readonly target: number
  readonly playing: boolean
  readonly covered: boolean
  readonly language: Language
  /** The number of the console's last change included in this state. */
  readonly echo: number
}

const storageKey = 'ravine.stageId'
let id: string | undefined

/** Returns this tab's stage id, the same after a reload. */
export function stageId(): string {
  if (id) return id
  id = stored('sessionStorage', storageKey) ?? undefined
  id ??= Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => (byte % 36).toString(36)).join('')
  store('sessionStorage', storageKey, id)
  return id
}

export const consoleHash = (): string => `#/console?stage=${stageId()}`

/** Minimum milliseconds between reports during playback. */
const interval = 90

export function useConsoleLink(
  act: (act: StageAct) => void,
  way: Way | undefined,
  scene: SceneNow | undefined,
): void {
  const now = useEffectEvent(() => ({ act, way, scene }))
  const told = useRef<() => void>(() => {})

  useEffect(() => {
    let echo = 0
    let bus: Bus | undefined = undefined as Bus | undefined
    const own = stageId()
    const consoles = new Set<string>()
    const state = (): WallState => {
      const { index, consoles, ...shown } = useStage.getState()
      const { votes, picture, words, bars, blank, frozen, laser, zoomed, exercise, ghosts } = shown
      const lab = shownLab()
      const { way: on, scene: shownScene } = now()
      return {
        way: on?.name ?? '',
        path: on?.path,
        index,
        place: shownScene?.place,
        stage: { votes, picture, words, bars, blank, frozen, laser, zoomed, exercise, ghosts, consoles },
        lab: lab?.id,
        document: mirrorOf(lab?.id)?.snapshot(),
        step: lab?.model.step() ?? 0,
        target: lab?.model.target() ?? 0,
        playing: lab?.actions?.isPlaying?.() ?? false,
        covered: document.visibilityState !== 'visible',
        language: currentLanguage(),
        echo,
      }
    }
    // A page being left becomes hidden after its goodbye message. Reporting then would revive it.
    let away = false
    // A press changes several stores. Report them once, after the task, which also runs in a covered window.
    let due = false
    const tell = (): void => {
      if (due) return
      due = true
      queueMicrotask(() => {
        due = false
        if (!away) bus?.post({ source: 'ravine-stage', stage: own, kind: 'state', state: state() })
      })
    }
    told.current = tell
    const hear = (message: Message): void => {
      if (message.kind === 'seek' && message.stage !== own) return
      if (message.kind === 'who') return bus?.post({ source: 'ravine-stage', stage: own, kind: 'here' })
      if (message.stage !== own) return
      if (typeof message.console === 'string') {
        if (message.kind === 'leave') consoles.delete(message.console)
        else consoles.add(message.console)
        if (useStage.getState().consoles !== consoles.size) setStage({ consoles: consoles.size })
      }
      if (typeof message.serial === 'number') echo = message.serial
      if (message.kind === 'act') {
        const what = actFrom(message.act)
        if (what) now().act(what)
      } else if (message.kind === 'document') mirrorOf(shownLab()?.id)?.take(message.document)
      else if (message.kind === 'seek' && typeof message.step === 'number')
        mirrorOf(shownLab()?.id)?.moveTo(message.step)
      else if (message.kind === 'clear') {
        const { scene: asked } = now()
        if (asked) clearVotes(asked.name)
      } else if (message.kind === 'language' && languages.includes(message.language as Language))
        setLanguage(message.language as Language)
      else if (message.kind === 'laser' && typeof message.x === 'number' && typeof message.y === 'number') {
        Object.assign(remoteLaser, { x: message.x, y: message.y })
        if (useStage.getState().laser === 'off') setStage({ laser: 'dot' })
        for (const draw of remoteLaser.listeners) draw()
        return
      }
      tell()
    }
    bus = openStageBus(hear)
    const stops = [
      useStage.subscribe(tell),
      usePlayback.subscribe(tell),
      onShown(tell, ({ id }) => mirrorOf(id)?.subscribe(tell)),
    ]
    let last = 0
    let step = -1
    const stopFrames = onFrame((time) => {
      const here = shownLab()?.model.step() ?? 0
      if (here === step || time - last < interval) return
      last = time
      step = here
      tell()
    }, 'words')
    const gone = (): void => {
      away = true
      bus?.post({ source: 'ravine-stage', stage: own, kind: 'bye' })
    }
    const back = (): void => {
      away = false
      tell()
    }
    document.addEventListener('visibilitychange', tell)
    addEventListener('pagehide', gone)
    addEventListener('pageshow', back)
    tell()
    return () => {
      gone()
      for (const stop of stops) stop()
      stopFrames()
      document.removeEventListener('visibilitychange', tell)
      removeEventListener('pagehide', gone)
      removeEventListener('pageshow', back)
      bus?.close()
    }
  }, [])
  // React owns the place.
  useEffect(() => told.current(), [scene])
}
