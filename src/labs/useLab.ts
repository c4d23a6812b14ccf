// Opens a route in a lab and shows the lab while it is open.

import type { Session } from '../document/session.ts'
import type { Lab } from './lab.ts'
import { useShown } from './shown.ts'
import { useSession } from './useSession.ts'

/** True as soon as the document is there. `preset` is the lab's own: one document, or one per step of a lesson. */
export function useLab(lab: Lab, route: string, preset: object, names?: readonly string[]): boolean {
  const open = useSession(lab.session as unknown as Session<object>, route, preset, names)
  useShown(lab, open)
  return open
}
