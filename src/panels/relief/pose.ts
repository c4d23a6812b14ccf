// The tilt of every map on the page, and the half-second animation between flat and tilted.

import { create } from 'zustand'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { lookAs } from '../../document/look.ts'
import { most, type Pose } from './camera.ts'
import { isMotionReduced } from '../../styles/motion.ts'

export interface Relief extends Pose {
  readonly scale: 'log' | 'linear'
}

const flat: Pose = { tilt: 0, turn: 0 }
/** The initial tilt of key T. */
const usual: Pose = { tilt: 45, turn: 14 }
const milliseconds = 500

export const useRelief = create<Relief>()(() => ({ ...flat, scale: 'log' }))

/** The pose that T returns to. */
let last = usual
let frame = 0

const held = (degrees: number, low: number): number => Math.max(low, Math.min(most, degrees))

function set({ tilt, turn }: Pose): void {
  useRelief.setState({ tilt: held(tilt, 0), turn: held(turn, -most) })
  requestDraw()
}

/** The pose is final, so write it to the address. */
function rest(): void {
  const { tilt, turn } = useRelief.getState()
  if (tilt > 0) last = { tilt, turn }
  lookAs({ tilt: tilt > 0 ? [Math.round(tilt), Math.round(turn)] : undefined })
}

/** Moves to a pose at once during a drag. `done` on release. */
export function hold(pose: Pose, done: boolean): void {
  cancelAnimationFrame(frame)
  set(pose)
  if (done) rest()
}

/** Degrees per pixel of a drag. */
export const pace = 0.3

/** Tilts by a drag of a number of pixels downwards. */
export function liftBy(by: number): void {
  const { tilt, turn } = useRelief.getState()
  hold({ tilt: tilt - by * pace, turn }, true)
}

/** Animates to a pose within half a second, or jumps with reduced motion. */
export function rise(to: Pose): void {
  cancelAnimationFrame(frame)
  const from: Pose = useRelief.getState()
  if (isMotionReduced()) return hold(to, true)
  let begun: number | undefined
  const step = (now: number): void => {
    begun ??= now
    const share = Math.min(1, (now - begun) / milliseconds)
    const eased = share * share * (3 - 2 * share)
    set({
      tilt: from.tilt + eased * (to.tilt - from.tilt),
      turn: from.turn + eased * (to.turn - from.turn),
    })
    if (share < 1) frame = requestAnimationFrame(step)
    else rest()
  }
  frame = requestAnimationFrame(step)
}

/** T: to the relief, or back to the map. */
export const toggleTilt = (): void => rise(useRelief.getState().tilt > 0 ? flat : last)

export function openTilt([tilt, turn]: readonly [number, number]): void {
  hold({ tilt, turn }, true)
}

export function setReliefScale(scale: Relief['scale']): void {
  useRelief.setState({ scale })
  requestDraw()
}

// Another document begins as a flat map.
useExperiment.subscribe((now, before) => {
  if (now.preset !== before.preset && useRelief.getState().tilt > 0) hold(flat, true)
})
