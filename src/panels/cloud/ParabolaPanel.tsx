// One slice of the valley: J along one direction is a parabola, and gradient descent hops on it. 0 < αλ < 1 slides, 1 <
// αλ < 2 hops from side to side, above 2 it diverges.

import { useMemo, useRef } from 'react'
import type { QuadraticSpec } from '../../engine/experiment.ts'
import { column } from '../../engine/row.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { disc, Plot, runColor, seriesLayer, type Layer, type PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks, runNames } from '../runs.ts'
import { startOf } from '../start.ts'
import { useFrame } from '../useFrame.ts'
import textStyles from '../../styles/Text.module.css'
import labStyles from '../../ui/Lab.module.css'

const samples = 121
const mostHops = 60

export function ParabolaPanel({ direction, concealed }: { direction: 0 | 1; concealed?: boolean }) {
  const looks = useLooks()
  const words = useWords(networkWords)
  const language = useLanguage()
  const { experiment, view } = useExperiment()
  const { selected } = view
  const spec = experiment.objective as QuadraticSpec
  const lambda = spec.curvature[direction] * spec.scale
  const alpha = experiment.runs[selected].alpha
  const names = runNames(experiment, language)
  const plot = useRef<PlotHandle>(null)
  const reach = 1.25 * Math.max(0.5, Math.abs(startOf(experiment)[direction]))
  const height = (x: number): number => 0.5 * lambda * x * x
  const axis = axisNames(spec.kind)[direction]
  const value = (row: number): number => {
    const trace = race.traces[selected]
    return trace ? trace.rows[row * trace.width + column.theta + direction] : NaN
  }
  const hops = (): number => Math.min(mostHops, (race.traces[selected]?.rowAt(stepOf(selected)) ?? -1) + 1)

  const layers = useMemo((): Layer[] => {
    const wall = (x: number): number => 0.5 * lambda * x * x
    return [
      seriesLayer({
        key: 'parabola',
        points: {
          length: () => samples,
          revision: () => 0,
          x: (i) => reach * ((2 * i) / (samples - 1) - 1),
          y: (i) => wall(reach * ((2 * i) / (samples - 1) - 1)),
        },
        color: (palette) => palette.muted,
      }),
    ]
  }, [lambda, reach])
  useFrame(() => {
    plot.current?.setDomain([-reach, reach], [0, height(reach)])
    plot.current?.draw('over')
  })
  const product = alpha * lambda
  const kind = product < 1 ? 'slides' : product === 1 ? 'jumps' : product < 2 ? 'hops' : 'flies'
  const said = fill(words.network.slice[kind], { product: formatNumber(product, 3) })
  return (
    <div className={labStyles.panel}>
      <Plot
        ref={plot}
        name={fill(words.network.slice.name, { axis })}
        note={`λ = ${formatNumber(lambda)}`}
        words={plotWords(words)}
        x={{ name: axis, domain: [-reach, reach] }}
        y={{ name: 'J', domain: [0, 1] }}
        layers={layers}
        height="100%"
        concealed={concealed}
        overlay={({ pen, scales }) => {
          const { paper } = scales.palette
          const color = runColor(looks[selected])(scales.palette)
          const count = hops()
          pen.save()
          pen.strokeStyle = color
          pen.lineWidth = 1.4 * scales.size
          pen.beginPath()
          for (let i = 0; i < count; i++) {
            const x = scales.x(value(i))
            const y = scales.y(height(value(i)))
            if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) break
            if (i === 0) pen.moveTo(x, y)
            else pen.lineTo(x, y)
          }
          pen.stroke()
          pen.restore()
          for (let i = 0; i < count; i++) {
            const last = i === count - 1
            const x = scales.x(value(i))
            const y = scales.y(height(value(i)))
            if (x >= 0 && x <= scales.width && y >= 0 && y <= scales.height)
              disc(pen, x, y, (last ? 5.5 : 3) * scales.size, color, paper, scales.size)
          }
        }}
        summary={() => `${names[selected]}: ${axis} ${formatNumber(value(hops() - 1), 3)}. ${said}`}
      />
      {!concealed && <p className={textStyles.note}>{said}</p>}
    </div>
  )
}
