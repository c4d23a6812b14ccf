// The figure as a table: what is drawn, for a few hundred days.

import { fill } from '../../../i18n/index.ts'
import type { averagesWords } from '../../../i18n/areas/averages.ts'
import type { Spoken } from '../../../i18n/index.ts'
import { thinEvenly, type TableSource } from '../../../plot/index.ts'
import { useAverages } from '../document.ts'
import { averagesPicture } from '../pagePicture.ts'

const mostRows = 400
/** Browsers lay out this many cells at once without a pause. */
const mostCells = 2400

/** Returns a curve's value at each t of the table. The points ascend in t. */
function valuesAt(points: Float64Array, days: readonly number[]): (number | string)[] {
  let i = 0
  return days.map((t) => {
    while (i < points.length && points[i] < t) i += 2
    return points[i] === t ? Number(points[i + 1].toPrecision(8)) : ''
  })
}

export function averagesTable(words: Spoken<typeof averagesWords>['averages']): TableSource {
  const columns = (): string[] => {
    const { betas, windows, biasCorrection } = useAverages.getState().experiment
    return [
      words.table.day,
      words.table.theta,
      ...betas.map((beta) => fill(words.curves.label, { beta })),
      ...(biasCorrection ? betas.map((beta) => fill(words.curves.uncorrected, { beta })) : []),
      ...windows.map((count) => fill(words.window.label, { count })),
    ]
  }
  return {
    get columns() {
      return columns()
    },
    rows() {
      const picture = averagesPicture.current
      if (!picture) return []
      const { raw, curves, uncorrected, windows } = picture
      const most = Math.min(mostRows, Math.floor(mostCells / columns().length))
      const chosen = thinEvenly(raw.length / 2, most, (i) => raw[2 * i + 1])
      const days = chosen.map((i) => raw[2 * i])
      const cells = [raw, ...curves, ...uncorrected, ...windows].map((points) => valuesAt(points, days))
      return days.map((t, row) => [t, ...cells.map((column) => column[row])])
    },
  }
}
