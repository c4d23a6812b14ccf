// Surfaces and networks want other runs, another start and another speed. Each family keeps its own while the route is open:
// whoever looks at a network for a moment finds the surface as it was.

import type { ObjectiveSpec } from '../engine/experiment.ts'
import type { Document } from './experiment.ts'

export interface Kept {
  readonly document: Document
  readonly speed: number
}

type Family = 'network' | 'surface'
const familyOf = (kind: ObjectiveSpec['kind']): Family => (kind === 'network' ? 'network' : 'surface')

const kept = new Map<Family, Kept>()

/** Another route, or another address of this one, is opened. */
export const forgetFamilies = (): void => kept.clear()

/** Keeps the document under its family, and returns what the family of `kind` kept if that is another one. */
export function exchange(now: Kept, kind: ObjectiveSpec['kind']): Kept | undefined {
  const [from, to] = [familyOf(now.document.experiment.objective.kind), familyOf(kind)]
  if (from === to) return undefined
  kept.set(from, now)
  return kept.get(to)
}
