// The model of the decision boundary: queries the network at the cursor's weights, at most one at a time, and keeps what
// came back.

import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import type { Layer, PlotHandle, View } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { NetworkQueries, type QueryResult, type QueriedExamples } from '../../state/networkQuery.ts'
import { shownStep as shownStepOf, weightsNow, type WeightsOfStep } from '../../state/networkWeights.ts'
import { useLooks } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { batchSeen, scoreSeen } from './batchSeen.ts'
import { fitTo, sizeOf } from './boundaryFrame.ts'
import { boundaryLayers, type BoundaryImage } from './boundaryLayers.ts'
import type { GridPicture } from './boundaryPicture.ts'
import type { Picture } from './boundaryWords.ts'

/** Number of examples drawn. More would hide the boundary. */
const drawn = 1000
const scored = 10_000
/** Milliseconds between queries while rows stream in, and between counts of correct classifications. */
const queryEvery = 60
const scoreEvery = 400

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

export interface Boundary {
  /** What is drawn and told of it. */
  readonly shown: RefObject<Picture>
  readonly layers: readonly Layer[]
  readonly sampled: QueriedExamples | undefined
  /** The step whose weights are shown while those of the cursor are not there yet. */
  readonly late: number | undefined
  onView(view: View): void
}

export function useBoundary(plot: RefObject<PlotHandle | null>, concealed = false): Boundary {
  const { experiment, view } = useExperiment()
  const { selected } = view
  const spec = experiment.objective as NetworkSpec
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
    [plot],
  )
  useEffect(() => {
    asked.current = unasked
    requestDraw()
    return () => void (scoreSeen.now = undefined)
  }, [experiment.objective, experiment.seed])

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
  const look = useLooks()[selected]
  const layers = useMemo(() => boundaryLayers(spec, sampled, image.current, look), [spec, sampled, look])
  return { shown, layers, sampled, late, onView }
}
