// Two hundred points with zero gradient, thrown: a row a point, an arrow a direction, up or down. One that is up in all of
// them is a minimum.

import styles from './Curvature.module.css'
import { useMemo } from 'react'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { formatNumber } from '../../ui/number.ts'
import { drawnCoins, drawnRows, throwCoins } from './throws.ts'

/** Sides of an arrow's place. */
const [wide, high] = [10, 14]

export function CoinThrows({ p, n }: { readonly p: number; readonly n: number }) {
  const own = useWords(lessonPanelsWords).lessonPanels.curvature
  const { rows, allUp } = useMemo(() => throwCoins(p, n), [p, n])
  const arrows = (up: boolean): string =>
    rows
      .flatMap((row, y) =>
        row.map((isUp, x) => {
          if (isUp !== up) return ''
          const [from, to, head] = up ? [11, 3, 3] : [3, 11, -3]
          const [left, top] = [wide * x, high * y]
          return `M${left + 5} ${top + from}V${top + to}M${left + 2} ${top + to + head}L${left + 5} ${top + to}L${left + 8} ${top + to + head}`
        }),
      )
      .join('')
  return (
    <div className={styles.coins}>
      <svg viewBox={`0 0 ${wide * drawnCoins} ${high * drawnRows}`} aria-hidden="true">
        {rows.map(
          (row, y) =>
            row.every(Boolean) && (
              <rect key={y} y={high * y + 0.5} width={wide * row.length} height={high - 1} rx={4} />
            ),
        )}
        <path data-down d={arrows(false)} />
        <path d={arrows(true)} />
      </svg>
      <p>{fill(own.thrown, { n: formatNumber(n), count: allUp })}</p>
    </div>
  )
}
