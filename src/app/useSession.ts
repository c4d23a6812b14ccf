// Connects a component to a route's session: opens it, follows the address, keeps the frame loop and the link running.

import { useEffect, useLayoutEffect } from 'react'
import { endRemark, notify } from '../state/notice.ts'
import { conductor, runHandles } from '../state/conductor.ts'
import { createExactRows } from '../state/exactRows.ts'
import { useExperiment, type Home } from '../state/experiment.ts'
import { drawFor, onFrame, requestDraw, writeEvery } from '../state/frame.ts'
import { createLoop } from '../state/loop.ts'
import { playback, usePlayback } from '../state/playback.ts'
import { onTraces, race } from '../state/traces.ts'
import { isWhole, waitForPicture } from './firstPaint.ts'
import { markReady } from './ravine.ts'
import { currentRoute } from './routes.ts'
import { closeSession, loadAddresses, openSession, useOpened, writeNow, writeSoon } from './session.ts'

let conducting = false

/** Runs before all drawing, because time moves first. */
export function beginConducting(): void {
  if (conducting) return
  conducting = true
  // After the first picture the address can be written at once.
  const picture = waitForPicture(() => void loadAddresses().catch(() => {}))
  const loop = createLoop({
    playback,
    conductor,
    race,
    writeEvery,
    drawFor,
    wantExactRows: createExactRows(conductor, runHandles, playback.cursor),
    moved: writeSoon,
    drawn: picture.drawn,
    arrived: () => isWhole() && markReady(),
  })
  onFrame(loop, 'time')
  onTraces(requestDraw)
  conductor.conduct(notify)
  useExperiment.subscribe((now, before) => {
    if (now.experiment !== before.experiment) endRemark()
    writeSoon()
    requestDraw()
  })
  usePlayback.subscribe(requestDraw)
  addEventListener('pagehide', writeNow)
}

/** Opens the route's session. Returns true as soon as its document is there. */
export function useSession(route: string, home: Home | readonly Home[]): boolean {
  const { route: open, fault } = useOpened()
  if (fault) throw fault
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
