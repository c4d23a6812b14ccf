// Three parameters, their gradients as bars up to the cursor, and how far Adam has moved each. While the prediction is
// open only the gradients are shown.

import styles from './Moments.module.css'
import { useMemo, useRef } from 'react'
import { fill, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { Plot, seriesLayer, thinEvenly, type Layer, type Palette, type PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor, seek } from '../../state/playback.ts'
import { formatNumber } from '../../ui/number.ts'
import { plotWords } from '../plotWords.ts'
import { useFrame } from '../useFrame.ts'
import { useLiveTexts } from '../useLiveText.ts'
import { distances, gradientsAt, names } from './agreement.ts'
import textStyles from '../../styles/Text.module.css'
import labStyles from '../../ui/Lab.module.css'

const bars = 16
const dashes = [[], [6, 3], [2, 3]] as const
const hundredths = (value: number): string => value.toFixed(2).replace('-', '−')
const ink = (palette: Palette): string => palette.ink

export function AgreementPanel({ concealed = false }: { readonly concealed?: boolean }) {
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.agreement
  const { experiment, view } = useExperiment()
  const run = experiment.runs[view.selected]
  const { convention, steps } = experiment
  const moved = useMemo(() => distances(run, convention, steps), [run, convention, steps])
  const plot = useRef<PlotHandle>(null)
  const now = (): number => Math.min(steps, Math.round(cursor.step))

  const layers = useMemo(
    (): Layer[] =>
      moved.map((distance, i) =>
        seriesLayer({
          key: `moved ${i}`,
          points: { length: () => now() + 1, revision: () => 0, x: (t) => t, y: (t) => distance[t] },
          color: ink,
          dash: [...dashes[i]],
          present: true,
          label: () => names[i],
        }),
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `now` reads the cursor and the number of steps
    [moved, steps],
  )
  const facts = (): string[] => {
    const t = now()
    return moved.map((distance) =>
      t < 2
        ? ''
        : fill(own.moved, {
            before: hundredths(distance[t - 1] - distance[t - 2]),
            step: hundredths(distance[t] - distance[t - 1]),
            distance: formatNumber(distance[t], 3),
          }),
    )
  }
  const most = Math.max(1, ...moved.map((distance) => Math.max(...distance)))
  useFrame(() => {
    plot.current?.setDomain([0, steps], [-0.04 * most, 1.06 * most])
    plot.current?.draw()
  })
  const list = useLiveTexts<HTMLUListElement>(
    () => (concealed ? [] : facts()),
    (item) => item.lastElementChild,
  )
  return (
    <div className={`${labStyles.panel} ${styles.agreement}`}>
      <h3>{own.gradients}</h3>
      <ul className={styles.agreementRows} ref={list}>
        {names.map((name, i) => (
          <li key={name}>
            <b>{name}</b>
            <GradientBars parameter={i} dash={dashes[i]} />
            <span className={textStyles.note} />
          </li>
        ))}
      </ul>
      <Plot
        ref={plot}
        name={own.name}
        note={own.unit}
        words={plotWords(words)}
        x={{ name: words.plots.axes.step, symbol: false, integer: true, domain: [0, steps] }}
        y={{ name: '', hidden: concealed, domain: [0, 1] }}
        layers={concealed ? [] : layers}
        height="100%"
        cursor={() => cursor.step}
        onSeek={seek}
        concealed={concealed}
        summary={() =>
          facts()
            .map((text, i) => `${names[i]}: ${text}`)
            .join('. ')
        }
        table={{
          columns: [words.plots.axes.step, ...names],
          rows: () =>
            thinEvenly(now() + 1, 240).map((t) => [t, ...moved.map((one) => formatNumber(one[t], 4))]),
        }}
      />
    </div>
  )
}

/** The first gradients as bars. Visual only, because the name describes them. */
function GradientBars({ parameter, dash }: { readonly parameter: number; readonly dash: readonly number[] }) {
  return (
    <svg className={styles.agreementBars} viewBox={`-1 -12 ${bars * 6 + 26} 24`} aria-hidden="true">
      <path className={styles.axis} d={`M0 0H${bars * 6}`} />
      {Array.from({ length: bars }, (_, i) => {
        const height = 10 * gradientsAt(i + 1)[parameter]
        return <rect key={i} x={i * 6} width={4} y={Math.min(0, -height)} height={Math.abs(height)} />
      })}
      <path d={`M${bars * 6 + 4} 0h20`} strokeDasharray={dash.join(' ')} />
    </svg>
  )
}
