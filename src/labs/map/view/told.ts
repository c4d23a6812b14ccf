// The map in words: the cell under the pointer, a summary for screen readers, and a table.

import { cellColumn, cellWidth } from '../../../engine/map.ts'
import type { MapExperiment } from '../../../engine/experiment.ts'
import type { mapWords } from '../../../i18n/areas/map.ts'
import { fill, type Spoken } from '../../../i18n/index.ts'
import { thinEvenly } from '../../../plot/index.ts'
import { bestCell, cellValues, mapPicture, type MapPicture } from '../pageMap.ts'
import { formatNumber } from '../../../ui/number.ts'
import { axisName } from './axisName.ts'
import { columnOf, divergedShare, kindOf, type Kind } from './colors.ts'

export function mapReadout(words: Spoken<typeof mapWords>, cell: number) {
  const picture = mapPicture()
  if (!picture || cell >= picture.known.length) return []
  const [x, y] = cellValues(picture, cell)
  const { names, cell: told } = words.map
  const head = [
    { label: axisName(names, picture.map.x.parameter), value: formatNumber(x) },
    { label: axisName(names, picture.map.y.parameter), value: formatNumber(y) },
  ]
  if (picture.known[cell] === 0) return [...head, { label: told.pending, value: '' }]
  const at = cell * cellWidth
  const number = (c: number): number => picture.cells[at + c]
  const lines = [...head]
  const tell = (share: number, whole: string, part: string): void => {
    if (share > 0)
      lines.push({ label: share === 1 ? whole : fill(part, { share: percent(share) }), value: '' })
  }
  tell(divergedShare(picture, cell), told.diverged, told.divergedShare)
  tell(number(cellColumn.noValue), told.noValue, told.noValueShare)
  if (picture.map.target !== undefined)
    lines.push(
      Number.isNaN(number(cellColumn.steps))
        ? { label: told.missed, value: '' }
        : { label: told.steps, value: formatNumber(number(cellColumn.steps)) },
    )
  lines.push({ label: told.cost, value: formatNumber(number(cellColumn.cost)) })
  if (picture.map.seeds > 1)
    lines.push({ label: told.spread, value: formatNumber(number(columnOf(picture, 'spread'))) })
  return lines
}

/** Only a user's formula can have points without a value. */
export const mayLackValues = ({ base }: MapExperiment): boolean => base.objective.kind === 'expression'

const percent = (share: number): string => `${formatNumber(100 * share, 3)}%`

export function mapSummary(words: Spoken<typeof mapWords>, map: MapExperiment): string {
  const picture = mapPicture()
  if (!picture) return ''
  const { names } = words.map
  const best = bestCell(picture)
  const [x, y] = best < 0 ? [NaN, NaN] : cellValues(picture, best)
  const value = best < 0 ? NaN : picture.cells[best * cellWidth + columnOf(picture, 'value')]
  const unit = map.measure === 'steps' ? words.map.cell.steps : words.map.cell.cost
  const shareOf = (kind: Kind): number => {
    let count = 0
    for (let cell = 0; cell < picture.known.length; cell++) if (kindOf(picture, cell, 0) === kind) count++
    return count / picture.known.length
  }
  const lacking = shareOf('noValue')
  return fill(words.map.summary, {
    x: axisName(names, map.x.parameter),
    y: axisName(names, map.y.parameter),
    total: formatNumber(picture.known.length),
    best:
      best < 0 || Number.isNaN(value)
        ? words.map.summaryNone
        : fill(words.map.summaryBest, {
            x: `${axisName(names, map.x.parameter)} ${formatNumber(x, 3)}`,
            y: `${axisName(names, map.y.parameter)} ${formatNumber(y, 3)}`,
            value: `${unit} ${formatNumber(value)}`,
          }),
    diverged:
      fill(words.map.summaryDiverged, { share: percent(shareOf('diverged')) }) +
      (lacking > 0 ? fill(words.map.summaryNoValue, { share: percent(lacking) }) : ''),
  })
}

export function mapRows(picture: MapPicture | undefined): (string | number)[][] {
  if (!picture) return []
  return thinEvenly(picture.known.length, 300).map((cell) => {
    const [x, y] = cellValues(picture, cell)
    const at = cell * cellWidth
    return [
      formatNumber(x),
      formatNumber(y),
      formatNumber(picture.cells[at + cellColumn.steps]),
      formatNumber(picture.cells[at + cellColumn.cost]),
      formatNumber(divergedShare(picture, cell)),
      ...(mayLackValues(picture.map) ? [formatNumber(picture.cells[at + cellColumn.noValue])] : []),
    ]
  })
}
