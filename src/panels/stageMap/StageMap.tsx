// The surface fills the screen: cut paper from edge to edge with the runs, the start and the minimum. Words and cards
// lie over the walls, so the view is framed by the remaining space.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fill, useWords } from '../../i18n/index.ts'
import { fills, fitBox, roomier } from '../map/fit.ts'
import { drawMinima } from '../map/minima.ts'
import type { MapPanelProps } from '../map/MapPanel.tsx'
import { StartHandle } from '../map/StartHandle.tsx'
import { useMapContent } from '../map/useMapContent.ts'
import { picture } from '../pictures.ts'
import { plotWords } from '../plotWords.ts'
import { placesOf } from '../runs.ts'
import { MapCover } from '../relief/MapCover.tsx'
import { useRelief } from '../relief/pose.ts'
import { useFrame, useTraces } from '../useFrame.ts'
import { disc, Plot, ring, type Layer, type Overlay, type PlotHandle, type View } from '../../plot/index.ts'
import { settle, useExperiment } from '../../state/experiment.ts'
import { cursor } from '../../state/playback.ts'
import { finished, race } from '../../state/traces.ts'
import { ghostLayer, useGhosts } from './ghosts.ts'
import { avoidWords, framed, type Room } from './stageFrame.ts'
import { stagePath } from './stagePath.ts'
import { edgesOf, flies, labelOf, runsBox, withMargin } from './stageRuns.ts'
import { usePaperSurface } from './usePaperSurface.ts'
import styles from './StageMap.module.css'

export interface StageMapProps extends MapPanelProps {
  /** Nothing can be dragged, because a question is open. */
  readonly locked: boolean
  readonly room: Room
  /** Only where the runs are. */
  readonly zoomed: boolean
  /** What an unchanged document shows: w from, to, b from, to. Default: what its runs need. */
  readonly box?: readonly number[] | undefined
}

const nowhere: readonly number[] = [0, 0, 0, 0]

export function StageMap(props: StageMapProps) {
  const { locked, room, zoomed, box: own, withoutRuns = false, marks, children } = props
  const words = useWords()
  const content = useMapContent(withoutRuns)
  const { names, looks, hidden, selected, swapped, start, axes, x, y, place, moveStart } = content
  const plot = useRef<PlotHandle>(null)
  const size = useRef({ width: 0, height: 0 })
  const refit = useRef(true)
  const described = useRef(false)
  const surface = usePaperSurface(swapped, start, () => (refit.current = described.current = true))
  const ghosts = useGhosts(swapped)
  /** A relief has no wall for words, so they are on slips of paper. */
  const tilted = useRelief(({ tilt }) => tilt > 0)

  /** Which runs fly out, as of this frame. */
  const flying = useRef<boolean[]>([])
  const [flown, setFlown] = useState('')
  /** The edges that a run flies over: words there lie on slips of paper. */
  const [crossed, setCrossed] = useState('')

  const layers = useMemo((): Layer[] => {
    const paths = names.flatMap((name, run) => {
      if (hidden.includes(run)) return []
      return [
        stagePath({
          key: `path ${run}`,
          points: placesOf(run, swapped),
          look: looks[run],
          main: run === selected || names.length === 1,
          flies: () => flying.current[run] ?? false,
          label: () => labelOf(run, name, words.playground),
          room,
        }),
      ]
    })
    // A fan is drawn at the bottom, the scene's main run at the top.
    const height = ({ key }: Layer): number =>
      flown.split(',').includes(key) ? 0 : key === `path ${selected}` ? 2 : 1
    return [
      surface.layer,
      ...(withoutRuns ? [] : [ghostLayer(ghosts)]),
      ...paths.toSorted((a, b) => height(a) - height(b)),
    ]
  }, [hidden, withoutRuns, selected, swapped, names, looks, surface.layer, ghosts, words, flown, room])

  useTraces(() => (refit.current = true))
  useEffect(() => void (refit.current = true), [hidden, swapped, room, zoomed])
  useEffect(
    () =>
      useExperiment.subscribe((now, before) => {
        if (now.experiment !== before.experiment || now.editing !== before.editing) refit.current = true
      }),
    [],
  )
  /** What is framed, by how many rows, and whether they are all. */
  const shown = useRef({ box: nowhere, rows: 0, final: false })
  /** Frames what matters anew, or more of it when a growing path has left. A new frame redraws every path. */
  const frame = (): void => {
    const { width, height } = size.current
    const { experiment, preset, editing } = useExperiment.getState()
    if (!plot.current || width === 0 || editing !== undefined) return
    let rows = 0
    for (const trace of race.traces) rows += trace?.length ?? 0
    const final = finished()
    const anew = refit.current || final !== shown.current.final
    if (!anew && rows <= shown.current.rows * 1.3) return
    refit.current = false
    const seenRuns = marks ? [] : hidden
    const box =
      (zoomed ? runsBox(hidden) : undefined) ??
      (experiment === preset.experiment ? own : undefined) ??
      withMargin(fitBox(start, race.traces, seenRuns, surface.landscape()))
    const stays = !anew && fills(box, shown.current.box)
    shown.current = { box: stays ? shown.current.box : anew ? box : roomier(box), rows, final }
    if (stays) return
    const [w0, w1, b0, b1] = shown.current.box
    const seen = swapped ? [b0, b1, w0, w1] : [w0, w1, b0, b1]
    plot.current.setDomain(...framed(seen, room, width, height))
  }
  useFrame(() => {
    for (let run = 0; run < names.length; run++) flying.current[run] = flies(run)
    flying.current.length = names.length
    const out = flying.current.flatMap((is, run) => (is ? [`path ${run}`] : [])).join()
    if (out !== flown) setFlown(out)
    const scales = plot.current?.scales()
    if (scales) {
      const over = edgesOf(flying.current, hidden, swapped, scales.yDomain).join(' ')
      if (over !== crossed) setCrossed(over)
    }
    frame()
    plot.current?.draw(described.current ? 'over' : undefined)
    described.current = false
  })

  const onView = useCallback(
    (now: View): void => {
      if (now.width !== size.current.width || now.height !== size.current.height) {
        size.current = { width: now.width, height: now.height }
        refit.current = true
      }
      surface.see(now)
    },
    [surface],
  )
  const entered = useMemo(() => picture('map', (handle) => void (plot.current = handle)), [])
  return (
    <div
      className={styles.map}
      data-ground={surface.wall}
      data-wall={
        tilted
          ? ''
          : surface.wall
              .split(' ')
              .filter((edge) => !crossed.includes(edge))
              .join(' ')
      }
    >
      <Plot
        ref={entered}
        name={words.plots.names.surface}
        words={plotWords(words)}
        x={{ name: axes[swapped ? 1 : 0], hidden: true }}
        y={{ name: axes[swapped ? 0 : 1], hidden: true }}
        layers={layers}
        overlay={(over) => {
          const { scales } = over
          drawMinima(over, surface.landscape()?.minima ?? [], swapped)
          over.avoid(scales.x(x), scales.y(y), 12 * scales.size)
          // When locked it is a mark rather than a control.
          if (locked) drawStart(over, scales.x(x), scales.y(y))
          // Words and cards cover the picture, so keep run names away from them.
          avoidWords(over.avoid, room, scales.width, scales.height)
          marks?.(over, (w, b) => [scales.x(swapped ? b : w), scales.y(swapped ? w : b)])
        }}
        cover={
          !locked &&
          !withoutRuns && (
            <MapCover
              {...{ plot, swapped, hidden, selected, names, start, axes, withoutRuns }}
              onStart={moveStart}
              onRest={settle}
              least={() => surface.landscape()?.least}
              bare
            />
          )
        }
        equal
        height="100%"
        onView={onView}
        summary={() => fill(words.playground.summaryStart, { place, step: cursor.step })}
      >
        {!locked && <StartHandle {...content} />}
        {children}
      </Plot>
      {!tilted && <Axes across={axes[swapped ? 1 : 0]} up={axes[swapped ? 0 : 1]} />}
    </div>
  )
}

function drawStart({ pen, scales }: Overlay, x: number, y: number): void {
  const { ink, paper } = scales.palette
  const radius = 9 * scales.size
  disc(pen, x, y, radius, paper, paper, scales.size)
  ring(pen, x, y, radius, { color: ink, width: 2 * scales.size, paper })
  disc(pen, x, y, 2.6 * scales.size, ink, paper, 0)
}

/** Two arrows in place of a frame: the directions of w and b. */
function Axes({ across, up }: { readonly across: string; readonly up: string }) {
  return (
    <svg className={styles.axes} viewBox="0 0 120 120" aria-hidden="true">
      <path d="M24 96V28M24 96H92M17 38L24 26L31 38M82 89L94 96L82 103" />
      <text x="24" y="16">
        {up}
      </text>
      <text x="110" y="98">
        {across}
      </text>
    </svg>
  )
}
