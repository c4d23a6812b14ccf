// The figure "Averages": raw days as dots, averages as lines, and the day at the cursor, which can be dragged up and
// down.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { fill } from '../../../i18n/index.ts'
import { formatNumber } from '../../../ui/number.ts'
import { Plot, type Domain, type Layer, type Overlay, type PlotHandle } from '../../../plot/index.ts'
import { lookAtAverages, useAverages } from '../document.ts'
import {
  averagesPicture,
  hoverDay,
  keepAverages,
  showDays,
  shownDay,
  useReadings,
  type Picture,
} from '../pagePicture.ts'
import { onFrame } from '../../../state/frame.ts'
import { picture } from '../../../panels/pictures.ts'
import { averageLayers } from './averageLayers.ts'
import { drawAverageOverlay } from './averageOverlay.ts'
import { averagesTable } from './averagesTable.ts'
import { useAverageWords } from './averageWords.ts'
import { curveColor } from './curveLook.ts'
import { DayHandle } from './DayHandle.tsx'
import styles from './Averages.module.css'

export interface AveragePanelProps {
  readonly height?: string
  /** The day at the cursor can be dragged. */
  readonly draggable?: boolean
  /** Show only the days and no average, while a prediction asks for them. */
  readonly concealed?: boolean
  readonly actions?: ReactNode
}

/** The figure that exports save. */
export const enter = picture('averages')

/** Padding above and below, so a day can be dragged beyond the data. */
function domainOf({ low, high }: Picture): Domain {
  const room = (high - low || Math.max(1, Math.abs(high))) * 0.12
  return [low - room, high + room]
}

/**
 * The order of the curves by β, so a noisy line never hides a smooth one. As text, which changes only with the order.
 */
const calmestOnTop = (betas: readonly number[]): string =>
  betas
    .map((beta, i) => ({ beta, i }))
    .sort((a, b) => a.beta - b.beta || a.i - b.i)
    .map(({ i }) => i)
    .join(' ')

export function AveragePanel(props: AveragePanelProps) {
  const { height = '24rem', concealed = false, draggable = !concealed, actions } = props
  const { words, plots, unit, temperature, series } = useAverageWords()
  // Values that change during a drag are read in every frame, so dragging β renders nothing here.
  const order = useAverages((state) => calmestOnTop(state.experiment.betas))
  const means = useAverages((state) => state.experiment.windows.length)
  const biasCorrection = useAverages((state) => state.experiment.biasCorrection)
  const plot = useRef<PlotHandle | null>(null)
  const dragging = useRef(false)

  const attach = useCallback((node: PlotHandle | null) => {
    plot.current = node
    enter(node)
  }, [])
  const hold = useCallback((held: boolean) => {
    dragging.current = held
  }, [])
  useEffect(keepAverages, [])
  useEffect(() => {
    let drawn = -1
    let seen: readonly unknown[] = []
    let domain: Domain | undefined
    let days = 0
    return onFrame(() => {
      const picture = averagesPicture.current
      if (!picture || !plot.current) return
      if (drawn !== averagesPicture.revision) {
        drawn = averagesPicture.revision
        const next = domainOf(picture)
        const room = (next[1] - next[0]) * 0.04
        // Keep the domain while the picture fits, so it stays still during a drag.
        const fits =
          domain &&
          days === averagesPicture.days &&
          next[0] >= domain[0] - 1e-9 &&
          next[1] <= domain[1] + 1e-9 &&
          domain[1] - domain[0] < (next[1] - next[0]) * 1.25 + room
        if (!fits && !dragging.current) domain = next
        days = averagesPicture.days
        if (domain) plot.current.setDomain([0.5, Math.max(2, days) + Math.max(1, days * 0.09)], domain)
      }
      // A frame requested by another figure changes nothing here.
      const now = [drawn, useAverages.getState().view, useReadings.getState().measures]
      if (now.some((part, i) => part !== seen[i])) plot.current.draw('over')
      seen = now
    })
  }, [])

  const curves = useAverages((state) => state.experiment.betas.length)
  const made = useMemo(
    () => averageLayers({ curves, windows: means, uncorrected: biasCorrection }),
    [curves, means, biasCorrection],
  )
  const layers = useMemo(() => {
    if (concealed) return made.days
    const upwards = order.split(' ').map(Number)
    const ordered = (lines: readonly Layer[]): Layer[] => upwards.flatMap((i) => lines[i] ?? [])
    return [...made.days, ...made.beneath, ...ordered(made.curves), ...ordered(made.uncorrected)]
  }, [made, order, concealed])
  const overlay = useCallback(
    (over: Overlay) => {
      const { experiment, view } = useAverages.getState()
      drawAverageOverlay(over, {
        experiment,
        selected: view.selected,
        lag: view.lag,
        words: {
          curve: (beta) => fill(words.curves.label, { beta }),
          window: (count) => fill(words.window.label, { count }),
          purple: words.curves.purple,
          season: words.series.season,
          lag: (days) => fill(words.lag.label, { days: formatNumber(days, 2) }),
        },
      })
    },
    [words],
  )
  const table = useMemo(() => (concealed ? undefined : averagesTable(words)), [words, concealed])

  const summary = (): string => {
    const now = useReadings.getState().day
    if (!now) return ''
    const start = fill(words.summary.start, {
      series,
      days: formatNumber(averagesPicture.days),
      t: now.t,
      theta: temperature(now.theta),
    })
    if (concealed) return start
    return [
      start,
      biasCorrection ? words.summary.corrected : words.summary.uncorrected,
      ...now.shown.map((value, i) =>
        fill(words.summary.curve, { beta: now.betas[i], value: temperature(value) }),
      ),
    ].join(' ')
  }
  const readout = () => {
    const now = useReadings.getState().day
    if (!now) return []
    const day = {
      label: fill(words.dayNumber, { t: now.t }),
      value: temperature(now.theta),
      color: 'var(--average-raw)',
    }
    if (concealed) return [day]
    return [
      day,
      ...now.shown.map((value, i) => ({
        label: `β = ${now.betas[i]}`,
        value: temperature(value),
        color: curveColor(i),
      })),
      ...now.windows.map((value, i) => ({
        label: `n = ${now.windows[i]}`,
        value: temperature(value),
        color: 'var(--ink)',
      })),
    ]
  }
  return (
    <Plot
      ref={attach}
      name={plots.names.averages}
      caption={
        <>
          {plots.names.averages} {!concealed && <span className={styles.captionNote}>{words.rawDots}</span>}
        </>
      }
      actions={actions}
      words={{ showTable: plots.showAsTable, hideTable: plots.hideTable, zoomHelp: words.zoomHelp }}
      x={{ name: plots.axes.day, symbol: false, integer: true, domain: [0.5, 400] }}
      y={{
        name: unit ? fill(words.axis, { name: plots.axes.temperature, unit }) : 'θ',
        symbol: !unit,
        domain: [-5, 40],
      }}
      layers={layers}
      overlay={concealed ? undefined : overlay}
      height={height}
      cursor={shownDay}
      readout={readout}
      onHover={(x) => !dragging.current && hoverDay(x === null ? undefined : x)}
      onPick={(x) => !concealed && lookAtAverages({ day: x })}
      zoom
      onView={({ x, width, pixelRatio }) => showDays(x[0], x[1], width * pixelRatio)}
      summary={summary}
      table={table}
    >
      {draggable && <DayHandle onHold={hold} />}
    </Plot>
  )
}
