// Lines with bands over steps or over α, one color a racer.

import { useEffect, useMemo, useRef } from 'react'
import { mapWords } from '../../i18n/areas/map.ts'
import { useWords } from '../../i18n/index.ts'
import {
  Plot,
  runColor,
  runDash,
  seriesLayer,
  thinEvenly,
  type Layer,
  type PlotHandle,
} from '../../plot/index.ts'
import { bandLayer } from '../../plot/marks.ts'
import { formatNumber } from '../../ui/number.ts'
import { plotWords } from '../plotWords.ts'
import { useFrame } from '../useFrame.ts'

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
  const values = lines.flatMap((line) => [...line.y]).filter((value) => value > 0 && value < 1e12)
  const first = lines[0]?.y.find((value) => value > 0) ?? 1
  const bottom = values.length > 0 ? Math.min(...values) / 1.3 : 0.1
  // What flies off leaves by the edge.
  const top = values.length > 0 ? Math.min(Math.max(...values), 100 * first) * 1.3 : 10
  const from = lines[0]?.x[0] ?? 0
  const to = Math.max(1, ...lines.map((line) => line.x.at(-1) ?? 0))
  useEffect(() => plot.current?.setDomain([from, to], [bottom, top]), [from, to, bottom, top])
  useFrame(() => plot.current?.draw())
  return (
    <Plot
      ref={plot}
      name={name}
      words={plotWords(words)}
      x={{ name: x, scale: xLog ? 'log' : 'linear', domain: [from, to], integer: !xLog }}
      y={{ name: words.plots.axes.cost, scale: 'log', domain: [bottom, top] }}
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
