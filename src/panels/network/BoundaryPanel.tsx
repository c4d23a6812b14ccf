// The decision boundary at the cursor's weights of the selected run: the training examples over the probability of each
// class. With one input, the curve that the network has learned. Clicking an example flips its label.

import { useMemo, useRef } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { Plot, ring, type PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import type { QueriedExamples } from '../../state/networkQuery.ts'
import { Button } from '../../ui/Button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { picture } from '../pictures.ts'
import { plotWords } from '../plotWords.ts'
import { useRunNames } from '../runs.ts'
import { classesOf, flipLabels, flippedCount, mOf, unflipAll } from './dataset.ts'
import { batchSeen } from './batchSeen.ts'
import { boundarySummary, boundaryTable } from './boundaryWords.ts'
import { useBoundary } from './useBoundary.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './Network.module.css'

/** Within how many pixels of an example a click flips its label. */
const reach = 14

interface BoundaryPanelProps {
  readonly height?: string
  readonly concealed?: boolean
  /** Labels cannot be flipped, because a prediction is open. */
  readonly locked?: boolean
}

export function BoundaryPanel({ height = '100%', concealed, locked = false }: BoundaryPanelProps) {
  const words = useWords(networkWords)
  const { experiment, view } = useExperiment()
  const { selected } = view
  const spec = experiment.objective as NetworkSpec
  const plot = useRef<PlotHandle>(null)
  const names = useRunNames()
  const curve = spec.layers[0] === 1
  const classes = classesOf(spec)
  const { shown, layers, sampled, late, onView } = useBoundary(plot, concealed)

  const pick = (x: number, y: number): void => {
    const scales = plot.current?.scales()
    if (!scales || !sampled) return
    const inputs = spec.layers[0]
    let nearest = -1
    let least = reach
    sampled.numbers.forEach((number, i) => {
      const across = scales.x(sampled.x[i * inputs]) - scales.x(x)
      const up = scales.y(curve ? sampled.y[i] : sampled.x[i * inputs + 1]) - scales.y(y)
      const far = Math.hypot(across, up)
      if (far < least) [least, nearest] = [far, number]
    })
    if (nearest >= 0) flipLabels([nearest])
  }
  const entered = useMemo(() => picture('map', (handle) => void (plot.current = handle)), [])
  const flips = flippedCount(spec)
  return (
    <Plot
      key={String(curve)}
      ref={entered}
      name={words.plots.names.boundary}
      caption={
        <>
          {words.plots.names.boundary}
          <small>{curve ? words.network.curveSub : words.network.boundarySub}</small>
        </>
      }
      actions={
        flips > 0 &&
        !locked && (
          <>
            <span className={textStyles.note}>{fill(words.network.flipped, { count: flips })}</span>
            <Button onClick={unflipAll}>{words.network.unflip}</Button>
          </>
        )
      }
      words={plotWords(words)}
      x={{ name: words.network.inputs.first, symbol: true, domain: [-1.5, 1.5] }}
      y={{
        name: curve ? words.network.inputs.output : words.network.inputs.second,
        symbol: true,
        domain: [-1.5, 1.5],
      }}
      layers={layers}
      equal={!curve}
      zoom
      height={height}
      concealed={concealed}
      onView={onView}
      onPick={locked ? undefined : pick}
      overlay={({ pen, scales }) => {
        const { ink, paper } = scales.palette
        const mark = (
          examples: QueriedExamples,
          i: number,
          radius: number,
          dash?: readonly number[],
        ): void => {
          const inputs = spec.layers[0]
          const x = scales.x(examples.x[i * inputs])
          const y = scales.y(curve ? examples.y[i] : examples.x[i * inputs + 1])
          if (x > -20 && y > -20 && x < scales.width + 20 && y < scales.height + 20)
            ring(pen, x, y, radius * scales.size, { color: ink, width: 1.3 * scales.size, paper, dash })
        }
        const batch = batchSeen.now
        sampled?.numbers.forEach((_, i) => sampled.wrong[i] && mark(sampled, i, 5.5, [2, 2]))
        if (!batch) return
        const most = Math.max(...batch.examples.losses, 1e-9)
        batch.examples.numbers.forEach((_, i) =>
          mark(batch.examples, i, 5 + 9 * Math.sqrt(batch.examples.losses[i] / most)),
        )
      }}
      readout={(x, y) => [
        { label: words.network.inputs.first, value: formatNumber(x, 3) },
        {
          label: curve ? words.network.inputs.output : words.network.inputs.second,
          value: formatNumber(y, 3),
        },
      ]}
      summary={() => boundarySummary(words, names[selected] ?? '', mOf(spec), classes, shown.current)}
      table={boundaryTable(words, spec.layers[0], () => shown.current)}
    >
      {late !== undefined && (
        // Appears and disappears during playback. As part of the picture it moves nothing.
        <text className={styles.lateWeights} x="0.5em" y="1.5em">
          {fill(words.network.catchingUp, { step: late })}
        </text>
      )}
    </Plot>
  )
}
