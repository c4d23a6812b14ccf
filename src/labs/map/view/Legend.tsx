// The meaning of the map's colors, and the progress of its computation.

import { useEffect, useState } from 'react'
import { cellWidth } from '../../../engine/map.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../../i18n/index.ts'
import { onThemeChange, readPalette } from '../../../plot/index.ts'
import { mapPicture, useMap } from '../pageMap.ts'
import { formatNumber } from '../../../ui/number.ts'
import type { MapTheory } from './theoryLines.ts'
import { colorsOf, columnOf, kindOf, rangeOf, type Shown } from './colors.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './HyperMap.module.css'

export function Legend({ shown, theory }: { shown: Shown; theory: MapTheory }) {
  const words = useWords(mapWords)
  const language = useLanguage()
  const { done, total, fault } = useMap()
  const [, setTheme] = useState(0)
  useEffect(() => onThemeChange(() => setTheme((n) => n + 1)), [])
  const picture = mapPicture()
  const colors = colorsOf(readPalette(document.body))
  const range = picture && rangeOf(picture, shown)
  const measured = picture?.map.measure === 'cost' ? words.map.legend.cost : words.map.legend.steps
  const unit = shown === 'spread' ? fill(words.map.legend.spread, { measure: measured }) : measured
  const kinds = new Set<string>()
  if (picture)
    for (let cell = 0; cell < picture.cells.length / cellWidth; cell++)
      kinds.add(kindOf(picture, cell, columnOf(picture, shown)))
  return (
    <div className={styles.legend}>
      {range && (
        <span className={styles.rampRow}>
          {formatNumber(range.low, 3)}
          <svg
            className={styles.ramp}
            viewBox="0 0 48 1"
            preserveAspectRatio="none"
            shapeRendering="crispEdges"
            aria-hidden="true"
          >
            {colors.ramp.map((color, n) => (
              <rect key={n} x={47 - n} width={1.1} height={1} fill={color} />
            ))}
          </svg>
          {formatNumber(range.high, 3)}+ {unit}
        </span>
      )}
      {kinds.has('missed') && <Swatch color={colors.missed} label={words.map.legend.reached} />}
      {kinds.has('diverged') && (
        <Swatch color={colors.diverged} label={words.map.legend.diverged} hatched="rises" />
      )}
      {kinds.has('noValue') && (
        <Swatch color={colors.noValue} label={words.map.legend.noValue} hatched="falls" />
      )}
      {kinds.has('unknown') && <Swatch color={colors.unknown} label={words.map.legend.unknown} />}
      {theory.silence && <span>{words.map.legend.silent}</span>}
      <span data-progress data-done={done === total && total > 0 ? '' : undefined}>
        {done < total
          ? fill(words.map.progress, { done: formatNumber(done), total: formatNumber(total) })
          : fill(words.map.complete, { total: formatNumber(total) })}
      </span>
      {fault && (
        <p className={textStyles.refusal} role="alert">
          {fill(words.map.stays, { fault: inLanguage(fault, language).replace(/[.。]$/, '') })}
        </p>
      )}
    </div>
  )
}

function Swatch({ color, label, hatched }: { color: string; label: string; hatched?: 'rises' | 'falls' }) {
  return (
    <span className={styles.swatch}>
      <svg width="16" height="12" aria-hidden="true">
        <rect width="16" height="12" fill={color} stroke="var(--hairline)" />
        {hatched === 'rises' && <path d="M0 12 12 0M6 12 16 2M-4 10 6 0" stroke="var(--run-1)" />}
        {hatched === 'falls' && <path d="M0 0 12 12M6 0 16 10M-4 2 6 12" stroke="var(--muted)" />}
      </svg>
      {label}
    </span>
  )
}
