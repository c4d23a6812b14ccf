// The error of an average: on the synthetic year, the distance from the known season as a small curve over β, with the
// best β found and the current curves on it.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { averagedDays } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { disc, Plot, resolvePaint, seriesLayer, type Overlay, type PlotHandle } from '../../../plot/index.ts'
import { chooseSeries, setBeta, settleAverages, useAverages } from '../document.ts'
import { useReadings, type SweepResult } from '../pagePicture.ts'
import { Button } from '../../../ui/Button.tsx'
import { MathText } from '../../../ui/MathText.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { useAverageWords } from './averageWords.ts'
import { curvePaint } from './curveLook.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

/** Formats β with as many digits as matter: 1 − β has two. */
const plainBeta = (beta: number): number => {
  const rest = Number((1 - beta).toPrecision(2))
  return Number((1 - rest).toFixed(6))
}

export function ErrorPanel({ height = '12rem' }: { readonly height?: string }) {
  const { words } = useAverageWords()
  const kind = useAverages((state) => state.experiment.series.kind)
  const sweep = useReadings((state) => state.sweep)
  return (
    <section className={styles.errors}>
      {kind !== 'synthetic' ? (
        <>
          <h2>{words.errors.heading}</h2>
          <p className={textStyles.note}>{words.errors.unknown}</p>
          <Button onClick={() => chooseSeries({ kind: 'synthetic', years: 1 })}>{words.errors.take}</Button>
        </>
      ) : (
        <>
          {sweep ? (
            <SweepPlot sweep={sweep} height={height} />
          ) : (
            <p className={textStyles.note}>{words.errors.measuring}</p>
          )}
          <ErrorList />
        </>
      )}
    </section>
  )
}

function SweepPlot({ sweep, height }: { readonly sweep: SweepResult; readonly height: string }) {
  const { words, plots, unit, temperature } = useAverageWords()
  const plot = useRef<PlotHandle | null>(null)
  const current = useRef({ sweep, revision: 0 })
  const best = plainBeta(sweep.best)

  const layers = useMemo(
    () => [
      seriesLayer({
        key: 'error',
        points: {
          length: () => current.current.sweep.betas.length,
          revision: () => current.current.revision,
          x: (i) => averagedDays(current.current.sweep.betas[i]),
          y: (i) => current.current.sweep.errors[i],
        },
        color: (palette) => palette.ink,
        keptClear: true,
      }),
    ],
    [],
  )
  useEffect(() => {
    current.current = { sweep, revision: current.current.revision + 1 }
    plot.current?.setDomain([0.9, 1100], [0, Math.max(...sweep.errors) * 1.08])
    plot.current?.draw('over')
  }, [sweep])
  // The points of the curves follow the measurements, taken at rest.
  useEffect(
    () =>
      useReadings.subscribe((now, before) => now.measures !== before.measures && plot.current?.draw('over')),
    [],
  )
  const overlay = useCallback(
    (over: Overlay) => {
      const { pen, scales } = over
      const { measures } = useReadings.getState()
      measures?.betas.forEach((beta, i) => {
        const error = measures.errors[i]
        if (!Number.isFinite(error)) return
        const color = resolvePaint(curvePaint(i), scales.palette)
        const [x, y] = [scales.x(averagedDays(beta)), scales.y(error)]
        disc(pen, x, y, 4.5 * scales.size, color, scales.palette.paper)
        over.label({ x, y, text: String(beta), color, distance: 7, priority: 1 })
      })
      const [x, y] = [scales.x(averagedDays(sweep.best)), scales.y(sweep.bestError)]
      disc(pen, x, y, 3 * scales.size, scales.palette.ink, scales.palette.paper)
      const text = fill(words.errors.best, { beta: best })
      over.label({
        x,
        y,
        text,
        color: scales.palette.ink,
        bold: true,
        priority: 2,
        distance: 9,
        side: 'above',
      })
    },
    [sweep, best, words],
  )
  const rows = (): (string | number)[][] =>
    Array.from(sweep.betas, (beta, i) => [
      plainBeta(beta),
      formatNumber(averagedDays(beta), 3),
      formatNumber(sweep.errors[i]),
    ])
  return (
    <Plot
      ref={plot}
      name={words.errors.figure}
      caption={
        <>
          {words.errors.heading} <span className={styles.captionNote}>{words.errors.explain}</span>
        </>
      }
      words={{ showTable: plots.showAsTable, hideTable: plots.hideTable }}
      x={{ name: words.errors.xName, symbol: false, scale: 'log', domain: [0.9, 1100] }}
      y={{
        name: unit ? fill(words.axis, { name: words.errors.yName, unit }) : words.errors.yName,
        domain: [0, 10],
      }}
      layers={layers}
      overlay={overlay}
      height={height}
      summary={() => {
        const { measures } = useReadings.getState()
        const curves = (measures?.betas ?? []).map((beta, i) =>
          fill(words.errors.error, { beta, error: temperature(measures!.errors[i]) }),
        )
        return fill(words.errors.summary, {
          error: temperature(sweep.bestError),
          beta: best,
          curves: curves.join('; '),
        })
      }}
      table={{ columns: ['β', words.errors.xName, words.errors.yName], rows }}
    />
  )
}

function ErrorList() {
  const { words, temperature } = useAverageWords()
  const selected = useAverages((state) => state.view.selected)
  const measures = useReadings((state) => state.measures)
  const sweep = useReadings((state) => state.sweep)
  if (!sweep || !measures) return null
  const { betas, windows } = measures
  const best = plainBeta(sweep.best)
  return (
    <>
      <p className={textStyles.note}>
        <MathText
          text={fill(words.errors.bestSentence, { beta: best, error: temperature(sweep.bestError) })}
        />
      </p>
      <ul className={styles.errorList}>
        {betas.map((beta, i) => (
          <li key={i}>
            <MathText text={fill(words.errors.error, { beta, error: temperature(measures.errors[i]) })} />
          </li>
        ))}
        {windows.map((count, i) => (
          <li key={`n${i}`}>
            {fill(words.errors.windowError, { count, error: temperature(measures.windowErrors[i]) })}
          </li>
        ))}
      </ul>
      {betas[selected] !== best && (
        <Button
          onClick={() => {
            setBeta(selected, best)
            settleAverages()
          }}
        >
          {fill(words.errors.use, { number: selected + 1 })}
        </Button>
      )}
    </>
  )
}
