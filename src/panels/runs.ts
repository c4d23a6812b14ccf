// What panels read of the runs of a race: their names, their rows as points, their numbers at the cursor.

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

/** The letters of a name that are shown. */
const longestName = 40

/** A run's own name, or its optimizer's; numbered where two would be the same. */
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

/** The looks of the runs, the same list until an optimizer is another. */
export function looksOf({ runs }: DescentExperiment): readonly number[] {
  const of = runs.map(({ optimizer }) => optimizer).join()
  if (of !== looksKnown.of) looksKnown = { of, looks: looksOfRuns(runs) }
  return looksKnown.looks
}

export const useLooks = (): readonly number[] => useExperiment(({ experiment }) => looksOf(experiment))

let known = { of: [] as readonly unknown[], given: '', joined: '' }

/** The names as one text, made once for all that ask at every move of a slider. */
function joinedNames({ experiment, editing }: ExperimentState, language: Language): string {
  const { runs, batchSize } = experiment
  const of = [runs, batchSize, editing === undefined, language, useRegistries.getState()]
  if (of.every((one, i) => one === known.of[i])) return known.joined
  const given = JSON.stringify([language, runs.map(({ name, optimizer }) => [name, optimizer])])
  // A name that states what is under the hand waits until the hand is off the slider, so that the plots need not render.
  const held = editing !== undefined && given === known.given
  known = { of, given, joined: held ? known.joined : JSON.stringify(runNames(experiment, language)) }
  return known.joined
}

/** The same as a list that is another one only when a name is: what is made of it is not made anew at every slider. */
export function useRunNames(): readonly string[] {
  const language = useLanguage()
  useRegistries()
  const joined = useExperiment((state) => joinedNames(state, language))
  return useMemo(() => JSON.parse(joined) as string[], [joined])
}

/** B of a run. */
export function batchSizeOf(experiment: DescentExperiment, run: RunSpec, m: number): number {
  const size = run.batchSize ?? experiment.batchSize
  return size === 'all' ? m : size
}

/** The rows of a run up to the cursor as points; `x` and `y` name columns by their places in a row. */
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

function read(index: number, row: number, place: (width: number) => number): number {
  const trace = race.traces[index]
  if (!trace) return NaN
  const at = place(trace.width)
  return at < 0 ? NaN : trace.rows[row * trace.width + at]
}

/** A run's row at the cursor. Where a run has ended, its last one. */
export function rowAtCursor(index: number): { rows: Float64Array; from: number } | undefined {
  return race.traces[index]?.at(stepOf(index))
}

/** J at the cursor, or J^{t} where the full cost was not computed. */
export function costAtCursor(index: number): number {
  const row = rowAtCursor(index)
  if (!row) return NaN
  const cost = row.rows[row.from + column.cost]
  return Number.isNaN(cost) ? row.rows[row.from + column.batchCost] : cost
}

/** The step that ended a run early, at or before the cursor: it diverged, or J has no value there. */
export function endAtCursor(index: number): number | undefined {
  const at = race.traces[index]?.divergedAt
  return at !== undefined && stepOf(index) >= at - 1 ? at : undefined
}

/** Why J has no value where a run ended; undefined where it diverged. */
export const noValueOf = (index: number): NoValue | undefined => race.traces[index]?.noValue

/** J of the rows in which it was computed, as points: between them the line goes on. `x` is the step. */
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
