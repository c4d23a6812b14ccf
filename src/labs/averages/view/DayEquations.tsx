// One day's average in detail: the recurrence with today's numbers, the corrected value, and the same number as a
// weighted sum of days.

import { memo, useEffect, useRef } from 'react'
import { correctedWeightOf, warmUp, weightOf } from '../../../engine/weights.ts'
import { fraction, s, type Formula as FormulaNodes } from '../../../engine/formula.ts'
import { fill } from '../../../i18n/index.ts'
import { useAverages } from '../document.ts'
import { useReadings } from '../pagePicture.ts'
import { Formula, type FormulaHandle } from '../../../ui/Formula.tsx'
import { MathText } from '../../../ui/MathText.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { wholeNumbers } from '../../../panels/wholeNumbers.ts'
import { useAverageWords } from './averageWords.ts'
import { WarmUpMeter } from './WeightFacts.tsx'
import styles from './Averages.module.css'

export const recurrence: FormulaNodes = [
  s('V_t'),
  ' = ',
  s('beta'),
  ' · ',
  s('V_t−1'),
  ' + (1 − ',
  s('beta'),
  ') · ',
  s('theta_t'),
]
export const corrected: FormulaNodes = [fraction([s('V_t')], ['1 − ', s('beta', 't')]), ' = ', s('Vc_t')]
const shownDays = 5

export function DayEquations() {
  const { words } = useAverageWords()
  const beta = useAverages(({ experiment, view }) => experiment.betas[view.selected])
  const biasCorrection = useAverages((state) => state.experiment.biasCorrection)
  const selected = useAverages((state) => state.view.selected)
  const day = useReadings((state) => state.day)
  if (!day || day.v[selected] === undefined || beta === undefined) return null
  const { t } = day
  const v = day.v[selected]
  const sum = warmUp(beta, t)
  return (
    <section className={styles.dayEquations}>
      <h2>
        <MathText text={fill(words.equations.heading, { t, number: selected + 1 })} />
      </h2>
      <LiveFormula nodes={recurrence} />
      {biasCorrection && <LiveFormula nodes={corrected} />}
      <WarmUpMeter beta={beta} t={t} />
      <ExpandedSum
        beta={beta}
        t={t}
        recent={day.recent}
        correction={biasCorrection}
        total={biasCorrection ? v / sum : v}
      />
    </section>
  )
}

/** Returns the values of the symbols for the shown day and curve. */
function symbolNumbers(): Readonly<Record<string, number>> {
  const { experiment, view } = useAverages.getState()
  const { day } = useReadings.getState()
  const beta = experiment.betas[view.selected]
  const v = day?.v[view.selected]
  if (!day || beta === undefined || v === undefined) return {}
  return {
    V_t: v,
    beta,
    'V_t−1': day.before[view.selected],
    theta_t: day.theta,
    Vc_t: v / warmUp(beta, day.t),
  }
}

/** A formula whose values follow a drag without rendering. */
const LiveFormula = memo(function LiveFormula({ nodes }: { readonly nodes: FormulaNodes }) {
  const formula = useRef<FormulaHandle | null>(null)
  useEffect(() => {
    const write = (): void => {
      const t = useReadings.getState().day?.t ?? 0
      const texts: Record<string, string> = {}
      for (const [key, value] of Object.entries(wholeNumbers(nodes, symbolNumbers(), t)))
        texts[key] = key === 'beta' ? String(value) : formatNumber(value)
      formula.current?.setValues(texts)
    }
    write()
    return useReadings.subscribe(write)
  }, [nodes])
  return <Formula ref={formula} nodes={nodes} numbered />
})

interface ExpandedSumProps {
  readonly beta: number
  readonly t: number
  /** θ_t, θ_{t−1} … */
  readonly recent: Float64Array
  readonly correction: boolean
  readonly total: number
}

/** V_t = Σ (1 − β)βᵏ·θ_{t−k}: the most recent days one by one, and all earlier ones together. */
function ExpandedSum({ beta, t, recent, correction, total }: ExpandedSumProps) {
  const { words } = useAverageWords()
  const count = Math.min(t, t <= shownDays + 1 ? shownDays + 1 : shownDays)
  const weight = (k: number): number => (correction ? correctedWeightOf(beta, k, t) : weightOf(beta, k))
  const nearest = Array.from({ length: count }, (_, k) => k)
  const counted = nearest.reduce((sum, k) => sum + weight(k) * recent[k], 0)
  const counts = nearest.reduce((sum, k) => sum + weight(k), 0)
  const others = t - count
  const all = correction ? 1 : warmUp(beta, t)
  return (
    <table className={styles.expandedSum}>
      <caption>{words.equations.sum}</caption>
      <thead>
        <tr>
          <th scope="col">{words.weights.table.day}</th>
          <th scope="col">{words.weights.table.weight}</th>
          <th scope="col">
            <MathText text={words.weights.table.theta} />
          </th>
          <th scope="col">
            <MathText text={words.weights.table.product} />
          </th>
        </tr>
      </thead>
      <tbody>
        {nearest.map((k) => (
          <tr key={k}>
            <th scope="row">{t - k}</th>
            <td>{formatNumber(weight(k))}</td>
            <td>{formatNumber(recent[k])}</td>
            <td>{formatNumber(weight(k) * recent[k])}</td>
          </tr>
        ))}
        {others > 0 && (
          <tr>
            <th scope="row">
              {others === 1 ? words.equations.restOne : fill(words.equations.rest, { count: others })}
            </th>
            <td>{formatNumber(all - counts)}</td>
            <td>–</td>
            <td>{formatNumber(total - counted)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.equations.total}</th>
          <td>{formatNumber(all)}</td>
          <td>–</td>
          <td>{formatNumber(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
