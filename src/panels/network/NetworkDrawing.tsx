// A small drawing of the network: a circle per neuron, a line per weight, as thick as the weight is large. Updated
// imperatively in the frame, so playback renders nothing. Larger networks are described in words.

import { useMemo, useRef } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { architectureOf } from '../../engine/objectives/network/architecture.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { weightsNow } from '../../state/networkWeights.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatNumber } from '../../ui/number.ts'
import { useFrame } from '../useFrame.ts'
import plotStyles from '../../plot/Plot.module.css'
import textStyles from '../../styles/Text.module.css'
import styles from './Network.module.css'
import { TableHead } from '../../ui/TableHead.tsx'

const mostNeurons = 12
const mostWeights = 320
const thickest = 5
const width = 300
const gap = 22

/** Position of neuron j of n in layer l of L. */
const place = (l: number, layers: number, j: number, n: number, tallest: number): [number, number] => [
  16 + (l / (layers - 1)) * (width - 32),
  ((tallest - n) / 2 + j + 0.5) * gap,
]

export function NetworkDrawing() {
  const words = useWords(networkWords)
  const { experiment, view } = useExperiment()
  const spec = experiment.objective as NetworkSpec
  const { sizes, weightsAt, parameters } = useMemo(() => architectureOf(spec), [spec])
  const lines = useRef<(SVGLineElement | null)[]>([])
  const summary = useRef<HTMLElement>(null)
  const shown = useRef<Float64Array>(undefined)
  const text = sizes.join('-')
  const drawable = sizes.every((n) => n <= mostNeurons) && parameters <= mostWeights
  const tallest = Math.max(...sizes)
  const edges = useMemo(
    () =>
      sizes.slice(1).flatMap((n, index) =>
        Array.from({ length: n * sizes[index] }, (_, i) => {
          const to = Math.floor(i / sizes[index])
          const from = i % sizes[index]
          return { layer: index + 1, from, to, at: weightsAt[index + 1] + i }
        }),
      ),
    [sizes, weightsAt],
  )

  useFrame(() => {
    const now = weightsNow(view.selected)
    if (!now || now.w === shown.current || now.w.length !== parameters) return
    shown.current = now.w
    let most = 1e-9
    let best = edges[0]
    for (const edge of edges) {
      const size = Math.abs(now.w[edge.at])
      if (size > most) [most, best] = [size, edge]
    }
    edges.forEach(({ at }, i) => {
      const line = lines.current[i]
      if (!line) return
      line.style.strokeWidth = String(Math.max(0.3, (thickest * Math.abs(now.w[at])) / most))
      line.dataset.sign = now.w[at] < 0 ? 'negative' : 'positive'
    })
    if (summary.current)
      summary.current.textContent = fill(words.network.drawingSummary, {
        layers: text,
        count: formatNumber(parameters),
        weight: formatNumber(now.w[best.at], 3),
        layer: best.layer,
      })
  })

  return (
    <figure className={styles.drawing} aria-label={words.network.drawing}>
      <p className={plotStyles.title}>
        {words.network.drawing} <small>{text}</small>
      </p>
      {drawable ? (
        <svg viewBox={`0 0 ${width} ${tallest * gap}`} aria-hidden="true">
          {edges.map(({ layer, from, to }, i) => {
            const [x1, y1] = place(layer - 1, sizes.length, from, sizes[layer - 1], tallest)
            const [x2, y2] = place(layer, sizes.length, to, sizes[layer], tallest)
            return (
              <line key={i} ref={(line) => void (lines.current[i] = line)} x1={x1} y1={y1} x2={x2} y2={y2} />
            )
          })}
          {sizes.flatMap((n, l) =>
            Array.from({ length: n }, (_, j) => {
              const [x, y] = place(l, sizes.length, j, n, tallest)
              return <circle key={`${l} ${j}`} cx={x} cy={y} r={7} />
            }),
          )}
        </svg>
      ) : (
        <p className={textStyles.note}>{fill(words.network.tooLarge, { layers: text })}</p>
      )}
      <figcaption className={textStyles.spoken} ref={summary} />
      {drawable && (
        <Disclosure label={words.plots.showAsTable}>
          <WeightTable edges={edges} weights={() => shown.current} />
        </Disclosure>
      )}
    </figure>
  )
}

interface Edge {
  readonly layer: number
  readonly from: number
  readonly to: number
  readonly at: number
}

/** The values at the time the table was opened. Playback does not rewrite it. */
function WeightTable({
  edges,
  weights,
}: {
  edges: readonly Edge[]
  weights: () => Float64Array | undefined
}) {
  const words = useWords(networkWords)
  const w = weights()
  const { layer, from, to, weight } = words.network
  return (
    <table>
      <TableHead names={[layer, from, to, weight]} />
      <tbody>
        {edges.map((edge) => (
          <tr key={edge.at}>
            <td>{edge.layer}</td>
            <td>{edge.from + 1}</td>
            <td>{edge.to + 1}</td>
            <td>{w ? formatNumber(w[edge.at], 4) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
