// The map in words and as a table: where each run is, and the steps that led there.

import { column } from '../../engine/row.ts'
import { fill, type Dictionary } from '../../i18n/index.ts'
import { thinEvenly } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { endSentence } from '../limits.ts'
import { costAtCursor, endAtCursor, noValueOf, rowAtCursor } from '../runs.ts'

export function mapSummary(
  words: Dictionary,
  [first, second]: readonly [string, string],
  names: readonly string[],
  hidden: readonly number[],
  place: string,
): string {
  const { experiment } = useExperiment.getState()
  const parts = names.flatMap((run, i) => {
    const row = rowAtCursor(i)
    if (hidden.includes(i) || !row) return []
    const at = endAtCursor(i)
    if (at !== undefined) return [endSentence(words, experiment, i, run, { step: at, noValue: noValueOf(i) })]
    const w = formatNumber(row.rows[row.from + column.theta], 3)
    const b = formatNumber(row.rows[row.from + column.theta + 1], 3)
    return [
      fill(words.playground.summaryRun, { run, first, second, w, b, cost: formatNumber(costAtCursor(i), 3) }),
    ]
  })
  return [fill(words.playground.summaryStart, { place, step: cursor.step }), ...parts].join(' ')
}

export function mapTable(words: Dictionary, names: readonly string[], hidden: readonly number[]) {
  return {
    columns: [words.plots.run, words.plots.axes.step, 'θ₀', 'θ₁', 'J'],
    rows: () =>
      names.flatMap((name, i) => {
        const trace = race.traces[i]
        if (!trace || hidden.includes(i)) return []
        const count = trace.rowAt(cursor.step) + 1
        return thinEvenly(count, 60).map((row) => {
          const at = row * trace.width
          const number = (place: number): number => trace.rows[at + place]
          return [
            name,
            number(0),
            ...[column.theta, column.theta + 1, column.cost].map((c) => formatNumber(number(c), 6)),
          ]
        })
      }),
  }
}
