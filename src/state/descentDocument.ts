// The shown document: the experiment and its view. Every change goes through here, so every change can be undone. What
// is computed depends only on the experiment.

import { create } from 'zustand'
import type { DescentExperiment, MapExperiment, RunSpec } from '../engine/experiment.ts'
import { examplesOf as examplesOfObjective } from '../engine/objectives/examples.ts'
import type { RoutePreset } from '../document/codec.ts'
import { createHistory, noPast, type Past } from '../document/history.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { createFamilies } from './families.ts'

/** How the race is shown. Changes no number. */
export interface View {
  /** The run whose sliders are shown. */
  readonly selected: number
  readonly hidden: readonly number[]
  /** b across and w up. */
  readonly swapped: boolean
  /** Stretch the map's axes to fit, instead of equal pixels per unit. */
  readonly stretched: boolean
  /** Show the average of J^{t}, with this β. */
  readonly average: boolean
  readonly smoothing: number
  readonly costScale: 'log' | 'linear'
  /** What costs are drawn against. */
  readonly axis: 'step' | 'epoch' | 'examples' | 'seconds'
  /** One α for all runs. */
  readonly oneAlpha: boolean
  /** The angle rotates the start with the valley. */
  readonly turnStart: boolean
  /** The step of the lesson, from 0. Undo also goes back to the previous step. */
  readonly at: number
  /** What the hyperparameter map sweeps. Absent until one is opened. */
  readonly map?: MapSettings
}

/** The map's own settings. Its base is the selected run. Without a target, one follows from the objective. */
export type MapSettings = Pick<MapExperiment, 'x' | 'y' | 'measure' | 'target' | 'seeds'>

export interface Document {
  readonly experiment: DescentExperiment
  readonly view: View
}

/** A route's own document, and where its cursor stands at first; by default at the last step. */
export interface Preset extends Document, RoutePreset<Preset> {
  /** Where the objective is the network another document (panels/network/networkPreset.ts) stands in for this one. */
  readonly network?: boolean
  /** Playback speed in steps per second, if the usual one would take too long. */
  readonly speed?: number
  readonly cursor?: number
}

export const plainView: View = {
  selected: 0,
  hidden: [],
  swapped: false,
  stretched: false,
  average: false,
  smoothing: 0.9,
  costScale: 'log',
  axis: 'step',
  oneAlpha: false,
  turnStart: false,
  at: 0,
}

/** m. */
export const examplesOf = (experiment: DescentExperiment): number => examplesOfObjective(experiment.objective)

export type ExperimentState = Document & Past<Document>

/** Creates a document with its own history. */
export function createDescentDocument() {
  const useExperiment = create<ExperimentState>()(() => {
    // The route replaces it before anything is shown.
    const document = { experiment: {} as DescentExperiment, view: plainView }
    return { ...document, preset: document, ...noPast }
  })
  const { getState, setState } = useExperiment
  const history = createHistory(useExperiment, { documentOf: snapshotOf, shown: tidy })
  const { change, settle } = history
  const { forgetFamilies, exchange } = createFamilies<Document>()

  /** Opens a route: its own document, as changed by the address or the last visit. */
  function openDocument(preset: Document, document: Document = preset): void {
    forgetFamilies()
    setState({ ...tidy(document), preset, ...noPast })
  }

  function changeExperiment(key: string, recipe: (experiment: DescentExperiment) => DescentExperiment): void {
    change(key, (document) => ({ ...document, experiment: recipe(document.experiment) }))
  }

  function changeView(key: string, view: Partial<View>): void {
    change(key, (document) => ({ ...document, view: { ...document.view, ...view } }))
  }

  /** Changes one run. */
  function changeRun(key: string, index: number, recipe: (run: RunSpec) => RunSpec): void {
    changeExperiment(`${key} of run ${index}`, (experiment) => ({
      ...experiment,
      runs: experiment.runs.map((run, i) => (i === index ? recipe(run) : run)),
    }))
  }

  /** Draws a new seed. */
  function newSeed(): void {
    const [seed] = crypto.getRandomValues(new Uint32Array(1))
    changeExperiment('new seed', (before) => ({ ...before, seed }))
    settle()
  }

  /** Shows or hides a run. */
  function toggleRun(run: number): void {
    const { hidden } = getState().view
    changeView(`hide ${run}`, {
      hidden: hidden.includes(run) ? hidden.filter((one) => one !== run) : [...hidden, run],
    })
    settle()
  }

  return {
    ...history,
    useExperiment,
    openDocument,
    exchange,
    changeExperiment,
    changeView,
    changeRun,
    newSeed,
    toggleRun,
  }
}

/** Without the labels flipped by hand beyond m, whose examples are gone. */
function flippedWithin(experiment: DescentExperiment, m: number): DescentExperiment {
  const { objective } = experiment
  if (objective?.kind !== 'network' || objective.dataset.kind === 'inline') return experiment
  const { flipped, ...dataset } = objective.dataset
  if (!flipped?.some((i) => i >= m)) return experiment
  const kept = flipped.filter((i) => i < m)
  return {
    ...experiment,
    objective: { ...objective, dataset: kept.length > 0 ? { ...dataset, flipped: kept } : dataset },
  }
}

/**
 * Keeps the document consistent: no batch larger than m, no flipped label beyond it, selected and hidden runs that
 * exist.
 */
function tidy({ experiment, view }: Document): Document {
  const m = experiment.objective ? examplesOf(experiment) : 1
  const fits = (size: RunSpec['batchSize']): boolean => size === undefined || size === 'all' || size <= m
  let tidied = flippedWithin(experiment, m)
  if (!fits(experiment.batchSize)) tidied = { ...tidied, batchSize: 'all' }
  if (experiment.runs?.some((run) => !fits(run.batchSize)))
    tidied = {
      ...tidied,
      runs: tidied.runs.map((run) => (fits(run.batchSize) ? run : { ...run, batchSize: 'all' })),
    }
  const count = experiment.runs?.length ?? 0
  if (view.selected < count && view.hidden.every((run) => run < count)) return { experiment: tidied, view }
  return {
    experiment: tidied,
    view: {
      ...view,
      selected: Math.max(0, Math.min(view.selected, count - 1)),
      hidden: view.hidden.filter((run) => run < count),
    },
  }
}
