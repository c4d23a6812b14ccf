// The decision boundary at the cursor's weights of the selected run: the training examples over the probability of each
// class. With one input, the curve that the network has learned. Clicking an example flips its label.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { Plot, ring, type PlotHandle, type View } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { NetworkQueries, type QueryResult, type QueriedExamples } from '../../state/networkQuery.ts'
import { shownStep as shownStepOf, weightsNow, type WeightsOfStep } from '../../state/networkWeights.ts'
import { Button } from '../../ui/Button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { picture } from '../pictures.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { boundaryLayers, type BoundaryImage } from './boundaryLayers.ts'
import type { GridPicture } from './boundaryPicture.ts'
import { classesOf, flipLabels, flippedCount, mOf, unflipAll } from './dataset.ts'
import { batchSeen, scoreSeen } from './batchSeen.ts'
import { fitTo, sizeOf } from './boundaryFrame.ts'
import { boundarySummary, boundaryTable, type Picture } from './boundaryWords.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './Network.module.css'

/** Number of examples drawn. More would hide the boundary. */
const drawn = 1000
const scored = 10_000
/** Milliseconds between queries while rows stream in, and between counts of correct classifications. */
const queryEvery = 60
const scoreEvery = 400
const reach = 14

/** The last request, and its time. */
interface Asked {
  readonly w?: Float64Array
  readonly scored?: Float64Array
  readonly key: string
  readonly looked: number
  readonly counted: number
}
const unasked: Asked = { key: '', looked: -Infinity, counted: -Infinity }

const nothing: Picture = { sample: undefined, score: undefined, at: undefined }

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
  const shown = useRef<Picture>(nothing)
  const image = useRef<BoundaryImage>({ placed: null, grid: undefined, revision: 0 })
  const asked = useRef<Asked>(unasked)
  const range = useRef<GridPicture['range']>([-1.5, 1.5, -1.5, 1.5])
  const ringed = useRef(batchSeen.now)
  const fitted = useRef<unknown>(undefined)
  const [sampled, setSampled] = useState<QueriedExamples>()
  const [late, setLate] = useState<number>()

  const queries = useMemo(
    () =>
      new NetworkQueries((result: QueryResult, request, mark) => {
        const { at, run, objective } = mark as { at: WeightsOfStep; run: number; objective: unknown }
        if (result.sample) {
          shown.current = { ...shown.current, sample: result.sample }
          setSampled(result.sample)
        }
        shown.current = { ...shown.current, score: result.score ?? shown.current.score, at }
        if (result.score) scoreSeen.now = { run, step: at.step, score: result.score }
        // A query in flight when the data changed returns no examples. The next one does.
        if (result.ranges && result.sample && fitted.current !== objective) {
          fitted.current = objective
          const [x, y] = fitTo(result.ranges, result.sample)
          plot.current?.setDomain(x, y)
        }
        if (result.grid && request.grid) {
          const { columns, rows } = request.grid
          const perCell = result.grid.length / (columns * rows)
          const grid = { cells: result.grid, columns, rows, outputs: perCell, range: request.grid.range }
          Object.assign(image.current, { placed: null, grid, revision: image.current.revision + 1 })
        }
        requestDraw()
      }),
    [],
  )
  useEffect(() => {
    asked.current = unasked
    requestDraw()
    return () => void (scoreSeen.now = undefined)
  }, [experiment.objective, experiment.seed])

  const look = useLooks()[selected]
  const layers = useMemo(() => boundaryLayers(spec, sampled, image.current, look), [spec, sampled, look])

  useFrame((now) => {
    const at = concealed ? undefined : weightsNow(selected)
    const { looked, counted, w } = asked.current
    const dueQuery = now - looked > queryEvery
    const dueScore = now - counted > scoreEvery
    const key = `${selected} ${range.current.join()}`
    const stale = at && (w !== at.w || asked.current.key !== key)
    const uncounted = at && at.w !== asked.current.scored
    // What is not due yet is queried in a later frame, so request one.
    if ((stale && !dueQuery) || (uncounted && !(dueQuery && dueScore))) requestDraw()
    if (at && queries.idle && (dueQuery || asked.current.key === '')) {
      if (stale || (dueScore && uncounted)) {
        const fresh = asked.current.key === '' || !shown.current.sample
        const score = dueScore || fresh
        asked.current = {
          w: at.w,
          key,
          looked: now,
          counted: score ? now : counted,
          scored: score ? at.w : asked.current.scored,
        }
        queries.request(
          {
            w: at.w,
            grid: { axes: [0, Math.min(1, spec.layers[0] - 1)], range: range.current, ...sizeOf(spec) },
            sample: fresh ? drawn : undefined,
            score: score ? scored : undefined,
          },
          { at, run: selected, objective: experiment.objective },
        )
      }
    }
    const want = at && at.step < shownStepOf(selected) ? at.step : undefined
    if (want !== late) setLate(want)
    plot.current?.draw(batchSeen.now === ringed.current ? undefined : 'over')
    ringed.current = batchSeen.now
  })

  const onView = (now: View): void => {
    const next: GridPicture['range'] = [now.x[0], now.x[1], now.y[0], now.y[1]]
    if (next.join() === range.current.join()) return
    range.current = next
    requestDraw()
  }
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
