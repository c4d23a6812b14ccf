// Undo and redo of a document that lives in a store beside its view and the route's own document. Changes under one key
// that follow each other without `settle` are one step: a drag is one change.

import { tellReset } from './documentEvents.ts'
import { isSame } from './same.ts'

/** What a store with a history holds beside its document. */
export interface Past<Document> {
  /** The route's own document, which `reset` gives back. */
  readonly home: Document
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
  /** Changes the document: `recipe` gets the one on show. */
  change(key: string, recipe: (document: Document) => Document): void
  /** Ends the edit in progress: the pointer is up. An edit that came back to where it began leaves no step. */
  settle(): void
  undo(): void
  redo(): void
  /** Gives back the route's own document. Undo takes it away again. */
  reset(): void
}

export interface HistoryParts<State, Document> {
  /** The part of the state that undo goes over. */
  readonly documentOf: (state: State) => Document
  /** Makes a document fit to be shown: what belongs together stays together. */
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
  /** What redo could reach before the edit in progress. */
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
    change('reset', () => documentOf({ ...state, ...state.home }))
    setState({ editing: undefined } as Partial<State>)
    tellReset('reset', state.experiment, getState().experiment)
  }

  return { change, settle, undo, redo, reset }
}
