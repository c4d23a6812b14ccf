// The first rows of a user's file as a table, with the used columns marked. A column's head selects it, or sets its
// role.

import type { ReactNode } from 'react'
import type { Column, SheetView } from '../../data/sheet.ts'
import { ownDataWords } from '../../i18n/areas/ownData.ts'
import { fill, useWords } from '../../i18n/index.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './Own.module.css'

const mostColumns = 40

export interface OwnPreviewProps {
  readonly view: SheetView
  readonly taken: readonly number[]
  /** Lines that were not read. */
  readonly skipped: ReadonlySet<number>
  /** The controls in a column's head next to its name. */
  readonly head: (column: Column, name: string) => ReactNode
}

export function useColumnNames(): (column: Column) => string {
  const words = useWords(ownDataWords).ownData
  return ({ name, index }) => name || fill(words.columnNumber, { number: index + 1 })
}

export function OwnPreview({ view, taken, skipped, head }: OwnPreviewProps) {
  const words = useWords(ownDataWords).ownData
  const nameOf = useColumnNames()
  const shown = view.columns.filter(({ index }) => index < mostColumns || taken.includes(index))
  const more = view.columns.length - shown.length
  return (
    <div className={styles.preview} role="region" aria-label={words.firstRows} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            {shown.map((column) => (
              <th key={column.index} scope="col" data-taken={taken.includes(column.index) || undefined}>
                {head(column, nameOf(column))}
                <small>{words.kinds[column.constant ? 'constant' : column.kind]}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ line, cells }) => (
            <tr key={line} data-skipped={skipped.has(line) || undefined}>
              <th scope="row">{line}</th>
              {shown.map(({ index }) => (
                <td key={index} data-taken={taken.includes(index) || undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={textStyles.note}>{fill(words.moreColumns, { count: more })}</p>}
    </div>
  )
}
