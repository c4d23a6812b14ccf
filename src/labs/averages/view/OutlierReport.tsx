// An edited day is an outlier: reports which curves it affects, by how much, and for how many days.

import { daysUntilBelow } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { restoreDays, useAverages } from '../document.ts'
import { useReadings } from '../pagePicture.ts'
import { Button } from '../../../ui/Button.tsx'
import { Swatch } from '../../../ui/RunChip.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { useAverageWords } from './averageWords.ts'
import { curveColor, curveDash } from './curveLook.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

/** The share of the outlier below which it is invisible: 0.1 °C of 20, the last digit of a thermometer. */
const visible = 0.005

export function OutlierReport() {
  const { words } = useAverageWords()
  const moved = useAverages((state) => state.experiment.changes.length > 0)
  return moved ? <MovedDay /> : <p className={textStyles.note}>{words.outlier.hint}</p>
}

function MovedDay() {
  const { words, temperature } = useAverageWords()
  const betas = useAverages((state) => state.experiment.betas)
  const changes = useAverages((state) => state.experiment.changes)
  const day = useReadings((state) => state.day)
  const delta = day?.original === undefined ? undefined : day.theta - day.original
  const threshold = delta === undefined ? 0 : Number((visible * Math.abs(delta)).toPrecision(1))
  return (
    <section className={`${styles.curves} ${styles.outlier}`} aria-live="polite">
      {day && delta !== undefined && delta !== 0 && (
        <>
          <p>{fill(words.outlier.moved, { t: day.t, delta: temperature(delta) })}</p>
          <ul>
            {betas.map((beta, i) => {
              const jump = (1 - beta) * Math.abs(delta)
              // A jump equal to the threshold up to rounding is not above it.
              const felt = jump > threshold * (1 + 1e-9)
              const text = fill(felt ? words.outlier.curve : words.outlier.calm, {
                beta,
                jump: temperature(Number(jump.toPrecision(3))),
                threshold: temperature(threshold),
                count: felt ? formatNumber(daysUntilBelow(beta, threshold / jump)) : 0,
              })
              return (
                <li key={i}>
                  <Swatch color={curveColor(i)} dash={curveDash(i)} /> {text}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <div className={textStyles.buttonRow}>
        {day?.original !== undefined && (
          <Button onClick={() => restoreDays(day.t)}>{fill(words.outlier.restore, { t: day.t })}</Button>
        )}
        {changes.length > 1 && (
          <Button onClick={() => restoreDays()}>
            {fill(words.outlier.restoreAll, { count: changes.length })}
          </Button>
        )}
      </div>
    </section>
  )
}
