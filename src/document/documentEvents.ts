// Lets state outside the document, such as an answered question, follow reset, undo and redo.

export type Went = 'reset' | 'undo' | 'redo'
type Hear = (went: Went, from: object, to: object) => void

const hearing = new Set<Hear>()

/** Calls back on each of them. `from` and `to` are the experiments. Returns an unsubscribe function. */
export function onReset(hear: Hear): () => void {
  hearing.add(hear)
  return () => void hearing.delete(hear)
}

export function tellReset(went: Went, from: object, to: object): void {
  for (const hear of hearing) hear(went, from, to)
}
