// The console's end of the connection: finds its stage, receives what the projector shows, and sends the teacher's
// actions. Reconnects to a stage that was closed or reloaded.

import { useCallback, useEffect, useRef, useState } from 'react'
import { canTalk, openConsoleBus, type Bus, type Message } from '../stage/bus.ts'
import type { WallState } from '../stage/consoleLink.ts'
import type { StageAct } from '../stage/stageKeys.ts'

export interface Wall {
  readonly state: WallState | undefined
  /** Searching, found, or closed since. */
  readonly found: 'looking' | 'none' | 'here' | 'lost'
  readonly talks: boolean
  act(act: StageAct): void
  say(kind: string, more?: object): void
  /** The number of the last sent change. */
  serial(): number
}

/** Milliseconds after which a stage that does not reply is absent. */
const patience = 1500

const askedFor = (): string => new URLSearchParams(location.hash.split('?')[1] ?? '').get('stage') ?? ''

/** Distinguishes this console from another one of the same stage. */
const own = String(Math.random())

export function useWall(): Wall {
  const [state, setState] = useState<WallState>()
  const [found, setFound] = useState<Wall['found']>('looking')
  const bus = useRef<Bus>(undefined)
  const stage = useRef('')
  const serial = useRef(0)
  const say = useCallback((kind: string, more: object = {}): void => {
    bus.current?.post({
      source: 'ravine-console',
      stage: stage.current,
      kind,
      serial: ++serial.current,
      console: own,
      ...more,
    })
  }, [])
  useEffect(() => {
    stage.current = askedFor()
    let answered = false
    /** Accept any stage if the address names none, or the named one does not reply. */
    let free = stage.current === ''
    const hear = (message: Message): void => {
      // The stage that the address names, or if it is gone the first that replies.
      if (message.stage !== stage.current) {
        if (answered || !free || (message.kind !== 'here' && message.kind !== 'state')) return
        stage.current = message.stage
        history.replaceState(history.state, '', `#/console?stage=${message.stage}`)
      }
      if (message.kind === 'bye') {
        answered = false
        return setFound('lost')
      }
      if (message.kind === 'here') return say('hello')
      if (message.kind !== 'state') return
      answered = true
      setFound('here')
      setState(message.state as WallState)
    }
    bus.current = openConsoleBus(hear)
    const look = (): void => {
      if (answered) return
      say('hello')
      say('who')
    }
    look()
    const first = setTimeout(() => {
      free = true
      look()
      setFound((now) => (now === 'looking' ? 'none' : now))
    }, patience)
    const again = setInterval(look, patience)
    const leave = (): void => say('leave')
    addEventListener('pagehide', leave)
    return () => {
      leave()
      removeEventListener('pagehide', leave)
      clearTimeout(first)
      clearInterval(again)
      bus.current?.close()
    }
  }, [say])
  const act = useCallback((what: StageAct): void => say('act', { act: what }), [say])
  return { state, found, talks: canTalk(), act, say, serial: () => serial.current }
}
