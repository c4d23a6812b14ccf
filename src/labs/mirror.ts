// A document in a second window: the console shows what the projector shows, and changes it.

import { snapshotOf } from '../document/snapshot.ts'
import type { Experiment } from '../engine/experiment.ts'
import { validate } from '../engine/validate.ts'

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

interface Store {
  getState(): { readonly experiment: object; readonly view: object }
  subscribe(listener: () => void): () => void
}

interface MirrorParts<L extends Experiment['lab']> extends Pick<Mirror, 'show' | 'moveTo'> {
  readonly lab: L
  readonly store: Store
  /** Takes over the other window's document. Its experiment is valid, its view is not checked. */
  readonly apply: (experiment: Extract<Experiment, { readonly lab: L }>, view: unknown) => void
}

export const createMirror = <L extends Experiment['lab']>({
  lab,
  store,
  apply,
  ...rest
}: MirrorParts<L>): Mirror => ({
  ...rest,
  snapshot: () => snapshotOf(store.getState()),
  subscribe: store.subscribe,
  take(snapshot) {
    const { experiment, view } = (snapshot ?? {}) as { experiment?: unknown; view?: unknown }
    const read = validate(experiment)
    if (read.ok && read.experiment.lab === lab) apply(read.experiment as Parameters<typeof apply>[0], view)
  },
})
