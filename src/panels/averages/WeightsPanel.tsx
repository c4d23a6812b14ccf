// The figure "Weights of the average": bars (1 − β)βᵏ over the days they weigh, the bracket of 1/(1 − β) days with the
// share of weight that really lies inside it, and the mark of 1/e. Corrected, the weights of t days sum to 1.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { averagedDays, correctedWeightOf, warmUp, weightOf, weightWithin } from '../../engine/weights.ts'
import { fill } from '../../i18n/index.ts'
import {
  barsLayer,
  Plot,
  resolvePaint,
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

const mostBars = 400

interface Weights {
  readonly beta: number
  readonly t: number
  /** Days that are shown, back from t. */
  readonly reach: number
  /** Days in one bar. */
  readonly step: number
  readonly weights: Float64Array
  readonly top: number
}

/** Weights back from day t: as far as they can be seen, over days that there were. */
export function weightsOf(beta: number, t: number, correction: boolean): Weights {
  const reach = Math.max(10, Math.ceil(averagedDays(beta) * 4.5))
  const days = Math.min(t, reach)
  const step = Math.max(1, Math.ceil(days / mostBars))
  const weight = (k: number): number => (correction ? correctedWeightOf(beta, k, t) : weightOf(beta, k))
  const weights = Float64Array.from({ length: Math.ceil(days / step) }, (_, i) => weight(i * step))
  return { beta, t, reach, step, weights, top: Math.max(weight(0), 1 - beta) }
}

const percent = (share: number): string => formatNumber(100 * share, 2)

function overlayOf({ beta, t, top }: Weights, curve: number, label: string, mark: string) {
  return (over: Overlay): void => {
    const { pen, scales } = over
    const days = averagedDays(beta)
    const color = resolvePaint(curvePaint(curve), scales.palette)
    const left = scales.x(t - days + 0.5)
    const right = scales.x(t + 0.5)
    const y = scales.y(top * 1.06)
    const height = scales.y(top / Math.E)
    pen.save()
    pen.strokeStyle = color
    pen.lineWidth = 2 * scales.size
    pen.beginPath()
    pen.moveTo(Math.max(left, -9), y + 6)
    pen.lineTo(Math.max(left, -9), y)
    pen.lineTo(right, y)
    pen.lineTo(right, y + 6)
    pen.stroke()
    // 1/e of today's weight, reached about where the bracket ends.
    pen.strokeStyle = scales.palette.ink
    pen.lineWidth = scales.size
    pen.setLineDash([4, 3])
    pen.beginPath()
    pen.moveTo(Math.max(0, Math.min(left, right) - 30), height)
    pen.lineTo(right, height)
    pen.moveTo(left, y)
    pen.lineTo(left, scales.height)
    pen.stroke()
    pen.restore()
    over.label({
      x: Math.max(0, left),
      y,
      text: label,
      color,
      bold: true,
      priority: 2,
      side: 'above-right',
      distance: 2,
    })
    over.label({
      x: Math.max(4, left - 30),
      y: height,
      text: mark,
      color: scales.palette.ink,
      priority: 1,
      side: 'above-left',
      distance: 3,
    })
  }
}

export function WeightsPanel({ height = '15rem' }: { readonly height?: string }) {
  const { words, plots, temperature } = useAverageWords()
  const { betas, biasCorrection } = useAverages((state) => state.experiment)
  const selected = useAverages((state) => state.view.selected)
  const day = useReadings((state) => state.day)
  const plot = useRef<PlotHandle | null>(null)
  const current = useRef<Weights & { revision: number }>({ ...weightsOf(0.9, 1, false), revision: 0 })
  const beta = betas[selected] ?? betas[0]
  const t = day?.t ?? 1

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
    plot.current?.setDomain(
      [weights.t - weights.reach - 0.5, weights.t + 0.5 + weights.reach * 0.02],
      [0, weights.top * 1.28],
    )
    plot.current?.draw('over')
  }, [weights])

  const days = averagedDays(beta)
  const inside = percent(weightWithin(beta, days))
  const overlay = useCallback(
    overlayOf(
      weights,
      selected,
      fill(words.weights.bracket, { days: formatNumber(days, 3), percent: inside }),
      words.weights.mark,
    ),
    [weights, selected, words],
  )
  const table: TableSource = useMemo(
    () => ({
      columns: Object.values(words.weights.table),
      rows: () => {
        const recent = useReadings.getState().day?.recent ?? new Float64Array(0)
        return Array.from({ length: Math.min(weights.weights.length, recent.length, 400) }, (_, i) => {
          const weight = correctedOrNot(beta, i, t, biasCorrection)
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
      x={{ name: plots.axes.day, integer: true, domain: [0, 100] }}
      y={{ name: words.weights.yName, domain: [0, 0.12] }}
      layers={layers}
      overlay={overlay}
      height={height}
      readout={(x) => {
        const k = t - Math.round(x)
        if (k < 0 || k >= t) return []
        const weight = correctedOrNot(beta, k, t, biasCorrection)
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
          days: formatNumber(days, 3),
          percent: inside,
        }) + (biasCorrection ? ` ${fill(words.weights.corrected, { sum: formatNumber(gone) })}` : '')
      }
      table={table}
    />
  )
}

const correctedOrNot = (beta: number, k: number, t: number, correction: boolean): number =>
  correction ? correctedWeightOf(beta, k, t) : weightOf(beta, k)
