// Time: whether it runs, how fast, and the cursor shared by all plots. The cursor is a plain object read in frames.
// React only knows the user's intent (playing, speed).

import { create } from 'zustand'
import type { DescentExperiment } from '../engine/experiment.ts'
import { createAxis, type Axis } from './createAxis.ts'
import type { Race } from './race.ts'

interface PlaybackState {
  readonly playing: boolean
  /** Steps per second. Infinity is as fast as they are computed. */
  readonly speed: number
  /** At the end, rest and start over. */
  readonly loop: boolean
}

/** The default steps per second. */
export const usualSpeed = 20

/** Milliseconds that a loop rests at its end. */
export const loopRest = 1500

export interface PlaybackParts {
  readonly document: {
    getState(): { readonly experiment: DescentExperiment; readonly view: { readonly axis: Axis } }
  }
  readonly race: Race
  readonly requestDraw: () => void
}

export type Playback = ReturnType<typeof createPlayback>

export function createPlayback({ document, race, requestDraw }: PlaybackParts) {
  const axes = createAxis(document, race)
  const { along, pacer, shapeOf, stepAt } = axes
  const usePlayback = create<PlaybackState>()(() => ({
    playing: false,
    speed: usualSpeed,
    loop: false,
  }))

  /** `step` is shown. `target` is where it should be, and will be as soon as the rows arrive. */
  const cursor = { step: 0, target: 0 }

  let position = 0
  let lastFrame = 0
  let held = Infinity
  /** Where a reveal's run ends, and the least steps a second that bring it there in time. */
  let landing = Infinity
  let haste = 0
  /** When a loop reached its end. */
  let ended: number | undefined

  /** While a prediction is open, time stops at a step: what is not drawn reveals nothing. */
  function holdAt(step: number = Infinity): void {
    held = step
    if (cursor.target > held) moveTo(held)
  }

  /** The axis along which the cursor moves. */
  const axisNow = (): Axis => document.getState().view.axis

  /** The last step of the run that the cursor counts: the longest. */
  const lastStep = (): number => shapeOf(pacer(axisNow())).steps

  /** Returns the cursor's place on the axis, or Infinity at the end. */
  function cursorPlace(): number {
    const axis = axisNow()
    return cursor.step >= lastStep() ? Infinity : along(axis, pacer(axis), cursor.step)
  }

  /** Returns the step of a run at the cursor. */
  function stepOf(run: number): number {
    const axis = axisNow()
    return axis === 'step' ? cursor.step : stepAt(axis, run, cursorPlace())
  }

  /** Returns the last step that every run has reached, or ended before. */
  function available(): number {
    const axis = axisNow()
    const pace = pacer(axis)
    let least = Infinity
    const { runs } = document.getState().experiment
    for (let i = 0; i < runs.length; i++) {
      const trace = race.traces[i]
      if (!trace) return 0
      if (trace.done) continue
      if (i === pace || axis === 'step' || axis === 'seconds') least = Math.min(least, trace.lastStep)
      // This run's next step is unknown, so the picture is complete up to just before it.
      else
        least = Math.min(least, stepAt(axis, pace, along(axis, i, trace.lastStep + 1) * (1 - 1e-12) - 1e-6))
    }
    return Math.max(0, Math.min(least, lastStep()))
  }

  /** Plays from one step to another, at its speed or as much faster as it needs to land within the seconds. */
  function playTo(from: number, to: number, seconds: number): void {
    seek(from < to ? from : to)
    if (cursor.target >= to) return
    play()
    landing = to
    haste = (to - cursor.target) / seconds
  }

  function play(): void {
    if (usePlayback.getState().playing) return
    if (cursor.target >= lastStep()) moveTo(0)
    lastFrame = 0
    // At the end the target is already the start. While rows are arriving, the shown step is behind the target.
    position = Math.min(cursor.step, cursor.target)
    usePlayback.setState({ playing: true })
    requestDraw()
  }

  function pause(): void {
    if (usePlayback.getState().playing) usePlayback.setState({ playing: false })
    landing = Infinity
    haste = 0
    cursor.target = cursor.step
    requestDraw()
  }

  /** Plays from the start. */
  function playAgain(): void {
    usePlayback.setState({ playing: false })
    moveTo(0)
    play()
  }

  /** Moves the cursor, at once or when the rows arrive. */
  function moveTo(step: number): void {
    landing = Infinity
    haste = 0
    cursor.target = Math.max(0, Math.min(Math.round(step), lastStep(), held))
    position = cursor.target
    cursor.step = Math.min(cursor.target, available())
    requestDraw()
  }

  /** Moves the cursor and stops there. */
  function seek(step: number): void {
    if (usePlayback.getState().playing) usePlayback.setState({ playing: false })
    moveTo(step)
  }

  /** Moves the cursor to one of a run's own steps. */
  function seekStepOf(run: number, step: number): void {
    const axis = axisNow()
    seek(axis === 'step' ? step : stepAt(axis, pacer(axis), along(axis, run, step)))
  }

  function setSpeed(speed: number): void {
    haste = 0
    usePlayback.setState({ speed })
  }

  /** Moves the cursor to this frame's place. Must run first in a frame. */
  function advanceCursor(now: number): void {
    const { playing, speed } = usePlayback.getState()
    const last = Math.min(lastStep(), held, landing)
    // If the race became shorter, move the cursor with it.
    if (cursor.target > last) cursor.target = position = last
    if (playing) {
      const seconds = lastFrame === 0 ? 0 : Math.min(0.1, (now - lastFrame) / 1000)
      lastFrame = now
      position = speed === Infinity ? last : Math.min(last, position + Math.max(speed, haste) * seconds)
      cursor.target = Math.floor(position)
    }
    const there = available()
    cursor.step = Math.min(cursor.target, there, last)
    if (!playing) return
    // Time does not run ahead of the rows.
    if (speed !== Infinity) position = Math.min(position, there + 1)
    if (cursor.step < last) ended = undefined
    // Do not loop while a question is open.
    else if (!usePlayback.getState().loop || Math.min(held, landing) < Infinity) {
      landing = Infinity
      return usePlayback.setState({ playing: false })
    } else if (now - (ended ??= now) >= loopRest) {
      ended = undefined
      moveTo(0)
    }
    requestDraw()
  }

  return {
    axes,
    usePlayback,
    cursor,
    holdAt,
    lastStep,
    cursorPlace,
    stepOf,
    available,
    play,
    playTo,
    playAgain,
    pause,
    moveTo,
    seek,
    seekStepOf,
    setSpeed,
    advanceCursor,
  }
}
