// What panels read about the runs of a race: names, rows as points, values at the cursor.

import { useMemo } from 'react'
import type { DescentExperiment, RunSpec } from '../engine/experiment.ts'
import type { NoValue } from '../engine/noValue.ts'
import { column } from '../engine/row.ts'
import { inLanguage, useLanguage, type Language } from '../i18n/index.ts'
import { RowList, type Points } from '../plot/index.ts'
import { useExperiment, type ExperimentState } from '../state/experiment.ts'
import { labelOf, useRegistries } from '../state/registries.ts'
import { stepOf } from '../state/playback.ts'
import { race } from '../state/traces.ts'
import { looksOfRuns } from './looks.ts'
import { statedName } from './statedName.ts'

/** The number of letters shown of a name. */
const longestName = 40

/** Returns each run's own name, or its optimizer's, numbered if several are equal. */
export function runNames(experiment: DescentExperiment, language: Language): string[] {
  const plain = experiment.runs.map(
    (run) =>
      (run.name && statedName(run.name, run, experiment.batchSize)) ||
      inLanguage(labelOf(run.optimizer), language),
  )
  return plain.map((whole, i) => {
    const name = whole.length > longestName ? `${whole.slice(0, longestName)}…` : whole
    const before = plain.slice(0, i).filter((other) => other === whole).length
    return before === 0 ? name : `${name} ${before + 1}`
  })
}

let looksKnown = { of: '', looks: [] as readonly number[] }

/** Returns the looks of the runs, the same list until an optimizer changes. */
export function looksOf({ runs }: DescentExperiment): readonly number[] {
  const of = runs.map(({ optimizer }) => optimizer).join()
  if (of !== looksKnown.of) looksKnown = { of, looks: looksOfRuns(runs) }
  return looksKnown.looks
}

export const useLooks = (): readonly number[] => useExperiment(({ experiment }) => looksOf(experiment))

let known = { of: [] as readonly unknown[], given: '', joined: '' }

/** The names as one text, computed once for everyone who asks during a slider move. */
function joinedNames({ experiment, editing }: ExperimentState, language: Language): string {
  const { runs, batchSize } = experiment
  const of = [runs, batchSize, editing === undefined, language, useRegistries.getState()]
  if (of.every((one, i) => one === known.of[i])) return known.joined
  const given = JSON.stringify([language, runs.map(({ name, optimizer }) => [name, optimizer])])
  // A name that states the value being dragged changes on release, so plots need not render.
  const held = editing !== undefined && given === known.given
  known = { of, given, joined: held ? known.joined : JSON.stringify(runNames(experiment, language)) }
  return known.joined
}

/**
 * The names as a list with a stable identity: it changes only when a name changes, so memoized layers survive a drag.
 */
export function useRunNames(): readonly string[] {
  const language = useLanguage()
  useRegistries()
  const joined = useExperiment((state) => joinedNames(state, language))
  return useMemo(() => JSON.parse(joined) as string[], [joined])
}

/** Returns B of a run. */
export function batchSizeOf(experiment: DescentExperiment, run: RunSpec, m: number): number {
  const size = run.batchSize ?? experiment.batchSize
  return size === 'all' ? m : size
}

/** Returns the rows of a run up to the cursor as points. `x` and `y` give the columns by index in a row. */
export function pointsOf(index: number, x: (width: number) => number, y: (width: number) => number): Points {
  return {
    length: () => {
      const trace = race.traces[index]
      return trace ? trace.rowAt(stepOf(index)) + 1 : 0
    },
    revision: () => race.traces[index]?.version ?? 0,
    x: (i) => read(index, i, x),
    y: (i) => read(index, i, y),
  }
}

/** Returns a run's places up to the cursor, (θ₀, θ₁) or swapped. */
export const placesOf = (run: number, swapped: boolean): Points =>
  pointsOf(
    run,
    () => column.theta + Number(swapped),
    () => column.theta + Number(!swapped),
  )

function read(index: number, row: number, place: (width: number) => number): number {
  const trace = race.traces[index]
  if (!trace) return NaN
  const at = place(trace.width)
  return at < 0 ? NaN : trace.rows[row * trace.width + at]
}

/** Returns a run's row at the cursor, or its last one if it has ended. */
export function rowAtCursor(index: number): { rows: Float64Array; from: number } | undefined {
  return race.traces[index]?.at(stepOf(index))
}

/** Returns J at the cursor, or J^{t} if the full cost was not computed. */
export function costAtCursor(index: number): number {
  const row = rowAtCursor(index)
  if (!row) return NaN
  const cost = row.rows[row.from + column.cost]
  return Number.isNaN(cost) ? row.rows[row.from + column.batchCost] : cost
}

/** Returns the step at or before the cursor that ended a run early: it diverged, or J has no value there. */
export function endAtCursor(index: number): number | undefined {
  const at = race.traces[index]?.divergedAt
  return at !== undefined && stepOf(index) >= at - 1 ? at : undefined
}

/** Why J has no value where a run ended, or undefined if it diverged. */
export const noValueOf = (index: number): NoValue | undefined => race.traces[index]?.noValue

/** Returns the rows in which J was computed, as points with x the step. The line connects them. */
export function fullCostOf(index: number): Points {
  const known = { trace: undefined as unknown, rows: 0, at: new RowList() }
  const learn = (): RowList => {
    const trace = race.traces[index]
    if (known.trace !== trace) {
      known.at.clear()
      Object.assign(known, { trace, rows: 0 })
    }
    if (!trace) return known.at
    for (; known.rows < trace.length; known.rows++)
      if (!Number.isNaN(trace.rows[known.rows * trace.width + column.cost])) known.at.push(known.rows)
    return known.at
  }
  const value = (i: number, place: number): number => {
    const trace = race.traces[index]
    return trace && i < known.at.length ? trace.rows[known.at.at(i) * trace.width + place] : NaN
  }
  return {
    length: () => {
      const rows = learn()
      const last = race.traces[index]?.rowAt(stepOf(index)) ?? -1
      let low = 0
      for (let high = rows.length; low < high;) {
        const middle = (low + high) >> 1
        if (rows.at(middle) <= last) low = middle + 1
        else high = middle
      }
      return low
    },
    revision: () => race.traces[index]?.version ?? 0,
    x: (i) => value(i, column.step),
    y: (i) => value(i, column.cost),
  }
}
