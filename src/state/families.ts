// Surfaces and networks want other runs, another start and another speed. Each family keeps its own while the route is open:
// whoever looks at a network for a moment finds the surface as it was.

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

/** The families of one document. */
export function createFamilies<Document extends Raced>() {
  const kept = new Map<Family, Kept<Document>>()
  return {
    /** Another route, or another address of this one, is opened. */
    forgetFamilies: (): void => kept.clear(),

    /** Keeps the document under its family, and returns what the family of `kind` kept if that is another one. */
    exchange(now: Kept<Document>, kind: ObjectiveSpec['kind']): Kept<Document> | undefined {
      const [from, to] = [familyOf(now.document.experiment.objective.kind), familyOf(kind)]
      if (from === to) return undefined
      kept.set(from, now)
      return kept.get(to)
    },
  }
}
