// Ties a component to a route's session: opens it and follows the address.

import { useEffect, useLayoutEffect } from 'react'
import { currentRoute } from '../document/routes.ts'
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
  useLayoutEffect(() => {
    const follow = (): void => {
      if (currentRoute() === route) session.open(route, home, names)
    }
    session.open(route, home, names)
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
      session.close()
    }
  }, [session, route, home, names])
  useEffect(requestDraw)
  return open === route
}
