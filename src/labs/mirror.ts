// A document in a second window: the console shows what the projector shows, and changes it.

/** Shows the same document in a second window, as the console shows the projector's. */
export interface Mirror {
  /** The document with how it is looked at, as a message holds it. */
  snapshot(): unknown
  /** Calls back at every change of it; returns an unsubscribe function. */
  subscribe(listener: () => void): () => void
  /** Shows the other window's document, and computes it. */
  show(snapshot: unknown): void
  /** Moves time to where it stands in the other window. */
  moveTo(step: number): void
  /** Applies a change made in the other window. It can be undone. */
  take(snapshot: unknown): void
}
