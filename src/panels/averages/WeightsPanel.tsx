// The figure "Weights of the average": bars (1 − β)βᵏ over the days they weigh, the bracket of 1/(1 − β) days with the
// share of weight that really lies inside it, and the mark of 1/e. Corrected, the weights of t days sum to 1.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { averagedDays, warmUp } from '../../engine/weights.ts'
import { fill } from '../../i18n/index.ts'
import {
  barsLayer,
  Plot,
  type Overlay,
  type PlotHandle,
  type Points,
  type TableSource,
} from '../../plot/index.ts'
import { useAverages } from '../../state/averages.ts'
import { useReadings } from '../../state/averagesPicture.ts'
import { formatNumber } from '../../ui/number.ts'
import { useAverageWords } from './averageWords.ts'
import { curvePaint } from './curveLook.ts'
import { drawWeightMarks, shownWeight, weightsOf, type Weights } from './weightBars.ts'

export function WeightsPanel({ height = '15rem' }: { readonly height?: string }) {
  const { words, plots, temperature } = useAverageWords()
  const { betas, biasCorrection } = useAverages((state) => state.experiment)
  const { selected, day: pinned } = useAverages((state) => state.view)
  const day = useReadings((state) => state.day)
  const plot = useRef<PlotHandle | null>(null)
  const current = useRef<Weights & { revision: number }>({ ...weightsOf(0.9, 1, false), revision: 0 })
  const beta = betas[selected] ?? betas[0]
  const t = day?.t ?? pinned

  const weights = useMemo(() => weightsOf(beta, t, biasCorrection), [beta, t, biasCorrection])
  const layers = useMemo(() => {
    const points: Points = {
      length: () => current.current.weights.length,
      revision: () => current.current.revision,
      // A bar of several days stands over their middle.
      x: (i) => current.current.t - i * current.current.step - (current.current.step - 1) / 2,
      y: (i) => current.current.weights[i],
    }
    // Bars are at least half a day wide; the wide ones of a long average touch.
    return [barsLayer({ key: 'weights', points, color: curvePaint(selected), width: weights.step })]
  }, [selected, weights.step])

  useEffect(() => {
    current.current = { ...weights, revision: current.current.revision + 1 }
    const { first, t: last, top } = weights
    plot.current?.setDomain([first - 0.5, last + 0.5 + (last - first) * 0.02], [0, top * 1.28])
    plot.current?.draw('over')
  }, [weights])

  const days = formatNumber(averagedDays(beta), 3)
  const inside = formatNumber(100 * weights.inside, 2)
  const overlay = useCallback(
    (over: Overlay) =>
      drawWeightMarks(over, weights, selected, {
        bracket: fill(words.weights.bracket, { days, percent: inside }),
        mark: words.weights.mark,
      }),
    [weights, selected, words, days, inside],
  )
  const table: TableSource = useMemo(
    () => ({
      columns: Object.values(words.weights.table),
      rows: () => {
        const recent = useReadings.getState().day?.recent ?? new Float64Array(0)
        return Array.from({ length: Math.min(weights.weights.length, recent.length, 400) }, (_, i) => {
          const weight = shownWeight(beta, i, t, biasCorrection)
          return [t - i, i, formatNumber(weight), formatNumber(recent[i]), formatNumber(weight * recent[i])]
        })
      },
    }),
    [words, weights, beta, t, biasCorrection],
  )
  const gone = warmUp(beta, t)
  const caption = fill(words.weights.figure, { t })
  return (
    <Plot
      ref={plot}
      name={plots.names.weights}
      caption={
        <>
          {plots.names.weights} <span className="caption-note">{caption}</span>
        </>
      }
      words={{ showTable: plots.showAsTable, hideTable: plots.hideTable }}
      x={{ name: plots.axes.day, symbol: false, integer: true, domain: [0, 100] }}
      y={{ name: words.weights.yName, symbol: false, domain: [0, 0.12] }}
      layers={layers}
      overlay={overlay}
      height={height}
      readout={(x) => {
        const k = t - Math.round(x)
        if (k < 0 || k >= t) return []
        const weight = shownWeight(beta, k, t, biasCorrection)
        const theta = day?.recent[k]
        return [
          {
            label: fill(words.dayNumber, { t: t - k }),
            value: theta === undefined ? '' : temperature(theta),
          },
          { label: words.weights.table.weight, value: formatNumber(weight) },
        ]
      }}
      summary={() =>
        fill(words.weights.summary, {
          number: selected + 1,
          beta,
          t,
          today: formatNumber(weights.weights[0] ?? 0),
          days,
          percent: inside,
        }) + (biasCorrection ? ` ${fill(words.weights.corrected, { sum: formatNumber(gone) })}` : '')
      }
      table={table}
    />
  )
}
