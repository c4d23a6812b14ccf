// The relief over the map: drawn in the map's frame while it is tilted, with the handle at the map's edge that tilts
// it.

import styles from './Relief.module.css'
import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { pictureWords } from '../../i18n/areas/picture.ts'
import { fill, useWords } from '../../i18n/index.ts'
import type { PlotHandle } from '../../plot/index.ts'
import { Arrivals, DragCue, WheelHint } from '../map/MapCues.tsx'
import { FirstRace } from '../map/FirstRace.tsx'
import { ReadHint } from '../map/ReadHint.tsx'
import { reliefDrawing } from '../map/mapParts.ts'
import { useFrame } from '../useFrame.ts'
import { most } from './camera.ts'
import { hold, pace, useRelief } from './pose.ts'
import { inFiles, ReliefPicture, type ReliefOptions } from './reliefPicture.ts'
import plotStyles from '../../plot/Plot.module.css'

export interface MapCoverProps extends ReliefOptions {
  readonly plot: RefObject<PlotHandle | null>
  /** Moves the start, in the picture's own axes. Absent: it cannot be moved. */
  readonly onStart?: ((x: number, y: number) => void) | undefined
  readonly onRest: () => void
  /** The least possible J, once it is known. */
  readonly least: () => number | undefined
  /** The indices of hidden runs. */
  readonly hidden: readonly number[]
  /** The runs race once on the first visit. */
  readonly welcome?: boolean
  /** On the stage: no handle at the edge, and the margin of a plot without axes. */
  readonly bare?: boolean
}

/** Degrees per arrow key. */
const arrow = 5

export function MapCover(props: MapCoverProps) {
  const tilted = useRelief(({ tilt }) => tilt > 0)
  const { swapped, start } = props
  const [w, b] = start
  return (
    <>
      {tilted ? <Relief {...props} /> : <Arrivals {...props} />}
      {!props.bare && (
        <>
          <Dial />
          <WheelHint />
          <ReadHint />
          {props.welcome && <FirstRace {...props} />}
          {props.onStart && <DragCue plot={props.plot} at={swapped ? [b, w] : [w, b]} />}
        </>
      )}
    </>
  )
}

function Relief(props: MapCoverProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [picture] = useState(() => new ReliefPicture())
  const latest = useRef(props)
  useLayoutEffect(() => void (latest.current = props))
  const drag = useRef<{ id: number; x: number; y: number; start: boolean }>(undefined)

  useFrame(() => {
    const element = canvas.current
    const scales = latest.current.plot.current?.scales()
    if (!element || !scales) return
    const ratio = scales.pixelRatio
    const [width, height] = [Math.round(scales.width * ratio), Math.round(scales.height * ratio)]
    if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
    const pen = element.getContext('2d')!
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    const isStartFocused =
      element.closest('figure')?.querySelector(`.${plotStyles.handle}:focus-visible`) !== null
    picture.draw(pen, scales, latest.current, isStartFocused)
    element.style.inlineSize = `${scales.width}px`
    element.style.blockSize = `${scales.height}px`
    // Near 0° the relief and the map look the same, so fade one into the other.
    element.style.opacity = String(Math.min(1, useRelief.getState().tilt / 6))
  })

  useEffect(() => {
    // An export has another size and its own ground, shared by the frames of an animation.
    const exported = new ReliefPicture(inFiles)
    reliefDrawing.current = (pen, scales) => exported.draw(pen, scales, latest.current, false)
    return () => void (reliefDrawing.current = undefined)
  }, [])

  const at = ({ clientX, clientY, currentTarget }: PointerEvent): readonly [number, number] => {
    const box = currentTarget.getBoundingClientRect()
    return [clientX - box.left, clientY - box.top]
  }
  return (
    <canvas
      ref={canvas}
      className={styles.relief}
      data-cover
      data-bare={props.bare || undefined}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.stopPropagation()
        if (drag.current) return
        const [x, y] = at(event)
        const id = event.pointerId
        event.currentTarget.setPointerCapture(id)
        drag.current = { id, x, y, start: latest.current.onStart !== undefined && picture.isStart(x, y) }
      }}
      onPointerMove={(event) => {
        event.stopPropagation()
        const from = drag.current
        if (from?.id !== event.pointerId) return
        const [x, y] = at(event)
        if (from.start) {
          const scales = latest.current.plot.current?.scales()
          const place = picture.placeAt(x, y)
          if (scales && place) latest.current.onStart?.(scales.invertX(place[0]), scales.invertY(place[1]))
        } else {
          const { tilt, turn } = useRelief.getState()
          hold({ tilt: Math.max(1, tilt + (from.y - y) * pace), turn: turn + (x - from.x) * pace }, false)
        }
        Object.assign(from, { x, y })
      }}
      onPointerUp={(event) => {
        event.stopPropagation()
        const from = drag.current
        if (from?.id !== event.pointerId) return
        drag.current = undefined
        if (from.start) latest.current.onRest()
        else hold(useRelief.getState(), true)
      }}
      onPointerCancel={() => (drag.current = undefined)}
    />
  )
}

/** An arc with a knob at the map's edge: up and down tilt, left and right rotate. */
function Dial() {
  const words = useWords(pictureWords)
  const { tilt, turn } = useRelief()
  const y = useRef<readonly [number, number] | undefined>(undefined)
  const share = tilt / most
  const text = fill(words.picture.tiltValue, { tilt: Math.round(tilt), turn: Math.round(turn) })
  return (
    <div
      className={styles.dial}
      data-cover
      role="slider"
      tabIndex={0}
      aria-label={words.picture.tiltDial}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.round(tilt)}
      aria-valuetext={text}
      title={words.picture.tiltHelp}
      onKeyDown={(event) => {
        const [up, right] =
          { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? []
        const to = event.key === 'Home' ? 0 : event.key === 'End' ? most : undefined
        if (up === undefined && to === undefined) return
        event.preventDefault()
        event.stopPropagation()
        hold({ tilt: to ?? tilt + arrow * up!, turn: turn + arrow * (right ?? 0) }, true)
      }}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        y.current = [event.clientX, event.clientY]
      }}
      onPointerMove={(event) => {
        event.stopPropagation()
        if (!y.current) return
        const now = useRelief.getState()
        hold(
          {
            tilt: now.tilt + ((y.current[1] - event.clientY) * most) / 78,
            turn: now.turn + (event.clientX - y.current[0]) * pace,
          },
          false,
        )
        y.current = [event.clientX, event.clientY]
      }}
      onPointerUp={(event) => {
        event.stopPropagation()
        if (y.current) hold(useRelief.getState(), true)
        y.current = undefined
      }}
    >
      <span className={styles.track} aria-hidden="true">
        <span className={styles.knob} style={{ insetBlockEnd: `${100 * share}%` }} />
      </span>
    </div>
  )
}
