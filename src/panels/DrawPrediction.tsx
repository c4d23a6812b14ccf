// A drawn prediction: the figure shows what is known, the truth is absent before `revealed`, and the drawing (by
// pointer or arrow keys) stays over it, dashed. Independent of what is predicted.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import {
  Handle,
  Plot,
  seriesLayer,
  type Domain,
  type Layer,
  type Overlay,
  type PlotHandle,
  type TableSource,
} from '../plot/index.ts'
import plotStyles from '../plot/Plot.module.css'
import styles from './DrawPrediction.module.css'

export interface Drawing {
  /** One value per place from `first`. NaN where nothing is drawn yet. */
  readonly values: Float64Array
  readonly revision: number
}

export interface DrawPredictionProps {
  readonly name: string
  readonly caption: ReactNode
  readonly words: { readonly showTable: string; readonly hideTable: string }
  readonly x: { readonly name: string; readonly first: number; readonly last: number }
  readonly y: { readonly name: string; readonly domain: Domain }
  /** The name of the pen, and the words for its position. */
  readonly pen: string
  readonly penValue: (x: number, value: number) => string
  /** The pen's position before anything is drawn. */
  readonly penStart: number
  readonly known: readonly Layer[]
  readonly truth: readonly Layer[]
  readonly revealed: boolean
  readonly drawing: Drawing
  readonly onDraw: (drawing: Drawing) => void
  readonly overlay?: (over: Overlay) => void
  readonly summary: () => string
  readonly table: TableSource
  readonly height?: string
  readonly handle?: (plot: PlotHandle | null) => void
}

export const emptyDrawing = (places: number): Drawing => ({
  values: new Float64Array(places).fill(NaN),
  revision: 0,
})
let restored = 0
/** Restores a stored drawing (JSON writes NaN as null). Each restore is a new revision. */
export function drawingOf(
  answer: unknown,
  places: number,
  shown = (value: number): number => value,
): Drawing {
  if (!Array.isArray(answer)) return emptyDrawing(places)
  const kept = answer as readonly (number | null)[]
  const values = Float64Array.from({ length: places }, (_, i) => shown(kept[i] ?? NaN))
  return { values, revision: ++restored }
}
export const drawnPlaces = ({ values }: Drawing): number =>
  values.reduce((n, value) => n + (value === value ? 1 : 0), 0)

/** Returns the drawing with a straight stroke from one place to another (counted from 0). */
function withStroke(drawing: Drawing, from: number, before: number, to: number, value: number): Drawing {
  const values = drawing.values.slice()
  const places = to - from
  for (let k = places === 0 ? 1 : 0; k <= Math.abs(places); k++) {
    const share = places === 0 ? 1 : k / Math.abs(places)
    const at = from + Math.sign(places) * k
    if (at >= 0 && at < values.length) values[at] = before + (value - before) * share
  }
  if (to >= 0 && to < values.length) values[to] = value
  return { values, revision: drawing.revision + 1 }
}

export function DrawPrediction(props: DrawPredictionProps) {
  const { x, y, drawing, revealed, known, truth } = props
  const { first, last } = x
  const plot = useRef<PlotHandle | null>(null)
  const latest = useRef(drawing)
  useLayoutEffect(() => void (latest.current = drawing), [drawing])
  const [penAt, setPenAt] = useState(first)
  const pressed = useRef(false)
  const stroke = useRef<readonly [place: number, value: number] | null>(null)
  const hovered = useRef<readonly [number, number] | null>(null)
  const penValue = drawing.values[penAt - first]
  const penY = penValue === penValue ? penValue : props.penStart

  const draw = (atX: number, value: number, joined: readonly [number, number] | null): void => {
    if (revealed) return
    const t = Math.max(first, Math.min(last, Math.round(atX)))
    const [from, before] = joined ?? [t, value]
    stroke.current = [t, value]
    setPenAt(t)
    props.onDraw(withStroke(drawing, from - first, before, t - first, value))
  }

  const layers = useMemo(
    () => [
      ...known,
      ...(revealed ? truth : []),
      seriesLayer({
        key: 'drawing',
        points: {
          length: () => latest.current.values.length,
          revision: () => latest.current.revision,
          x: (i) => first + i,
          y: (i) => latest.current.values[i],
        },
        color: (palette) => palette.ink,
        weight: 'thick',
        dash: [6, 5],
      }),
    ],
    [known, truth, revealed, first],
  )
  useEffect(() => {
    plot.current?.setDomain([first - 0.5, last + 2], y.domain)
  }, [first, last, y.domain])
  useEffect(() => plot.current?.draw('over'))

  return (
    <div
      className={styles.paper}
      data-open={!revealed || undefined}
      onPointerDown={(event) => {
        if (
          event.button !== 0 ||
          (event.target as Element).closest(`button, .${plotStyles.table}, .${plotStyles.handle}`)
        )
          return
        pressed.current = true
        stroke.current = null
        if (event.pointerType === 'mouse' && hovered.current) draw(...hovered.current, null)
      }}
      onPointerUp={() => (pressed.current = false)}
      onPointerCancel={() => (pressed.current = false)}
    >
      <Plot
        ref={(node) => {
          plot.current = node
          props.handle?.(node)
        }}
        name={props.name}
        caption={props.caption}
        words={props.words}
        x={{ name: x.name, symbol: false, integer: true, domain: [first - 0.5, last + 2] }}
        y={{ name: y.name, domain: y.domain }}
        layers={layers}
        overlay={props.overlay}
        height={props.height ?? '22rem'}
        onHover={(atX, value) => {
          hovered.current = atX === null || value === null ? null : [atX, value]
          if (pressed.current && atX !== null && value !== null) draw(atX, value, stroke.current)
        }}
        summary={props.summary}
        table={props.table}
      >
        {!revealed && (
          <Handle
            name={props.pen}
            look="start"
            color="var(--ink)"
            x={penAt}
            y={penY}
            step={1}
            valueText={props.penValue(penAt, penY)}
            onMove={(atX, value) => draw(atX, value, [penAt, penY])}
          />
        )}
      </Plot>
    </div>
  )
}
