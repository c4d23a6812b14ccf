// The averages lab's document: the experiment, whose changes can be undone, and its view, whose changes cannot. What is
// computed depends only on the experiment.

import { create } from 'zustand'
import { daysOf } from '../../engine/datasets/seriesKinds.ts'
import type { AveragesExperiment, SeriesSpec } from '../../engine/experiment.ts'
import type { RoutePreset } from '../../document/codec.ts'
import { isSame } from '../../document/same.ts'
import { averagesPreset, averagesView, type AveragesView } from './preset.ts'
import { createHistory, noPast, type Past } from '../../document/history.ts'

export interface AveragesDocument {
  readonly experiment: AveragesExperiment
  readonly view: AveragesView
}

/** A route's own document, or a lesson's step. */
export interface AveragesRoute extends AveragesDocument, RoutePreset<AveragesRoute> {}

/** What undo goes over: how the averages are looked at is not in it. */
type Undone = Pick<AveragesDocument, 'experiment'>

interface AveragesState extends AveragesDocument, Past<Undone> {}

export const mostCurves = 8
export const lengthOfSeries = (series: SeriesSpec): number =>
  series.kind === 'inline' ? series.values.length : daysOf(series.kind, series.years)

const within = (view: AveragesView, { betas, series }: AveragesExperiment): AveragesView => {
  const selected = Math.max(0, Math.min(view.selected, betas.length - 1))
  const day = Math.max(1, Math.min(Math.round(view.day), lengthOfSeries(series)))
  return selected === view.selected && day === view.day ? view : { ...view, selected, day }
}

/** Creates a document with its own history. Changes of the experiment can be undone, changes of the view cannot. */
export function createAveragesDocument() {
  const useAverages = create<AveragesState>()(() => ({
    experiment: averagesPreset,
    view: averagesView,
    preset: { experiment: averagesPreset },
    ...noPast,
  }))
  const { getState, setState } = useAverages
  const { change, settle, undo, redo, reset } = createHistory<Undone, AveragesState>(useAverages, {
    documentOf: ({ experiment }) => ({ experiment }),
    shown: ({ experiment }, { view }) => ({ experiment, view: within(view, experiment) }),
  })

  /** Opens a route or a lesson's step: its own experiment, as changed by the address or the last visit. */
  function openAverages(
    preset: Undone,
    experiment: AveragesExperiment = preset.experiment,
    view: AveragesView = averagesView,
  ): void {
    setState({ experiment, preset, view: within(view, experiment), ...noPast })
  }

  /** Changes fields of the experiment. */
  function changeAverages(key: string, fields: Partial<AveragesExperiment>): void {
    const names = Object.keys(fields) as (keyof AveragesExperiment)[]
    change(key, (document) => {
      const experiment = { ...document.experiment, ...fields }
      return names.every((name) => Object.is(document.experiment[name], experiment[name]))
        ? document
        : { experiment }
    })
  }

  function lookAtAverages(look: Partial<AveragesView>): void {
    const { view, experiment } = getState()
    const after = within({ ...view, ...look }, experiment)
    if (!isSame(after, view)) setState({ view: after })
  }

  function setBeta(index: number, beta: number): void {
    const { betas } = getState().experiment
    changeAverages(`beta ${index}`, { betas: betas.map((b, i) => (i === index ? beta : b)) })
  }

  /** Adds and selects a curve with a new β. */
  function addCurve(): void {
    const { betas } = getState().experiment
    if (betas.length >= mostCurves) return
    const beta = [0.9, 0.98, 0.5, 0.95, 0.8, 0.99, 0.7, 0].find((b) => !betas.includes(b)) ?? 0.9
    changeAverages('add a curve', { betas: [...betas, beta] })
    settle()
    lookAtAverages({ selected: betas.length })
  }

  function removeCurve(index: number): void {
    const { betas } = getState().experiment
    if (betas.length < 2) return
    changeAverages('remove a curve', { betas: betas.filter((_, i) => i !== index) })
    settle()
  }

  /** Sets day t to θ, in the series' unit. undefined restores its own value. */
  function moveDay(t: number, theta: number | undefined): void {
    const { changes } = getState().experiment
    const after = changes.filter(([day]) => day !== t).map(([day, value]): [number, number] => [day, value])
    if (theta !== undefined) after.push([t, theta])
    changeAverages(`day ${t}`, { changes: after.sort((a, b) => a[0] - b[0]) })
  }

  /** Restores the own value of day t, or of every day. */
  function restoreDays(t?: number): void {
    const { changes } = getState().experiment
    changeAverages('restore', { changes: t === undefined ? [] : changes.filter(([day]) => day !== t) })
    settle()
  }

  /** Selects another series and drops the edited days, which belong to the old one. */
  function chooseSeries(series: SeriesSpec): void {
    const { unit } = getState().experiment
    changeAverages('series', { series, changes: [], unit: series.kind === 'inline' ? 'celsius' : unit })
    settle()
  }

  return {
    useAverages,
    openAverages,
    changeAverages,
    lookAtAverages,
    settleAverages: settle,
    undoAverages: undo,
    redoAverages: redo,
    resetAverages: reset,
    setBeta,
    addCurve,
    removeCurve,
    moveDay,
    restoreDays,
    chooseSeries,
  }
}

/** The page's document. */
export const averagesDocument = createAveragesDocument()
export const {
  useAverages,
  openAverages,
  changeAverages,
  lookAtAverages,
  settleAverages,
  undoAverages,
  redoAverages,
  resetAverages,
  setBeta,
  addCurve,
  removeCurve,
  moveDay,
  restoreDays,
  chooseSeries,
} = averagesDocument
