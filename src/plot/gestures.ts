// Pointer, wheel and keyboard input. A finger moving over a page scrolls the page, so one finger moves the picture only
// after zooming, and two fingers zoom. The wheel zooms when the drawing has the focus, or with Ctrl.

import { panned, zoomed } from './scales.ts'
import type { Stage } from './stage.ts'
import type { PlotProps } from './plotProps.ts'
import styles from './Plot.module.css'

/** Pixels a pointer may move during a click. */
const TREMBLE = 4
/** Pixels after which a two-finger gesture is decided. */
const DECIDED = 10
/** Limits of the zoom factor relative to the whole. */
const MOST = 1e4
const LEAST = 0.05
/** Maximum zoom per wheel notch. */
const NOTCH = 1.25
const TWICE = 2
/** Pixels that an arrow key moves the picture. */
const NEAR = 40
const FAR = 200
/** → shows what lies to the right, so the picture moves left. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [-1, 0],
  ArrowLeft: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export function attachGestures(area: HTMLElement, stage: Stage, props: () => PlotProps): () => void {
  const pointers = new Map<number, readonly [px: number, py: number]>()
  let pressed: readonly [px: number, py: number] | null = null
  let dragging = false
  /** The number of presses here, and the press that picked something. */
  let presses = 0
  let pickedAt = -1
  /** Two fingers when they touched down: their distance and the height of their midpoint, and what the gesture does. */
  let two: { apart: number; y: number; does?: 'zoom' | 'lift' } | undefined
  /** The plot handles this finger, not the page. */
  let taken = false

  function touchAction(): void {
    const { zoom, onSeek } = props()
    area.style.touchAction = zoom && stage.zoomed ? 'none' : zoom || onSeek ? 'pan-y' : 'auto'
  }

  function zoomBy(factor: number, px: number, py: number): void {
    const scales = stage.scales()
    const home = stage.homeScales()
    if (!scales || !home) return
    const now = Math.abs((home.invertX(1) - home.invertX(0)) / (scales.invertX(1) - scales.invertX(0)))
    const held = Math.min(Math.max(factor, LEAST / now), MOST / now)
    if (!(held > 0) || held === 1) return
    stage.choose(zoomed(scales, held, px, py))
    touchAction()
  }

  const seek = (px: number): void => {
    const scales = stage.scales()
    if (scales) props().onSeek?.(scales.invertX(Math.min(Math.max(px, 0), scales.width)))
  }

  /** Handles and the table have their own input. (React's stopPropagation is too late for these listeners.) */
  const isElsewhere = (event: Event): boolean =>
    (event.target as Element).closest(`.${styles.handle}, .${styles.table}`) !== null

  /** So does anything that covers the picture. */
  const isCovered = (event: Event): boolean => (event.target as Element).closest('[data-cover]') !== null

  function down(event: PointerEvent): void {
    presses++
    if (event.button !== 0 || isElsewhere(event) || isCovered(event)) return
    const at = stage.locate(event.clientX, event.clientY)
    pointers.set(event.pointerId, at)
    pressed = pointers.size === 1 ? at : null
    dragging = taken = false
    two = undefined
    touchAction()
    // A touch may become a page scroll. It seeks when it moves sideways, or when it ends.
    if (props().onSeek && event.pointerType !== 'touch') {
      area.setPointerCapture(event.pointerId)
      dragging = true
      seek(at[0])
    }
  }

  function move(event: PointerEvent): void {
    const at = stage.locate(event.clientX, event.clientY)
    const before = pointers.get(event.pointerId)
    if (!before) {
      stage.hover(isCovered(event) ? null : at)
      return
    }
    if (!dragging && pressed && Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) < TREMBLE) return
    if (!dragging) area.setPointerCapture(event.pointerId)
    const { zoom, onSeek } = props()
    taken ||= event.pointerType !== 'mouse' && isTaken(at[0] - before[0], at[1] - before[1])
    dragging = true
    if (zoom && pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)![1]
      const apart = Math.hypot(before[0] - other[0], before[1] - other[1])
      const now = Math.hypot(at[0] - other[0], at[1] - other[1])
      const y = (at[1] + other[1]) / 2
      two ??= { apart, y }
      const [spread, shift] = [Math.abs(now - two.apart), Math.abs(y - two.y)]
      // Two fingers moving in parallel tilt the map, diverging or converging ones zoom it.
      if (Math.max(spread, shift) > DECIDED) two.does ??= props().onLift && shift > spread ? 'lift' : 'zoom'
      if (two.does === 'lift') props().onLift!((at[1] - before[1]) / 2)
      else if (two.does && apart > 8 && now > 8) zoomBy(now / apart, (at[0] + other[0]) / 2, y)
    } else if (zoom && pointers.size === 1 && (event.pointerType !== 'touch' || stage.zoomed)) {
      const scales = stage.scales()
      if (scales) stage.choose(panned(scales, at[0] - before[0], at[1] - before[1]))
    } else if (onSeek) seek(at[0])
    pointers.set(event.pointerId, at)
    stage.hover(at)
  }

  /** If the page scrolls vertically, the plot takes fingers that start sideways, and two fingers. */
  function isTaken(dx: number, dy: number): boolean {
    if (pointers.size > 1) return props().zoom === true
    const { touchAction } = getComputedStyle(area)
    return touchAction === 'none' || (touchAction === 'pan-y' && !dragging && Math.abs(dx) > Math.abs(dy))
  }

  /** Otherwise the browser takes the end of a stroke for a fling, and swallows the tap that follows. */
  function touchMove(event: TouchEvent): void {
    const handled = (event.target as Element).closest(`.${styles.handle}`) !== null
    if ((taken || handled) && event.cancelable) event.preventDefault()
  }

  function up(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId)) return
    const at = stage.locate(event.clientX, event.clientY)
    if (!dragging && pressed) {
      const scales = stage.scales()
      if (event.pointerType === 'touch') {
        stage.hover(at)
        seek(at[0])
      }
      pickedAt = presses
      if (scales) props().onPick?.(scales.invertX(at[0]), scales.invertY(at[1]))
    }
    pressed = null
    dragging = taken = false
  }

  function cancel(event: PointerEvent): void {
    pointers.delete(event.pointerId)
    pressed = null
    dragging = taken = false
  }

  /** The first click may have moved a handle beneath the second. */
  function twice(event: MouseEvent): void {
    if (!props().zoom || (event.target as Element).closest(`[data-cover], .${styles.table}`)) return
    if (pickedAt === presses - 1) props().onUnpick?.()
    zoomBy(TWICE, ...stage.locate(event.clientX, event.clientY))
  }

  function leave(event: PointerEvent): void {
    if (event.pointerType !== 'touch' && !pointers.has(event.pointerId)) stage.hover(null)
  }

  /** A tap elsewhere hides the readout of an earlier tap. */
  function elsewhere(event: PointerEvent): void {
    if (!area.contains(event.target as Node)) stage.hover(null)
  }

  function wheel(event: WheelEvent): void {
    if (isElsewhere(event)) return
    if (!props().zoom || !(event.ctrlKey || event.metaKey || area.contains(document.activeElement))) return
    event.preventDefault()
    const lines = event.deltaMode === 1 ? 24 : event.deltaMode === 2 ? 400 : 1
    const pace = event.ctrlKey ? 0.01 : 0.002
    const [px, py] = stage.locate(event.clientX, event.clientY)
    zoomBy(Math.min(NOTCH, Math.max(1 / NOTCH, Math.exp(-event.deltaY * lines * pace))), px, py)
  }

  function key(event: KeyboardEvent): void {
    const scales = stage.scales()
    if (!props().zoom || !scales || event.ctrlKey || event.altKey || event.metaKey) return
    // Without zoom there is nothing to move, so the arrow keys are the page's: one step back or forward.
    const arrow = stage.zoomed && !isElsewhere(event) ? arrows[event.key] : undefined
    if (arrow) {
      const by = event.shiftKey ? FAR : NEAR
      stage.choose(panned(scales, arrow[0] * by, arrow[1] * by))
    } else if (event.key === '+' || event.key === '=') zoomBy(1.5, scales.width / 2, scales.height / 2)
    else if (event.key === '-' || event.key === '−') zoomBy(1 / 1.5, scales.width / 2, scales.height / 2)
    else if (event.key === '0') stage.choose(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const listen: [EventTarget, string, (event: never) => void, AddEventListenerOptions?][] = [
    [area, 'pointerdown', down],
    [area, 'dblclick', twice],
    [area, 'pointermove', move],
    [area, 'pointerup', up],
    [area, 'pointercancel', cancel],
    [area, 'pointerleave', leave],
    [document, 'pointerdown', elsewhere],
    [area, 'touchmove', touchMove, { passive: false }],
    [area, 'wheel', wheel, { passive: false }],
    [area, 'keydown', key],
  ]
  for (const [target, type, listener, options] of listen)
    target.addEventListener(type, listener as EventListener, options)
  touchAction()
  return () => {
    for (const [target, type, listener] of listen) target.removeEventListener(type, listener as EventListener)
  }
}
