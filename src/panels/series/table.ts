// The rows of all visible runs as a table of a few hundred lines: evenly thinned, keeping the highest and lowest J^{t}.

import { column } from '../../engine/row.ts'
import { thinEvenly, type TableSource } from '../../plot/index.ts'
import { formatNumber } from '../../ui/number.ts'
import { stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'

export interface TableColumn {
  readonly label: string
  readonly at: (run: number) => number
}

const linesInAll = 240

export function raceTable(
  runLabel: string,
  stepLabel: string,
  names: readonly string[],
  hidden: readonly number[],
  columns: readonly TableColumn[],
): TableSource {
  return {
    columns: [runLabel, stepLabel, ...columns.map(({ label }) => label)],
    rows: () =>
      names.flatMap((name, run) => {
        const trace = race.traces[run]
        if (!trace || hidden.includes(run)) return []
        const { rows, width } = trace
        const shown = trace.rowAt(stepOf(run)) + 1
        const limit = Math.floor(linesInAll / names.length)
        return thinEvenly(shown, limit, (i) => rows[i * width + column.batchCost], [shown - 1]).map((i) => {
          const number = ({ at }: TableColumn): string => {
            const place = at(run)
            return place < 0 ? '–' : formatNumber(rows[i * width + place], 6)
          }
          return [name, rows[i * width], ...columns.map(number)]
        })
      }),
  }
}
