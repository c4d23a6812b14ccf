// The figure "Weights of the average": bars (1 − β)βᵏ over the days they weigh, the bracket of 1/(1 − β) days with the
// share of weight inside it, and the mark of 1/e. Corrected, the weights of t days sum to 1.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { averagedDays, warmUp } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { Plot, type Overlay, type PlotHandle, type TableSource } from '../../../plot/index.ts'
import { useAverages } from '../document.ts'
import { keepAverages, useReadings } from '../pagePicture.ts'
import { onFrame, requestDraw } from '../../../state/frame.ts'
import { formatNumber } from '../../../ui/number.ts'
import { useAverageWords } from './averageWords.ts'
import { drawWeightMarks, shownWeight, weightBarsLayer, weightsOf, type Weights } from './weightBars.ts'
import styles from './Averages.module.css'

let kept: Weights | undefined

/** Returns the selected curve's weights at the shown day. The same object while nothing has changed. */
function shownWeights(): Weights {
  const { experiment, view } = useAverages.getState()
  const { betas, biasCorrection } = experiment
  const beta = betas[view.selected] ?? betas[0]
  const t = useReadings.getState().day?.t ?? view.day
  if (kept?.beta !== beta || kept.t !== t || kept.correction !== biasCorrection)
    kept = weightsOf(beta, t, biasCorrection)
  return kept
}

const selectedCurve = (): number => useAverages.getState().view.selected

export function WeightsPanel({ height = '15rem' }: { readonly height?: string }) {
  const { words, plots, temperature } = useAverageWords()
  const plot = useRef<PlotHandle | null>(null)
  const layers = useMemo(() => [weightBarsLayer(shownWeights, selectedCurve)], [])

  useEffect(keepAverages, [])
  useEffect(() => {
    // Drawn without rendering, in the frame that shows the curves of another β or day.
    let drawn: Weights | undefined
    let curve = -1
    const stops = [
      onFrame(() => {
        const weights = shownWeights()
        if (weights === drawn && selectedCurve() === curve) return
        drawn = weights
        curve = selectedCurve()
        const { first, t, top } = weights
        plot.current?.setDomain([first - 0.5, t + 0.5 + (t - first) * 0.02], [0, top * 1.28])
        plot.current?.draw('over')
      }),
      useAverages.subscribe((now, before) => now.view !== before.view && requestDraw()),
    ]
    return () => stops.forEach((stop) => stop())
  }, [])

  const marks = useCallback(
    ({ beta, inside }: Weights) => ({
      bracket: fill(words.weights.bracket, {
        days: formatNumber(averagedDays(beta), 3),
        percent: formatNumber(100 * inside, 2),
      }),
      mark: words.weights.mark,
    }),
    [words],
  )
  const overlay = useCallback(
    (over: Overlay) => {
      const weights = shownWeights()
      drawWeightMarks(over, weights, selectedCurve(), marks(weights))
    },
    [marks],
  )
  const table: TableSource = useMemo(
    () => ({
      columns: Object.values(words.weights.table),
      rows: () => {
        const { beta, t, correction, weights } = shownWeights()
        const recent = useReadings.getState().day?.recent ?? new Float64Array(0)
        return Array.from({ length: Math.min(weights.length, recent.length, 400) }, (_, i) => {
          const weight = shownWeight(beta, i, t, correction)
          return [t - i, i, formatNumber(weight), formatNumber(recent[i]), formatNumber(weight * recent[i])]
        })
      },
    }),
    [words],
  )
  const summary = (): string => {
    const { beta, t, weights, inside, correction } = shownWeights()
    const sentence = fill(words.weights.summary, {
      number: selectedCurve() + 1,
      beta,
      t,
      today: formatNumber(weights[0]),
      days: formatNumber(averagedDays(beta), 3),
      percent: formatNumber(100 * inside, 2),
    })
    if (!correction) return sentence
    return `${sentence} ${fill(words.weights.corrected, { sum: formatNumber(warmUp(beta, t)) })}`
  }
  return (
    <Plot
      ref={plot}
      name={plots.names.weights}
      caption={
        <>
          {plots.names.weights} <span className={styles.captionNote}>{words.weights.figure}</span>
        </>
      }
      words={{ showTable: plots.showAsTable, hideTable: plots.hideTable }}
      x={{ name: plots.axes.day, symbol: false, integer: true, domain: [0, 100] }}
      y={{ name: words.weights.yName, symbol: false, domain: [0, 0.12] }}
      layers={layers}
      overlay={overlay}
      height={height}
      readout={(x) => {
        const { beta, t, correction } = shownWeights()
        const k = t - Math.round(x)
        if (k < 0 || k >= t) return []
        const theta = useReadings.getState().day?.recent[k]
        return [
          {
            label: fill(words.dayNumber, { t: t - k }),
            value: theta === undefined ? '' : temperature(theta),
          },
          {
            label: words.weights.table.weight,
            value: formatNumber(shownWeight(beta, k, t, correction)),
          },
        ]
      }}
      summary={summary}
      table={table}
    />
  )
}
