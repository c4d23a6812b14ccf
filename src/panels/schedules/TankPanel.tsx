// "Distance left in the tank": for each run the sum of all α to come at the cursor's step. If it is finite, part of the
// distance is never covered.

import styles from './Schedules.module.css'
import { useRef, useState } from 'react'
import { column } from '../../engine/row.ts'
import { eigenvaluesOf } from '../../engine/theory.ts'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { examplesOf, useExperiment } from '../../state/experiment.ts'
import { formatNumber } from '../../ui/number.ts'
import { batchSizeOf, rowAtCursor, useLooks, runNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { tankOf } from './tank.ts'
import { runVariable } from '../../plot/index.ts'
import textStyles from '../../styles/Text.module.css'

/** The flattest direction of a valley, covered last. */
function flattest({ objective }: DescentExperiment): number {
  if (objective.kind !== 'quadratic' && objective.kind !== 'bowl') return 1
  const [first, second] = objective.curvature
  return eigenvaluesOf(first, 0, second)[0] * objective.scale
}

/** A sum below a millionth is shown as 0. */
const short = (sum: number): string => (sum < 1e-6 ? '0' : formatNumber(sum, 3))

export function TankPanel({ concealed }: { readonly concealed?: boolean }) {
  const looks = useLooks()
  const language = useLanguage()
  const own = useWords(lessonPanelsWords).lessonPanels.schedules
  const { experiment, view } = useExperiment()
  const [steps, setSteps] = useState<readonly number[]>([])
  const seen = useRef('')
  useFrame(() => {
    const next = experiment.runs.map((_, run) => {
      const row = rowAtCursor(run)
      return row ? row.rows[row.from + column.step] : 0
    })
    // The numbers below have three digits, so every tenth step is enough during playback.
    const key = next.map((step) => (step > 200 ? step - (step % 10) : step)).join()
    if (key === seen.current) return
    seen.current = key
    setSteps(next)
  })
  if (concealed) return null
  const names = runNames(experiment, language)
  const lambda = flattest(experiment)
  const m = examplesOf(experiment)
  return (
    <section className={styles.tank} aria-label={own.tank}>
      <h3>
        {own.tank} <small>{own.tankSum}</small>
      </h3>
      <dl>
        {experiment.runs.map((run, i) => {
          if (view.hidden.includes(i)) return null
          const perEpoch = Math.ceil(m / batchSizeOf(experiment, run, m))
          const { sum, share } = tankOf(run.alpha, run.decay, lambda, perEpoch, steps[i] ?? 0)
          const full = tankOf(run.alpha, run.decay, lambda, perEpoch).sum
          const endless = sum === Infinity
          return (
            <div key={i} style={{ '--color': runVariable(looks[i]), '--share': endless ? 1 : sum / full }}>
              <dt>{names[i]}</dt>
              <dd>
                <span className={styles.tankBar} data-endless={endless || undefined} aria-hidden="true" />
                <b>{endless ? own.endless : fill(own.finite, { sum: short(sum), full: short(full) })}</b>
                <span className={textStyles.note}>
                  {endless
                    ? fill(own.arrives, { lambda: formatNumber(lambda, 3) })
                    : fill(own.forever, {
                        lambda: formatNumber(lambda, 3),
                        share: formatNumber(100 * share, 2),
                      })}
                </span>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
