// Ties a component to a route's session: opens it, follows the address, keeps the frame loop and the link going.

import { useEffect, useLayoutEffect } from 'react'
import { endRemark, notify } from '../state/notice.ts'
import { wantExactRows } from '../state/exactRows.ts'
import { arrived, ask, conduct } from '../state/conductor.ts'
import { useExperiment, type Home } from '../state/experiment.ts'
import { drawFor, onFrame, requestDraw, writeEvery } from '../state/frame.ts'
import { advanceCursor, cursor, usePlayback } from '../state/playback.ts'
import { onTraces, race } from '../state/traces.ts'
import { isWhole, waitForPicture } from './pictured.ts'
import { markReady } from './ravine.ts'
import { currentRoute } from './routes.ts'
import { closeSession, loadAddresses, openSession, useOpened, writeNow, writeSoon } from './session.ts'

/** Words a second that can be read. */
const legible = 20
/** Milliseconds of a frame for pictures while rows stream as fast as they are computed. */
const share = 0.7

let conducting = false

/** Cuts in before all drawing: time moves first. */
export function beginConducting(): void {
  if (conducting) return
  conducting = true
  let before = -1
  // From the first picture on the address can be written at once.
  const picture = waitForPicture(() => void loadAddresses())
  onFrame((now) => {
    advanceCursor(now)
    const { playing, speed } = usePlayback.getState()
    writeEvery(playing && speed > legible ? 1000 / legible : 0)
    drawFor(playing && speed === Infinity ? share : Infinity)
    ask()
    wantExactRows()
    if (cursor.step !== before && !playing) writeSoon()
    before = cursor.step
    if (race.traces.some((trace) => trace && trace.length > 0)) picture.drawn()
    if (arrived() && cursor.step === cursor.target && isWhole()) markReady()
  }, 'time')
  onTraces(requestDraw)
  conduct(notify)
  useExperiment.subscribe((now, before) => {
    if (now.experiment !== before.experiment) endRemark()
    writeSoon()
    requestDraw()
  })
  usePlayback.subscribe(requestDraw)
  addEventListener('pagehide', writeNow)
}

/** Opens the route's session; true as soon as its document is there. */
export function useSession(route: string, home: Home | readonly Home[]): boolean {
  const open = useOpened((state) => state.route)
  useLayoutEffect(() => {
    openSession(route, home, beginConducting)
    const follow = (): void => {
      if (currentRoute() === route) openSession(route, home, beginConducting)
    }
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
      closeSession()
    }
  }, [route, home])
  useEffect(requestDraw)
  return open === route
}
