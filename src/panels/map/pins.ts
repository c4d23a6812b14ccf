// Pinned races: the paths and costs of a moment stay as “before”, with their values, beneath later ones. At most three.
// An address stores a pinned race as the parameters of its own link, and it is recomputed when opened.

import { create } from 'zustand'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { column } from '../../engine/row.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { experimentFrom, linkOf } from '../../document/link.ts'
import { lookAs } from '../../document/look.ts'
import { momentNow, type Moment } from '../../state/moment.ts'
import { looksOf } from '../runs.ts'
import { racedRows } from './ghostRun.ts'

export interface PinnedRun {
  readonly look: number
  /** Its index among the pinned experiment's runs. */
  readonly run: number
  /** w, b, w, b, …. Empty if θ has more than two components. */
  readonly path: Float64Array
  /** step, J, step, J, …, where J was computed. */
  readonly costs: Float64Array
}

export interface Pin {
  /** Only the visible runs. */
  readonly experiment: DescentExperiment
  readonly runs: readonly PinnedRun[]
  /** The parameters of its link. */
  readonly search: string
}

export const mostPins = 3
/** Maximum points per path or curve. More are indistinguishable. */
const longest = 2000

export const usePins = create<{ readonly pins: readonly Pin[] }>()(() => ({ pins: [] }))

interface Rows {
  readonly rows: Float64Array
  readonly width: number
  readonly length: number
  readonly plane: boolean
}

function pinnedRun({ rows, width, length, plane }: Rows, run: number, look: number): PinnedRun {
  const every = Math.max(1, Math.ceil(length / longest))
  const path: number[] = []
  const costs: number[] = []
  for (let row = 0; row < length; row++) {
    if (row % every !== 0 && row !== length - 1) continue
    const at = row * width
    if (plane) path.push(rows[at + column.theta], rows[at + column.theta + 1])
    const cost = rows[at + column.cost]
    if (!Number.isNaN(cost)) costs.push(rows[at + column.step], cost)
  }
  return { look, run, path: Float64Array.from(path), costs: Float64Array.from(costs) }
}

function pinOf({ experiment, view, preset, traces, step }: Moment): Pin | undefined {
  const looks = looksOf(experiment)
  const visible = experiment.runs.map((_, run) => run).filter((run) => !view.hidden.includes(run))
  const runs = visible.flatMap((run, place) => {
    const shown = traces.at(run)
    if (!shown?.trace?.length) return []
    const { trace, step: at } = shown
    const { rows, width, dimension } = trace
    const plane = dimension === 2 && trace.columnOf('w') >= 0
    const length = Math.min(trace.length, trace.rowAt(at) + 1)
    return [pinnedRun({ rows, width, length, plane }, place, looks[run])]
  })
  if (runs.length === 0) return undefined
  const pinned = { ...experiment, runs: visible.map((run) => experiment.runs[run]) }
  const search = linkOf(pinned, preset.experiment, { step })
  return { experiment: pinned, runs, search }
}

function show(pins: readonly Pin[]): void {
  usePins.setState({ pins })
  lookAs({ ghosts: pins.length > 0 ? pins.map(({ search }) => search) : undefined })
  requestDraw()
}

/** Pins the race of a moment, by default of now. If it is already pinned, removes all pins. */
export function pinPresent(moment = momentNow()): void {
  const { pins } = usePins.getState()
  const now = pinOf(moment)
  const known = !now || pins.some(({ search }) => search === now.search)
  show(known ? [] : [...pins, now].slice(-mostPins))
}

export const clearPins = (): void => show([])

export function removePin(pin: Pin): void {
  show(usePins.getState().pins.filter((one) => one !== pin))
}

/** Opens the races of an address. Skips one that would take too long to compute, or cannot be read. */
export function openPins(searches: readonly string[]): void {
  const { preset } = useExperiment.getState()
  show(
    searches.slice(0, mostPins).flatMap((search): Pin[] => {
      const { experiment, view } = experimentFrom(search, preset.experiment)
      if (!('runs' in experiment)) return []
      const looks = looksOf(experiment)
      const runs = experiment.runs.flatMap((_, run) => {
        const rows = racedRows(experiment, run)
        if (!rows) return []
        const length = Math.min(rows.length, (view.step ?? Infinity) + 1)
        return [pinnedRun({ ...rows, length, plane: true }, run, looks[run])]
      })
      return runs.length > 0 ? [{ experiment, runs, search }] : []
    }),
  )
}

// Pins belong neither to another document nor to another step of a lesson.
useExperiment.subscribe((now, before) => {
  const { pins } = usePins.getState()
  if (pins.length === 0) return
  const other = now.experiment.objective.kind !== before.experiment.objective.kind
  if (now.preset !== before.preset || now.view.at !== before.view.at || other) show([])
})
