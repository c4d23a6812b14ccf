// Lines with bands over steps or over α, one color per racer.

import { useEffect, useMemo, useRef } from 'react'
import { mapWords } from '../../../i18n/areas/map.ts'
import { useWords } from '../../../i18n/index.ts'
import {
  logDomain,
  logKind,
  Plot,
  runColor,
  runDash,
  seriesLayer,
  thinEvenly,
  type Layer,
  type LogRange,
  type PlotHandle,
} from '../../../plot/index.ts'
import { bandLayer } from '../../../plot/marks.ts'
import { formatNumber } from '../../../ui/number.ts'
import { plotWords } from '../../../panels/plotWords.ts'
import { useFrame } from '../../../panels/useFrame.ts'

export interface Line {
  readonly name: string
  readonly look: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly low?: Float64Array
  readonly high?: Float64Array
}

interface RacePlotProps {
  readonly name: string
  readonly lines: readonly Line[]
  readonly x: string
  readonly xLog?: boolean
}

export function RacePlot({ name, lines, x, xLog = false }: RacePlotProps) {
  const words = useWords(mapWords)
  const plot = useRef<PlotHandle>(null)
  const layers = useMemo(
    (): Layer[] =>
      lines.flatMap((line, run) => {
        const shared = { length: () => line.x.length, revision: () => 0, x: (i: number) => line.x[i] }
        const { low, high } = line
        const band =
          low && high
            ? [
                bandLayer({
                  key: `band ${run}`,
                  points: { ...shared, low: (i) => low[i], high: (i) => high[i] },
                  color: runColor(line.look),
                }),
              ]
            : []
        const series = seriesLayer({
          key: `line ${run}`,
          points: { ...shared, y: (i) => line.y[i] },
          color: runColor(line.look),
          dash: runDash(line.look),
          label: () => line.name,
        })
        return [...band, series]
      }),
    [lines],
  )
  const range = useMemo(() => rangeOf(lines), [lines])
  const kind = logKind(range)
  const domain = useMemo(() => logDomain(range), [range])
  const from = lines[0]?.x[0] ?? 0
  const to = Math.max(1, ...lines.map((line) => line.x.at(-1) ?? 0))
  useEffect(() => plot.current?.setDomain([from, to], domain), [from, to, domain])
  useFrame(() => plot.current?.draw())
  return (
    <Plot
      ref={plot}
      name={name}
      caption={
        <>
          {name}
          {(kind === 'signed' || kind === 'linear') && <small>{words.playground.logKinds[kind]}</small>}
        </>
      }
      words={plotWords(words)}
      x={{ name: x, scale: xLog ? 'log' : 'linear', domain: [from, to], integer: !xLog }}
      y={{ name: words.plots.axes.cost, scale: 'log', domain }}
      layers={layers}
      height="100%"
      table={{
        columns: [words.map.race.optimizer, x, words.plots.axes.cost],
        rows: () =>
          lines.flatMap((line) =>
            thinEvenly(line.x.length, 40).map((i) => [
              line.name,
              formatNumber(line.x[i]),
              formatNumber(line.y[i]),
            ]),
          ),
      }}
    />
  )
}

/** Diverging lines leave the plot. */
function rangeOf(lines: readonly Line[]): LogRange {
  const values = lines.flatMap((line) => [...line.y]).filter((value) => Math.abs(value) < 1e12)
  if (values.length === 0) return { low: 0.1, high: 10, positive: 0.1 }
  const first = lines[0]?.y.find((value) => value > 0) ?? 1
  const positive = Math.min(Infinity, ...values.filter((value) => value > 0))
  return { low: Math.min(...values), high: Math.min(Math.max(...values), 100 * first), positive }
}
