// Opens the map's session and shows the lab while it is open.

import type { Actions } from '../lab.ts'
import { raceActions } from '../raceActions.ts'
import { useShown } from '../shown.ts'
import { useSession } from '../useSession.ts'
import { mapHome } from './home.ts'
import { mapModel } from './model.ts'
import { mapSession, openMap } from './session.ts'

/** The page itself saves maps. */
export const mapActions: Actions = {
  ...raceActions,
  open: openMap,
  exports: [],
  save: () => Promise.resolve(),
}

const shown = { id: 'map', model: mapModel, actions: mapActions } as const

/** True as soon as the document is there. */
export function useMapLab(): boolean {
  const open = useSession(mapSession, 'map', mapHome)
  useShown(shown, open)
  return open
}
