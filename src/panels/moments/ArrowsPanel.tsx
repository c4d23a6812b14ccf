// V at the cursor as a sum: the last ten gradients, each with its weight, tip to tail. Along the valley they add up,
// across it they cancel. While the prediction is open the arrows are drawn side by side.

import styles from './Moments.module.css'
import { useRef } from 'react'
import { settingsOf } from '../../engine/optimizers/index.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { arrow, Plot, runColor, type Overlay, type PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { useLiveTexts } from '../useLiveText.ts'
import { arrowsAt, chainOf, equalDomains, reachOf, type Arrows } from './arrows.ts'
import labStyles from '../../ui/Lab.module.css'

type Place = readonly [number, number]

/** The arrows side by side, each on the same line: from, to. */
function comb({ last }: Arrows): readonly (readonly [Place, Place])[] {
  const gap = Math.max(...last.map(([x, y]) => Math.max(2 * Math.abs(x), Math.abs(y) / 4)), 1e-9)
  return last.map(([x, y], i) => [
    [gap * i, 0],
    [gap * i + x, y],
  ])
}

export function ArrowsPanel({ concealed = false }: { readonly concealed?: boolean }) {
  const looks = useLooks()
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.arrows
  const { experiment, view } = useExperiment()
  const { selected } = view
  const run = experiment.runs[selected]
  const { beta, course } = settingsOf(run, experiment.convention)
  const axes = axisNames(experiment.objective.kind)
  const plot = useRef<PlotHandle>(null)

  const now = (): Arrows | undefined => {
    const trace = race.traces[selected]
    const step = stepOf(selected)
    return trace && step > 0 && trace.columnOf('dW') >= 0 ? arrowsAt(trace, step, beta, course) : undefined
  }
  const facts = (): string[] => {
    const arrows = now()
    if (!arrows) return []
    return ([0, 1] as const).map((axis) => {
      const { length, reach } = reachOf(arrows, axis)
      return fill(concealed ? own.apart : own.fact, {
        axis: axes[axis],
        length: formatNumber(length, 3),
        reach: formatNumber(reach, 2),
      })
    })
  }
  const drawn = (arrows: Arrows): readonly Place[] =>
    concealed ? comb(arrows).flat() : [...chainOf(arrows), arrows.sum]

  useFrame(() => {
    const arrows = now()
    const size = plot.current?.view()
    if (arrows && size && size.width > 0)
      plot.current!.setDomain(...equalDomains(drawn(arrows), size.width, size.height))
    plot.current?.draw('over')
  })
  const list = useLiveTexts<HTMLUListElement>(facts)

  const draw = ({ pen, scales, label }: Overlay): void => {
    const arrows = now()
    if (!arrows) return
    const { palette, size } = scales
    const color = runColor(looks[selected])(palette)
    const line = (from: Place, to: Place, paint: string, width: number): void =>
      arrow(pen, scales.x(from[0]), scales.y(from[1]), scales.x(to[0]), scales.y(to[1]), {
        color: paint,
        width: width * size,
        paper: palette.paper,
      })
    const corners = chainOf(arrows)
    const pairs = concealed
      ? comb(arrows)
      : arrows.last.map((_, i): readonly [Place, Place] => [corners[i + 1], corners[i + 2]])
    if (!concealed && arrows.older.some((one) => one !== 0)) {
      line(corners[0], corners[1], palette.muted, 1.6)
      const [x, y] = corners[1]
      label({ x: scales.x(x / 2), y: scales.y(y / 2), text: own.older, color: palette.muted })
    }
    for (const [from, to] of pairs) line(from, to, color, 1.6)
    const [, tip] = pairs.at(-1)!
    label({
      x: scales.x(tip[0]),
      y: scales.y(tip[1]),
      text: fill(own.newest, { weight: formatNumber(course ? 1 - beta : 1, 2) }),
      color,
    })
    if (concealed) return
    line([0, 0], arrows.sum, palette.ink, 3)
    const half: Place = [arrows.sum[0] / 2, arrows.sum[1] / 2]
    label({
      x: scales.x(half[0]),
      y: scales.y(half[1]),
      text: '−V',
      color: palette.ink,
      bold: true,
      priority: 2,
    })
  }
  return (
    <div className={labStyles.panel}>
      <Plot
        ref={plot}
        name={own.name}
        note={own.small}
        words={plotWords(words)}
        x={{ name: axes[0], domain: [-1, 1] }}
        y={{ name: axes[1], domain: [-1, 1] }}
        layers={[]}
        height="100%"
        overlay={draw}
        summary={() => facts().join(' ')}
      />
      <ul className={styles.momentFacts} ref={list}>
        {axes.map((axis) => (
          <li key={axis} />
        ))}
      </ul>
    </div>
  )
}
