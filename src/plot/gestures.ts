// Pointer, wheel and keys on the drawing. A finger that moves over a page scrolls the page: one finger moves the
// picture only after a zoom, two fingers zoom. The wheel zooms when the drawing has the focus, or with Ctrl.

import { panned, zoomed } from './scales.ts'
import type { Stage } from './stage.ts'
import type { PlotProps } from './plotProps.ts'

/** Pixels that a pointer may tremble in a click. */
const TREMBLE = 4
/** Pixels after which two fingers have shown what they mean. */
const DECIDED = 10
/** Limits of zoom against the whole. */
const MOST = 1e4
const LEAST = 0.05
/** What one notch of a wheel zooms at most. */
const NOTCH = 1.25
const TWICE = 2
/** Pixels that an arrow key moves the picture by. */
const NEAR = 40
const FAR = 200
/** → shows what lies to the right, so the picture goes left. */
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
  /** How often something was pressed here, and at which of these something was picked. */
  let presses = 0
  let pickedAt = -1
  /** Two fingers when they came down: how far apart, and their middle's height; and what they do. */
  let two: { apart: number; y: number; does?: 'zoom' | 'lift' } | undefined
  /** The finger is the plot's, not the page's. */
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

  /** A handle and the table answer for themselves. (React's stopPropagation comes too late for these listeners.) */
  const isElsewhere = (event: Event): boolean =>
    (event.target as Element).closest('.plot-handle, .plot-table') !== null

  /** So does what covers the picture. */
  const isCovered = (event: Event): boolean => (event.target as Element).closest('.plot-cover') !== null

  function down(event: PointerEvent): void {
    presses++
    if (event.button !== 0 || isElsewhere(event) || isCovered(event)) return
    const at = stage.locate(event.clientX, event.clientY)
    pointers.set(event.pointerId, at)
    pressed = pointers.size === 1 ? at : null
    dragging = taken = false
    two = undefined
    touchAction()
    // A touch may become a scroll of the page: it seeks when it moves sideways, or when it ends.
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
      // Two fingers that go the same way lift the map, two that part or meet zoom it.
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

  /** Where the page scrolls up and down, a finger that starts sideways, and two fingers, are for the plot. */
  function isTaken(dx: number, dy: number): boolean {
    if (pointers.size > 1) return props().zoom === true
    const { touchAction } = getComputedStyle(area)
    return touchAction === 'none' || (touchAction === 'pan-y' && !dragging && Math.abs(dx) > Math.abs(dy))
  }

  /** Without this the browser takes the end of a stroke for a fling, and eats the tap that follows at once. */
  function touchMove(event: TouchEvent): void {
    const handled = (event.target as Element).closest('.plot-handle') !== null
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
    if (!props().zoom || (event.target as Element).closest('.plot-cover, .plot-table')) return
    if (pickedAt === presses - 1) props().onUnpick?.()
    zoomBy(TWICE, ...stage.locate(event.clientX, event.clientY))
  }

  function leave(event: PointerEvent): void {
    if (event.pointerType !== 'touch' && !pointers.has(event.pointerId)) stage.hover(null)
  }

  /** A tap elsewhere puts the readout of an earlier tap away. */
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
    // Unzoomed there is nothing to move to: the arrows are the page's, a step back or forward.
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
