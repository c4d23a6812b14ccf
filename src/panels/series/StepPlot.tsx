// A plot against steps: the shared cursor, click to scrub, and an axis that follows the rows without jumping during
// playback.

import { useMemo, useRef, type ReactNode } from 'react'
import { useWords } from '../../i18n/index.ts'
import {
  logDomain,
  logKind,
  logShows,
  Plot,
  type AxisDomain,
  type Layer,
  type LogKind,
  type PlotHandle,
  type ReadoutLine,
  type TableSource,
} from '../../plot/index.ts'
import { along, pacer, stepAt, type Axis } from '../../state/axis.ts'
import { cursor, lastStep, seek } from '../../state/playback.ts'
import { finished, race } from '../../state/traces.ts'
import { picture } from '../pictures.ts'
import { plotWords } from '../plotWords.ts'
import { useFrame } from '../useFrame.ts'
import { Extents, linearDomain, shows, type ColumnsOf, type Extent } from './extents.ts'

/** A place in a plot: x in data units, and how many pixels above or below it a value is. */
export interface Pointed {
  readonly x: number
  away(value: number): number
}

interface Props {
  readonly name: string
  /** Its name for exports. */
  readonly entry?: string
  readonly caption?: ReactNode
  readonly note?: string
  readonly actions?: ReactNode
  readonly layers: readonly Layer[]
  /** The columns that the y axis must show. Memoize it. */
  readonly columns: ColumnsOf
  /** Replaces `columns` if the drawn values are in none. */
  readonly range?: () => Extent
  readonly hidden: readonly number[]
  readonly yName: string
  readonly log?: boolean
  /** Called in each frame with the kind of the logarithmic axis. */
  readonly onKind?: (kind: LogKind) => void
  /** Symmetric around 0. */
  readonly symmetric?: boolean
  readonly readout?: (step: number) => readonly ReadoutLine[]
  readonly summary: () => string
  readonly table: TableSource
  readonly height?: string
  readonly concealed?: boolean
  /**
   * Receives a click, and the radius it may have meant. Returns true if it handled the click, and time stays where it
   * is.
   */
  readonly onClick?: (place: number, about: number) => boolean
  /** Receives the pointer's place, or nothing when it has left. */
  readonly onPoint?: (at?: Pointed) => void
  /** The horizontal axis. Default: steps. Layers and readout receive places on it. */
  readonly axis?: Axis
  /** Where room is scarce: no numbers of steps, or no name below them. */
  readonly steps?: 'hidden' | 'unnamed'
}

/** Pixels within which a click hits a spike. */
const reach = 6

export function StepPlot(props: Props) {
  const words = useWords()
  const plot = useRef<PlotHandle>(null)
  const { entry } = props
  const entered = useMemo(
    () => (entry ? picture(entry, (handle) => void (plot.current = handle)) : plot),
    [entry],
  )
  const extents = useMemo(() => new Extents(props.columns), [props.columns])
  const { axis = 'step' } = props
  /** The y domain, and what it was computed from. */
  const shown = useRef<{ domain: AxisDomain; of: readonly unknown[] }>({ domain: [0, 1], of: [] })
  /** The right end. For measured seconds, as far as the runs have come. */
  const end = (): number => {
    if (axis !== 'seconds') return along(axis, pacer(axis), lastStep())
    return Math.max(0, ...race.traces.map((_, run) => along(axis, run, Infinity)))
  }

  useFrame(() => {
    if (!plot.current) return
    // The range of what a prediction hides would reveal it.
    if (props.concealed) return plot.current.draw()
    const extent = props.range?.() ?? extents.all(props.hidden)
    const { log = false, symmetric, hidden } = props
    const of = [race.version, log, hidden, extents]
    // While rows arrive the axis stays until a value leaves it, then grows with spare room, because each new axis
    // redraws every line.
    const streams = !finished() && of.every((one, i) => one === shown.current.of[i])
    const covers = log ? logShows : shows
    if (log) props.onKind?.(logKind(extent))
    if (!streams || !covers(shown.current.domain, extent)) {
      const times = streams ? 3 : 1
      let domain = log ? logDomain(extent, times) : linearDomain(extent, times)
      if (symmetric) {
        const most = Math.max(Math.abs(extent.low), Math.abs(extent.high)) * (1 + 0.06 * times)
        domain = Number.isFinite(most) && most > 0 ? [-most, most] : [-1, 1]
      }
      shown.current = { domain, of }
    }
    if (extent.low <= extent.high) plot.current.setDomain([0, end() || 1], shown.current.domain, finished())
    plot.current.draw()
  })

  return (
    <Plot
      ref={entered}
      name={props.name}
      caption={props.caption}
      note={props.note}
      actions={props.actions}
      words={plotWords(words)}
      key={axis}
      x={{
        name: props.steps === 'unnamed' ? '' : words.plots.axes[axis],
        hidden: props.steps === 'hidden',
        symbol: false,
        integer: axis === 'step' || axis === 'examples',
        domain: [0, end() || 1],
      }}
      y={{ name: props.yName, scale: props.log ? 'log' : 'linear', hidden: props.concealed }}
      layers={props.layers}
      height={props.height}
      cursor={() => (axis === 'step' ? cursor.step : along(axis, pacer(axis), cursor.step))}
      onSeek={(clicked) => {
        const scales = plot.current?.scales()
        const about = scales ? Math.abs(scales.invertX(reach) - scales.invertX(0)) : 0
        if (props.onClick?.(clicked, about)) return
        seek(axis === 'step' ? clicked : stepAt(axis, pacer(axis), clicked))
      }}
      onHover={
        props.onPoint &&
        ((x, y) => {
          const scales = plot.current?.scales()
          if (x === null || y === null || !scales) return props.onPoint!()
          props.onPoint!({ x, away: (value) => Math.abs(scales.y(value) - scales.y(y)) })
        })
      }
      readout={props.readout && ((x) => props.readout!(axis === 'step' ? Math.max(0, Math.round(x)) : x))}
      summary={props.summary}
      table={props.table}
      concealed={props.concealed}
    />
  )
}
