// Ties a component to a route's session: opens it, and closes it when the component goes.

import { useEffect, useLayoutEffect, useRef } from 'react'
import { useOpened, type Session } from '../document/session.ts'
import { requestDraw } from '../state/frame.ts'

/** Opens the route's session; true as soon as its document is there. `names` are parameters that the route reads itself. */
export function useSession<Home>(
  session: Session<Home>,
  route: string,
  home: Home | readonly Home[],
  names?: readonly string[],
): boolean {
  const { route: open, fault } = useOpened()
  if (fault) throw fault
  const opened = useRef<{ readonly home: unknown; readonly close: () => void }>(undefined)
  // React hides a page while something inside it loads, and runs its layout effects again afterward. The document stays
  // open meanwhile: it is opened once, and a passive effect closes it.
  useLayoutEffect(() => {
    if (opened.current?.home !== home) opened.current = { home, close: session.open(route, home, names) }
  }, [session, route, home, names])
  useEffect(() => {
    const own = opened.current
    return () => {
      own?.close()
      if (opened.current === own) opened.current = undefined
    }
  }, [session, home])
  useEffect(requestDraw)
  return open === route
}
