// Who hears that Reset gave back a document, or that undo and redo went over it: what belongs to the document without
// being part of it, like an answered question, goes and comes with it.

export type Went = 'reset' | 'undo' | 'redo'
type Hear = (went: Went, from: object, to: object) => void

const hearing = new Set<Hear>()

/** Hears from now on; returns the way to stop. `from` and `to` are the experiments themselves. */
export function onReset(hear: Hear): () => void {
  hearing.add(hear)
  return () => void hearing.delete(hear)
}

export function tellReset(went: Went, from: object, to: object): void {
  for (const hear of hearing) hear(went, from, to)
}
