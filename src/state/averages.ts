// The averages lab's document: the experiment, every change of which can be undone, and how it is looked at, which is
// not undone. What is computed follows from the experiment alone.

import { create } from 'zustand'
import { daysOf } from '../engine/datasets/seriesKinds.ts'
import type { AveragesExperiment, SeriesSpec } from '../engine/experiment.ts'
import { tellReset } from './resets.ts'
import { isSame } from './same.ts'

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

interface AveragesState {
  readonly experiment: AveragesExperiment
  readonly view: AveragesView
  /** The route's own, which Reset gives back and links are written against. */
  readonly home: AveragesExperiment
  readonly past: readonly AveragesExperiment[]
  readonly future: readonly AveragesExperiment[]
  /** Further changes under the same key are one step of undo, until `settleAverages`. */
  readonly editing: string | undefined
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
const longestPast = 200

export const useAverages = create<AveragesState>()(() => ({
  experiment: averagesHome,
  view: averagesView,
  home: averagesHome,
  past: [],
  future: [],
  editing: undefined,
}))

const { getState, setState } = useAverages

/** What could be redone before the change in progress. */
let ahead: readonly AveragesExperiment[] = []

export const lengthOfSeries = (series: SeriesSpec): number =>
  series.kind === 'inline' ? series.values.length : daysOf(series.kind, series.years)

const within = (view: AveragesView, { betas, series }: AveragesExperiment): AveragesView => {
  const selected = Math.max(0, Math.min(view.selected, betas.length - 1))
  const day = Math.max(1, Math.min(Math.round(view.day), lengthOfSeries(series)))
  return selected === view.selected && day === view.day ? view : { ...view, selected, day }
}

/** Opens a route or a lesson's step: its own experiment, and what the address or the last visit makes of it. */
export function openAverages(
  home: AveragesExperiment,
  experiment: AveragesExperiment = home,
  view: AveragesView = averagesView,
): void {
  setState({ experiment, home, view: within(view, experiment), past: [], future: [], editing: undefined })
}

/** Changes the experiment; changes under one `key` that follow each other without `settleAverages` are undone together. */
export function changeAverages(key: string, change: Partial<AveragesExperiment>): void {
  const { experiment, view, past, future, editing } = getState()
  const after = { ...experiment, ...change }
  if (Object.keys(change).every((name) => Object.is(experiment[name as 'seed'], after[name as 'seed'])))
    return
  if (editing !== key) ahead = future
  setState({
    experiment: after,
    view: within(view, after),
    past: editing === key ? past : [...past.slice(-longestPast), experiment],
    future: [],
    editing: key,
  })
}

/** Ends the change in progress: the hand is off. One that came back to where it began was none. */
export function settleAverages(): void {
  const { experiment, past, editing } = getState()
  if (editing === undefined) return
  const before = past.at(-1)
  if (before && isSame(before, experiment))
    setState({ experiment: before, past: past.slice(0, -1), future: ahead, editing: undefined })
  else setState({ editing: undefined })
}

export function lookAtAverages(change: Partial<AveragesView>): void {
  const { view, experiment } = getState()
  const after = within({ ...view, ...change }, experiment)
  if (after.selected !== view.selected || after.day !== view.day || after.lag !== view.lag)
    setState({ view: after })
}

export function undoAverages(): void {
  const { experiment, view, past, future } = getState()
  const before = past.at(-1)
  if (!before) return
  setState({
    experiment: before,
    view: within(view, before),
    past: past.slice(0, -1),
    future: [experiment, ...future],
    editing: undefined,
  })
  tellReset('undo', experiment, before)
}

export function redoAverages(): void {
  const { experiment, view, past, future } = getState()
  const [after, ...rest] = future
  if (!after) return
  setState({
    experiment: after,
    view: within(view, after),
    past: [...past, experiment],
    future: rest,
    editing: undefined,
  })
  tellReset('redo', experiment, after)
}

/** Gives back the route's own experiment; can be undone. */
export function resetAverages(): void {
  const { home, experiment } = getState()
  changeAverages('reset', home)
  setState({ editing: undefined })
  tellReset('reset', experiment, getState().experiment)
}

// ── Changes with a meaning ─────────────────────────────────────────────────────────────────────────────────────────────

export function setBeta(index: number, beta: number): void {
  const { betas } = getState().experiment
  changeAverages(`beta ${index}`, { betas: betas.map((b, i) => (i === index ? beta : b)) })
}

/** Adds a curve with a β that is not there yet, and selects it. */
export function addCurve(): void {
  const { betas } = getState().experiment
  if (betas.length >= mostCurves) return
  const beta = [0.9, 0.98, 0.5, 0.95, 0.8, 0.99, 0.7, 0].find((b) => !betas.includes(b)) ?? 0.9
  changeAverages('add a curve', { betas: [...betas, beta] })
  settleAverages()
  lookAtAverages({ selected: betas.length })
}

export function removeCurve(index: number): void {
  const { betas } = getState().experiment
  if (betas.length < 2) return
  changeAverages('remove a curve', { betas: betas.filter((_, i) => i !== index) })
  settleAverages()
}

/** Moves day t to θ, in the series' own unit; undefined is the value that it has by itself. */
export function moveDay(t: number, theta: number | undefined): void {
  const { changes } = getState().experiment
  const after = changes.filter(([day]) => day !== t).map(([day, value]): [number, number] => [day, value])
  if (theta !== undefined) after.push([t, theta])
  changeAverages(`day ${t}`, { changes: after.sort((a, b) => a[0] - b[0]) })
}

/** Gives day t, or every day, its own value back. */
export function restoreDays(t?: number): void {
  const { changes } = getState().experiment
  changeAverages('restore', { changes: t === undefined ? [] : changes.filter(([day]) => day !== t) })
  settleAverages()
}

/** Another series; days moved by hand belong to the old one. */
export function chooseSeries(series: SeriesSpec): void {
  const { unit } = getState().experiment
  changeAverages('series', { series, changes: [], unit: series.kind === 'inline' ? 'celsius' : unit })
  settleAverages()
}
