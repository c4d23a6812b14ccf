// Ties a component to a route's session: opens it, and closes it when the component goes.

import { useEffect, useLayoutEffect, useRef } from 'react'
import { useOpened, type Session } from '../document/session.ts'
import { requestDraw } from '../state/frame.ts'

/** Opens the route's session; true as soon as its document is there. `names` are parameters that the route reads itself. */
export function useSession<Preset>(
  session: Session<Preset>,
  route: string,
  preset: Preset | readonly Preset[],
  names?: readonly string[],
): boolean {
  const { route: open, fault } = useOpened()
  if (fault) throw fault
  const opened = useRef<{ readonly preset: unknown; readonly close: () => void }>(undefined)
  // React hides a page while something inside it loads, and runs its layout effects again afterward. The document stays
  // open meanwhile: it is opened once, and a passive effect closes it.
  useLayoutEffect(() => {
    if (opened.current?.preset !== preset)
      opened.current = { preset, close: session.open(route, preset, names) }
  }, [session, route, preset, names])
  useEffect(() => {
    const own = opened.current
    return () => {
      own?.close()
      if (opened.current === own) opened.current = undefined
    }
  }, [session, preset])
  useEffect(requestDraw)
  return open === route
}
