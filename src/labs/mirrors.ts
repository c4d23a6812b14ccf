// The mirror of each lab. The map sweeps a race, so its document is the race.

import { averagesMirror } from './averages/mirror.ts'
import type { LabId } from './index.ts'
import type { Mirror } from './mirror.ts'
import { raceMirror } from './raceMirror.ts'

const mirrors: Readonly<Record<LabId, Mirror>> = {
  descent: raceMirror,
  averages: averagesMirror,
  map: raceMirror,
}

/** Returns the mirror of a lab, which a message from another window names. */
export const mirrorOf = (lab: LabId | undefined): Mirror | undefined =>
  lab !== undefined && Object.hasOwn(mirrors, lab) ? mirrors[lab] : undefined
