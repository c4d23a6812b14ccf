// Opens a route's session in descent and shows the lab while it is open.

import { page } from '../../state/page.ts'
import type { Home } from '../../state/experiment.ts'
import { useShown } from '../shown.ts'
import { useSession } from '../useSession.ts'
import { descentActions } from './actions.ts'
import { descentSession } from './session.ts'

const shown = { id: 'descent', model: page, actions: descentActions } as const

/** True as soon as the document is there. */
export function useDescent(route: string, home: Home | readonly Home[]): boolean {
  const open = useSession(descentSession, route, home)
  useShown(shown, open)
  return open
}
