// An axis that must change does so in front of the eye: 400 ms from the old frame to the new one, evenly in the scale's own
// space. Not while something is dragged or a slider is moved by keys, and not with reduced motion.

import { easeCubicInOut } from 'd3'
import type { AxisDomain } from './layer.ts'
import type { Domains, Led, Way } from './stageParts.ts'
import { isMotionReduced } from '../styles/motion.ts'

const duration = 400
/** Milliseconds that the frame that was left stays, dashed. */
const remembered = 1200
/** A picture that takes at most this many milliseconds can be redrawn in every frame. */
const quick = 5

/** The domain at a share of the way; a scale that begins at another place of 0 has no way between. */
export function between(from: AxisDomain, to: AxisDomain, share: number, log: boolean): AxisDomain {
  if (share >= 1 || from[2] !== to[2]) return to
  const even = log && to[2] === undefined
  return [0, 1].map((i) => {
    const [a, b] = even ? [Math.log(from[i]), Math.log(to[i])] : [from[i], to[i]]
    const at = a + (b - a) * share
    return even ? Math.exp(at) : at
  }) as unknown as AxisDomain
}

let held = false
/** When a key last moved a slider. */
let keyed = -Infinity
const key = ({ type, target }: Event): void => {
  const isSlider = target instanceof Element && target.closest('[role="slider"], [type="range"]') !== null
  if (type === 'input' || isSlider) keyed = performance.now()
}
if (typeof document !== 'undefined') {
  addEventListener('pointerdown', () => (held = true), true)
  for (const end of ['pointerup', 'pointercancel', 'blur']) addEventListener(end, () => (held = false), true)
  for (const type of ['input', 'keydown']) addEventListener(type, key, true)
}

/** Whether axes may animate. During a drag the picture must stay still. */
const mayLead = (): boolean =>
  !held && !document.hidden && performance.now() - keyed > 600 && !isMotionReduced()

/** The way of a stage to its home; none where it is to be there at once. */
export function lead(stage: Led, from: Domains): Way | undefined {
  const { props, home } = stage
  const before = stage.scales()
  if (!before || !(stage.took < quick) || props.concealed || props.instead?.() || !mayLead()) return undefined
  const left = { x: before.xDomain, y: before.yDomain }
  const began = performance.now()
  let frame = 0
  const way: Way = {
    now: from,
    moves: true,
    stop: () => cancelAnimationFrame(frame),
    drawLeft({ x, y, palette, size, width, height }) {
      const [west, east, north, south] = [x(left.x[0]), x(left.x[1]), y(left.y[1]), y(left.y[0])]
      const isSeen = Math.max(west, north, width - east, height - south) > 0.08 * Math.min(width, height)
      if (performance.now() - began > remembered || !isSeen) return
      const { over } = stage
      over.save()
      over.strokeStyle = palette.muted
      over.lineWidth = 1.2 * size
      over.setLineDash([5 * size, 4 * size])
      over.strokeRect(west, north, east - west, south - north)
      over.restore()
    },
  }
  const move = (): void => {
    const share = (performance.now() - began) / duration
    way.moves = share < 1 && !document.hidden
    if (way.moves) frame = requestAnimationFrame(move)
    const at = easeCubicInOut(way.moves ? share : 1)
    way.now = {
      x: between(from.x, home.x, at, props.x.scale === 'log'),
      y: between(from.y, home.y, at, props.y.scale === 'log'),
    }
    stage.rescale()
  }
  frame = requestAnimationFrame(move)
  // Once more when the frame that was left goes.
  setTimeout(stage.redraw, remembered + 20)
  // What is seen at the end is painted meanwhile.
  const end = stage.scalesOf(home)
  if (end) props.onView?.(stage.viewOf(end))
  return way
}
