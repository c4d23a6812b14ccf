// What the app knows of a lab: a document with undo and redo, a model that computes it, and a page. Headers, keys, links,
// files, embedding pages and window.ravine use this contract and know no lab by name.

import type { ComponentType } from 'react'
import type { Past } from '../document/history.ts'
import type { Session } from '../document/session.ts'
import type { Experiment } from '../engine/experiment.ts'
import type { PlotHandle } from '../plot/index.ts'

/** Computes a document. A process may have several, which do not disturb each other. */
export interface Model<E = unknown> {
  start(): void
  stop(): void
  /** Resolves when what the document shows has been computed. */
  ready(): Promise<void>
  /** A hash of all rows up to where time stands: equal wherever the same experiment is computed. */
  hash(): Promise<string>
  /** The experiment as its file has it. */
  experiment(): E
  /** Where time stands. */
  step(): number
  /** Where it is to stand when the rows are there. */
  target(): number
}

export type ExportKind = 'csv' | 'png' | 'svg' | 'animation' | 'experiment' | 'python'

/** A document whose changes can be undone, as a hook over its history. */
export interface HistoryHook {
  <T>(select: (state: Pick<Past<unknown>, 'past' | 'future'>) => T): T
}

export interface Actions {
  undo(): void
  redo(): void
  reset(): void
  readonly useHistory: HistoryHook
  /** Calls back when the experiment, or how it is looked at, has changed; returns an unsubscribe function. */
  subscribe(listener: () => void): () => void
  /** Moves time there and stops it. */
  seek(step: number): void
  play?(): void
  pause?(): void
  restart?(): void
  isPlaying?(): boolean
  /** What a key does that all labs do not share. */
  press(key: string, by: number): (() => void) | undefined
  /** Takes over an experiment of this lab, undoably. */
  open(experiment: Experiment): void
  /** The page's main picture. */
  picture(): PlotHandle | undefined
  /** What can be saved from the header. */
  readonly exports: readonly ExportKind[]
  save(kind: ExportKind): Promise<void>
}

export interface Lab<E extends Experiment = Experiment> {
  readonly id: E['lab']
  /** The route's own document; the one of free play by default. */
  preset(route?: string): { readonly experiment: Experiment }
  /** Addresses and what this device keeps: the lab's codec is in it. */
  readonly session: Session<never>
  createModel(): Model<E>
  /** The page's own model. */
  readonly model: Model<E>
  readonly actions: Actions
  /** Free play, once its document is open. */
  readonly Page: ComponentType
  /** Parameters of the address that the page reads itself. */
  readonly names?: readonly string[]
}

/** A lab whose experiments may be of any kind. */
export const unspecific = <E extends Experiment>(lab: Lab<E>): Lab => lab as unknown as Lab

/** Start and stop of a model: `keep` computes until the function that it returns is called. */
export function startStop(keep: () => () => void): Pick<Model, 'start' | 'stop'> {
  let stop: (() => void) | undefined
  return {
    start: () => void (stop ??= keep()),
    stop() {
      stop?.()
      stop = undefined
    },
  }
}
