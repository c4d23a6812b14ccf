// Undo and redo of a document in a store, next to its view and the route's own document. Consecutive changes with the
// same key and no `settle` in between are one step, so a drag is one change.

import { tellReset } from './documentEvents.ts'
import { isSame } from './same.ts'

/** What a store with a history contains besides its document. */
export interface Past<Document> {
  /** The route's own document, which `reset` restores. */
  readonly preset: Document
  readonly past: readonly Document[]
  readonly future: readonly Document[]
  /** The key of the edit in progress. */
  readonly editing: string | undefined
}

export const noPast = { past: [], future: [], editing: undefined } as const

interface Store<State> {
  getState(): State
  setState(state: Partial<State>): void
}

export interface History<Document> {
  /** Changes the document. `recipe` gets the current one. */
  change(key: string, recipe: (document: Document) => Document): void
  /**
   * Ends the edit in progress, for instance when the pointer is released. An edit that returned to its start leaves no
   * step.
   */
  settle(): void
  undo(): void
  redo(): void
  /** Restores the route's own document. Can be undone. */
  reset(): void
}

export interface HistoryParts<State, Document> {
  /** The part of the state covered by undo. */
  readonly documentOf: (state: State) => Document
  /** Makes a document consistent before it is shown. */
  readonly shown: (document: Document, state: State) => Partial<State> & Document
}

const longestPast = 500

export function createHistory<
  Document extends { readonly experiment: object },
  State extends Document & Past<Document>,
>(
  { getState, setState }: Store<State>,
  { documentOf, shown }: HistoryParts<State, Document>,
): History<Document> {
  /** The redo steps from before the edit in progress. */
  let ahead: readonly Document[] = []
  const set = (state: State, document: Document, rest: Partial<Past<Document>>): void =>
    setState({ ...shown(document, state), ...rest } as Partial<State>)

  function change(key: string, recipe: (document: Document) => Document): void {
    const state = getState()
    const { past, future, editing } = state
    const before = documentOf(state)
    const next = shown(recipe(before), state)
    const after = documentOf({ ...state, ...next })
    const names = Object.keys(before) as (keyof Document)[]
    if (names.every((name) => Object.is(after[name], before[name]))) return
    if (editing !== key) ahead = future
    setState({
      ...next,
      past: editing === key ? past : [...past.slice(-longestPast), before],
      future: [],
      editing: key,
    } as Partial<State>)
  }

  function settle(): void {
    const state = getState()
    const { past, editing } = state
    if (editing === undefined) return
    const before = past.at(-1)
    if (before && isSame(before, documentOf(state)))
      set(state, before, { past: past.slice(0, -1), future: ahead, editing: undefined })
    else setState({ editing: undefined } as Partial<State>)
  }

  function undo(): void {
    const state = getState()
    const { past, future } = state
    const before = past.at(-1)
    if (!before) return
    const now = documentOf(state)
    set(state, before, { past: past.slice(0, -1), future: [now, ...future], editing: undefined })
    tellReset('undo', now.experiment, before.experiment)
  }

  function redo(): void {
    const state = getState()
    const { past, future } = state
    const [after, ...rest] = future
    if (!after) return
    const now = documentOf(state)
    set(state, after, { past: [...past, now], future: rest, editing: undefined })
    tellReset('redo', now.experiment, after.experiment)
  }

  function reset(): void {
    const state = getState()
    change('reset', () => documentOf({ ...state, ...state.preset }))
    setState({ editing: undefined } as Partial<State>)
    tellReset('reset', state.experiment, getState().experiment)
  }

  return { change, settle, undo, redo, reset }
}
