// Opens a route's session in the averages and shows the lab while it is open.

import type { AveragesRoute } from '../../state/averages.ts'
import { useShown } from '../shown.ts'
import { useSession } from '../useSession.ts'
import { averagesActions } from './actions.ts'
import { averagesModel } from './model.ts'
import { averagesSession } from './session.ts'

const shown = { id: 'averages', model: averagesModel, actions: averagesActions } as const

/** True as soon as the document is there. */
export function useAveragesLab(
  route: string,
  home: AveragesRoute | readonly AveragesRoute[],
  names?: readonly string[],
): boolean {
  const open = useSession(averagesSession, route, home, names)
  useShown(shown, open)
  return open
}
