// Surfaces and networks need different runs, starts and speeds. Each family keeps its own while the route is open, so
// switching to a network and back restores the surface.

import type { ObjectiveSpec } from '../engine/experiment.ts'

interface Raced {
  readonly experiment: { readonly objective: ObjectiveSpec }
}

export interface Kept<Document extends Raced> {
  readonly document: Document
  readonly speed: number
}

type Family = 'network' | 'surface'
const familyOf = (kind: ObjectiveSpec['kind']): Family => (kind === 'network' ? 'network' : 'surface')

/** Creates the families of one document. */
export function createFamilies<Document extends Raced>() {
  const kept = new Map<Family, Kept<Document>>()
  return {
    /** Call when another route, or another address of this one, is opened. */
    forgetFamilies: (): void => kept.clear(),

    /** Stores the document under its family, and returns what the family of `kind` stored if it is the other one. */
    exchange(now: Kept<Document>, kind: ObjectiveSpec['kind']): Kept<Document> | undefined {
      const [from, to] = [familyOf(now.document.experiment.objective.kind), familyOf(kind)]
      if (from === to) return undefined
      kept.set(from, now)
      return kept.get(to)
    },
  }
}
