// The averages lab's document: the experiment, every change of which can be undone, and how it is looked at, which is
// not undone. What is computed follows from the experiment alone.

import { create } from 'zustand'
import { daysOf } from '../engine/datasets/seriesKinds.ts'
import type { AveragesExperiment, SeriesSpec } from '../engine/experiment.ts'
import { createHistory, noPast, type Past } from '../document/history.ts'

export interface AveragesView {
  /** The curve whose weights and equations are shown. */
  readonly selected: number
  /** The day at the cursor, from 1. */
  readonly day: number
  /** The curve without lag and the arrow that measures the lag. */
  readonly lag: boolean
  /** The place of the first curve among the notes' colors: where β = 0.98 stands alone it is green. */
  readonly firstColor: number
}

interface AveragesDocument {
  readonly experiment: AveragesExperiment
}

interface AveragesState extends AveragesDocument, Past<AveragesDocument> {
  readonly view: AveragesView
}

/** The notes' three curves over Seattle's year 2012; day 100 is the one that the course writes out. */
export const averagesHome: AveragesExperiment = {
  version: 1,
  lab: 'averages',
  seed: 1,
  convention: 'course',
  series: { kind: 'seattle', years: 1 },
  unit: 'celsius',
  changes: [],
  betas: [0.9, 0.98, 0.5],
  biasCorrection: false,
  windows: [],
}
export const averagesView: AveragesView = { selected: 0, day: 100, lag: false, firstColor: 0 }

export const mostCurves = 8
export const lengthOfSeries = (series: SeriesSpec): number =>
  series.kind === 'inline' ? series.values.length : daysOf(series.kind, series.years)

const within = (view: AveragesView, { betas, series }: AveragesExperiment): AveragesView => {
  const selected = Math.max(0, Math.min(view.selected, betas.length - 1))
  const day = Math.max(1, Math.min(Math.round(view.day), lengthOfSeries(series)))
  return selected === view.selected && day === view.day ? view : { ...view, selected, day }
}

/** A document of its own, with its history: every change of the experiment can be undone, its look is not. */
export function createAveragesDocument() {
  const useAverages = create<AveragesState>()(() => ({
    experiment: averagesHome,
    view: averagesView,
    home: { experiment: averagesHome },
    ...noPast,
  }))
  const { getState, setState } = useAverages
  const { change, settle, undo, redo, reset } = createHistory<AveragesDocument, AveragesState>(useAverages, {
    documentOf: ({ experiment }) => ({ experiment }),
    shown: ({ experiment }, { view }) => ({ experiment, view: within(view, experiment) }),
  })

  /** Opens a route or a lesson's step: its own experiment, and what the address or the last visit makes of it. */
  function openAverages(
    home: AveragesExperiment,
    experiment: AveragesExperiment = home,
    view: AveragesView = averagesView,
  ): void {
    setState({ experiment, home: { experiment: home }, view: within(view, experiment), ...noPast })
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
    if (after.selected !== view.selected || after.day !== view.day || after.lag !== view.lag)
      setState({ view: after })
  }

  function setBeta(index: number, beta: number): void {
    const { betas } = getState().experiment
    changeAverages(`beta ${index}`, { betas: betas.map((b, i) => (i === index ? beta : b)) })
  }

  /** Adds a curve with a β that is not there yet, and selects it. */
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

  /** Moves day t to θ, in the series' own unit; undefined is the value that it has by itself. */
  function moveDay(t: number, theta: number | undefined): void {
    const { changes } = getState().experiment
    const after = changes.filter(([day]) => day !== t).map(([day, value]): [number, number] => [day, value])
    if (theta !== undefined) after.push([t, theta])
    changeAverages(`day ${t}`, { changes: after.sort((a, b) => a[0] - b[0]) })
  }

  /** Gives day t, or every day, its own value back. */
  function restoreDays(t?: number): void {
    const { changes } = getState().experiment
    changeAverages('restore', { changes: t === undefined ? [] : changes.filter(([day]) => day !== t) })
    settle()
  }

  /** Another series; days moved by hand belong to the old one. */
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

/** The page's own. */
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
