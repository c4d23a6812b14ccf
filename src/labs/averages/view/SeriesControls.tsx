// Which series, how much of it, in which unit, and a button for the user's own.

import { daysOf, seriesKinds } from '../../../engine/datasets/seriesKinds.ts'
import type { ShippedSeriesKind } from '../../../engine/experiment.ts'
import { fill, inLanguage, useLanguage } from '../../../i18n/index.ts'
import { changeAverages, chooseSeries, settleAverages, useAverages } from '../document.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { useAverageWords } from './averageWords.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

const shipped = Object.keys(seriesKinds) as ShippedSeriesKind[]
/** Numbers of years to offer. 548 years are 200,000 days and 2,740 a million. */
const lengths: Readonly<Record<ShippedSeriesKind, readonly number[]>> = {
  seattle: [1, 4],
  newYork: [1, 4],
  synthetic: [1, 4, 27, 548, 2740],
}

export interface SeriesControlsProps {
  readonly onOwn?: () => void
}

/** °C or °F: a linear change with a different 0 to start from. */
export function UnitChoice({ hideLabel }: { readonly hideLabel?: boolean }) {
  const { words } = useAverageWords()
  const unit = useAverages((state) => state.experiment.unit)
  return (
    <Segments
      label={words.series.unit}
      hideLabel={hideLabel}
      value={unit}
      options={{ celsius: words.celsius, fahrenheit: words.fahrenheit }}
      onChange={(value) => {
        changeAverages('unit', { unit: value })
        settleAverages()
      }}
    />
  )
}

export function SeriesControls({ onOwn }: SeriesControlsProps) {
  const { words } = useAverageWords()
  const language = useLanguage()
  const series = useAverages((state) => state.experiment.series)
  const unit = useAverages((state) => state.experiment.unit)
  const kind = series.kind
  const options = shipped.map((value) => ({
    value: value as string,
    label: inLanguage(seriesKinds[value].label, language),
  }))
  const own =
    kind === 'inline'
      ? [
          {
            value: 'inline',
            label: fill(words.series.ownLength, { count: formatNumber(series.values.length) }),
          },
        ]
      : []
  const yearsLabel = (years: number): string =>
    years === 1
      ? words.series.year
      : years < 100
        ? fill(words.series.manyYears, { count: years })
        : fill(words.series.days, { count: formatNumber(daysOf('synthetic', years)) })
  return (
    <section className={styles.curves}>
      <Choice
        label={words.series.name}
        value={kind as string}
        groups={[{ options: [...own, ...options] }]}
        onChange={(value) =>
          value !== 'inline' && chooseSeries({ kind: value as ShippedSeriesKind, years: 1 })
        }
        note={
          kind === 'inline'
            ? undefined
            : fill(words.series.origin, {
                source: inLanguage(seriesKinds[kind].source, language),
                license: inLanguage(seriesKinds[kind].license, language),
              })
        }
      />
      {series.kind !== 'inline' && (
        <>
          <div className={styles.fieldPair}>
            <Choice
              label={words.series.years}
              value={String(series.years)}
              groups={[
                {
                  options: [...new Set([...lengths[series.kind], series.years])]
                    .sort((a, b) => a - b)
                    .map((years) => ({ value: String(years), label: yearsLabel(years) })),
                },
              ]}
              onChange={(years) => chooseSeries({ kind: series.kind, years: Number(years) })}
            />
            <UnitChoice />
          </div>
          {unit === 'fahrenheit' && <p className={textStyles.note}>{words.series.unitNote}</p>}
        </>
      )}
      {kind === 'synthetic' && (
        <Button
          onClick={() => {
            const { seed } = useAverages.getState().experiment
            changeAverages('seed', { seed: (Math.imul(seed, 1664525) + 1013904223) >>> 0 })
            settleAverages()
          }}
        >
          {words.series.seed}
        </Button>
      )}
      {onOwn && <Button onClick={onOwn}>{words.series.bring}</Button>}
    </section>
  )
}
