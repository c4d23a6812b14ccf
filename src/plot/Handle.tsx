// A draggable point of the picture. Escape cancels the drag, arrow keys move the point (Shift: ten steps). To assistive
// technology it is a slider with a value in words, the only role whose arrow keys every screen reader passes on.

import { useContext, useLayoutEffect, useRef } from 'react'
import type { PointerEvent, KeyboardEvent, ReactNode } from 'react'
import type { AxisDomain, Scales } from './layer.ts'
import { StageContext } from './stageContext.ts'
import styles from './Plot.module.css'

export interface HandleProps {
  /** `Start` */
  readonly name: string
  readonly x: number
  readonly y: number
  /** Called while it moves, in data units. */
  readonly onMove: (x: number, y: number) => void
  /** Called when a pointer grabs or releases it, moved or not. */
  readonly onHold?: (held: boolean) => void
  /** Called when it comes to rest (pointer up, key up), the time for costly work. */
  readonly onRest?: (x: number, y: number) => void
  /** Arrow keys in the caller's own steps, such as cells of a map: how many across and up. */
  readonly onArrow?: (across: number, up: number) => void
  /** Data units per arrow key. Default: a round number near a hundredth of the view. */
  readonly step?: number
  /** The step along x, if it differs, such as whole epochs. */
  readonly stepX?: number
  /** `w −9, b 1.5` */
  readonly valueText: string
  /** Restricts movement to one axis. */
  readonly axis?: 'x' | 'y'
  /** `start` is a ring with a point, `dot` is filled, `guess` is a dashed, transparent ring. */
  readonly look?: 'start' | 'dot' | 'guess'
  /** It shows where it is and cannot be moved. */
  readonly still?: boolean
  /** A CSS color. Default: ink. */
  readonly color?: string
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
}

/** Returns 1, 2 or 5 times a power of ten, near a hundredth of the view. */
function roundStep([low, high]: AxisDomain): number {
  const wish = (high - low) / 100
  const power = 10 ** Math.floor(Math.log10(wish))
  return power * (wish / power < 1.5 ? 1 : wish / power < 3.5 ? 2 : wish / power < 7.5 ? 5 : 10)
}

/** Rounds to the decimals of the step, so 0.1 + 0.2 gives 0.3. */
const tidy = (value: number, step: number): number =>
  +value.toFixed(Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(step)))))

export function Handle(props: HandleProps): ReactNode {
  const { name, x, y, valueText, look = 'start', axis, color = 'var(--ink, currentColor)' } = props
  const slot = useContext(StageContext)
  const group = useRef<SVGGElement>(null)
  const latest = useRef(props)
  const grip = useRef<readonly [dx: number, dy: number] | null>(null)
  const moved = useRef(false)
  /** Where the drag began. Escape returns there. */
  const from = useRef<readonly [x: number, y: number]>([x, y])

  useLayoutEffect(() => {
    latest.current = props
    const place = (scales: Scales): void => {
      const px = scales.x(latest.current.x)
      const py = scales.y(latest.current.y)
      const node = group.current
      if (!node) return
      const shown = px >= -1 && px <= scales.width + 1 && py >= -1 && py <= scales.height + 1
      node.toggleAttribute('data-outside', !shown)
      const [low, high] = axis === 'y' ? scales.yDomain : scales.xDomain
      node.setAttribute('aria-valuemin', String(Math.min(low, axis === 'y' ? y : x)))
      node.setAttribute('aria-valuemax', String(Math.max(high, axis === 'y' ? y : x)))
      // SVG does not accept coordinates like 1e300.
      const held = (pixel: number): number => (pixel > -1e4 && pixel < 1e4 ? pixel : -1e4)
      node.setAttribute('transform', `translate(${held(px)} ${held(py)}) scale(${scales.size})`)
    }
    const scales = slot.stage?.scales()
    if (scales) place(scales)
    slot.listeners.add(place)
    return () => {
      slot.listeners.delete(place)
    }
  })

  const move = (toX: number, toY: number): void => {
    if (latest.current.still || !Number.isFinite(toX) || !Number.isFinite(toY)) return
    moved.current = true
    const now = latest.current
    now.onMove(axis === 'y' ? now.x : toX, axis === 'x' ? now.y : toY)
  }
  const rest = (toX = latest.current.x, toY = latest.current.y): void => {
    if (moved.current) latest.current.onRest?.(toX, toY)
    moved.current = false
  }

  const down = (event: PointerEvent<SVGGElement>): void => {
    const scales = slot.stage?.scales()
    if (!scales || event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    // Keep the grabbed spot under the pointer.
    const [px, py] = slot.stage!.locate(event.clientX, event.clientY)
    grip.current = [scales.x(x) - px, scales.y(y) - py]
    from.current = [x, y]
    latest.current.onHold?.(true)
  }
  const drag = (event: PointerEvent<SVGGElement>): void => {
    const scales = slot.stage?.scales()
    if (!grip.current || !scales) return
    event.stopPropagation()
    const [px, py] = slot.stage!.locate(event.clientX, event.clientY)
    const within = (pixel: number, end: number): number => Math.min(Math.max(pixel, 0), end)
    const atX = scales.invertX(within(px + grip.current[0], scales.width))
    const atY = scales.invertY(within(py + grip.current[1], scales.height))
    // A pixel resolves only three or four digits.
    move(
      tidy(atX, Math.abs(scales.invertX(1) - scales.invertX(0))),
      tidy(atY, Math.abs(scales.invertY(1) - scales.invertY(0))),
    )
  }
  const release = (event: PointerEvent<SVGGElement>): void => {
    if (!grip.current) return
    event.stopPropagation()
    grip.current = null
    rest()
    latest.current.onHold?.(false)
  }
  const key = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.key === 'Escape' && grip.current) {
      event.preventDefault()
      grip.current = null
      if (moved.current) move(...from.current)
      rest(...from.current)
      return latest.current.onHold?.(false)
    }
    const arrow = ARROWS[event.key]
    const scales = slot.stage?.scales()
    if (!arrow || !scales || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const times = event.shiftKey ? 10 : 1
    if (props.onArrow) {
      moved.current = true
      props.onArrow(arrow[0] * times, arrow[1] * times)
      return
    }
    const stepX = props.stepX ?? props.step ?? roundStep(scales.xDomain)
    const stepY = props.step ?? roundStep(scales.yDomain)
    move(tidy(x + arrow[0] * times * stepX, stepX), tidy(y + arrow[1] * times * stepY, stepY))
  }

  return (
    <g
      ref={group}
      className={styles.handle}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG cannot contain an input
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={Math.min(0, axis === 'y' ? y : x)}
      aria-valuemax={Math.max(0, axis === 'y' ? y : x)}
      aria-valuenow={axis === 'y' ? y : x}
      aria-valuetext={valueText}
      aria-disabled={props.still}
      data-axis={axis}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={key}
      onKeyUp={(event) => event.key in ARROWS && rest()}
    >
      <circle className={styles.handleReach} r={22} />
      <circle className={styles.handleFocus} r={13} />
      {look === 'start' ? (
        <>
          <circle r={8} fill="var(--paper, #fff)" stroke={color} strokeWidth={2} />
          <circle r={2.6} fill={color} />
        </>
      ) : look === 'guess' ? (
        <circle r={10} fill="none" stroke={color} strokeWidth={2.6} strokeDasharray="5 3.5" />
      ) : (
        <circle r={6.5} fill={color} stroke="var(--paper, #fff)" strokeWidth={2} />
      )}
    </g>
  )
}
