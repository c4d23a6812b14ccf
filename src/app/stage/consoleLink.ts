// The stage's end of the connection to the console: reports what the projector shows whenever it changes, and executes
// the console's requests. It reports immediately rather than in a frame, because a covered window draws none.

import { useEffect, useRef } from 'react'
import { validate } from '../../engine/validate.ts'
import { setLanguage, currentLanguage, languages, type Language } from '../../i18n/index.ts'
import { useAverages, changeAverages, lookAtAverages, settleAverages } from '../../state/averages.ts'
import { change, settle, useExperiment, type Document } from '../../state/experiment.ts'
import { onFrame } from '../../state/frame.ts'
import { cursor, moveTo, usePlayback } from '../../state/playback.ts'
import { viewFrom } from '../../state/storedView.ts'
import { openStageBus, type Bus, type Message } from './bus.ts'
import { remoteLaser } from './Laser.tsx'
import { clearVotes, setStage, useStage, type StageState } from './stageState.ts'
import { actFrom, type StageAct } from './stageKeys.ts'
import type { SceneNow } from './StageShell.tsx'
import type { Place } from './walk.ts'
import type { Way } from './way.ts'

/** What a console knows about the projector. */
export interface WallState {
  readonly way: string
  readonly path: string | undefined
  readonly index: number
  readonly place: Place | undefined
  readonly stage: Pick<
    StageState,
    'votes' | 'picture' | 'words' | 'bars' | 'blank' | 'frozen' | 'laser' | 'zoomed' | 'ghosts' | 'consoles'
  >
  readonly document: Document
  readonly averages: Pick<ReturnType<typeof useAverages.getState>, 'experiment' | 'view'>
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
  try {
    id = sessionStorage.getItem(storageKey) ?? undefined
  } catch {
    // Without storage it lasts as long as the page.
  }
  id ??= Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => (byte % 36).toString(36)).join('')
  try {
    sessionStorage.setItem(storageKey, id)
  } catch {
    // Same here.
  }
  return id
}

export const consoleHash = (): string => `#/console?stage=${stageId()}`

function applyDocument(told: unknown): void {
  const { experiment, view } = (told ?? {}) as { experiment?: unknown; view?: unknown }
  const result = validate(experiment)
  if (!result.ok) return
  const found = result.experiment
  if (found.lab === 'descent') {
    change('console', () => ({ experiment: found, view: viewFrom(view) }))
    settle()
  } else if (found.lab === 'averages') {
    changeAverages('console', found)
    settleAverages()
    const { day } = (view ?? {}) as { day?: unknown }
    if (typeof day === 'number') lookAtAverages({ day })
  }
}

/** Minimum milliseconds between reports during playback. */
const interval = 90

export function useConsoleLink(
  act: (act: StageAct) => void,
  way: Way | undefined,
  scene: SceneNow | undefined,
): void {
  const latest = useRef({ act, way, scene })
  latest.current = { act, way, scene }
  const told = useRef<() => void>(() => {})

  useEffect(() => {
    let echo = 0
    let bus: Bus | undefined = undefined as Bus | undefined
    const own = stageId()
    const consoles = new Set<string>()
    const state = (): WallState => {
      const { index, consoles, ...shown } = useStage.getState()
      const { votes, picture, words, bars, blank, frozen, laser, zoomed, ghosts } = shown
      const { experiment, view } = useExperiment.getState()
      const { experiment: averages, view: look } = useAverages.getState()
      const { way: on, scene: now } = latest.current
      return {
        way: on?.name ?? '',
        path: on?.path,
        index,
        place: now?.place,
        stage: { votes, picture, words, bars, blank, frozen, laser, zoomed, ghosts, consoles },
        document: { experiment, view },
        averages: { experiment: averages, view: look },
        step: cursor.step,
        target: cursor.target,
        playing: usePlayback.getState().playing,
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
        if (what) latest.current.act(what)
      } else if (message.kind === 'document') applyDocument(message.document)
      else if (message.kind === 'seek' && typeof message.step === 'number') moveTo(message.step)
      else if (message.kind === 'clear' && latest.current.scene) clearVotes(latest.current.scene.name)
      else if (message.kind === 'language' && languages.includes(message.language as Language))
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
      useExperiment.subscribe(tell),
      useAverages.subscribe(tell),
      usePlayback.subscribe(tell),
    ]
    let last = 0
    let step = -1
    const stopFrames = onFrame((now) => {
      if (cursor.step === step || now - last < interval) return
      last = now
      step = cursor.step
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
