// The sweep in progress or just finished: the values it passed and the selected run's path at each, drawn as an onion
// skin beneath the current paths until something else changes.

import { useExperiment } from './experiment.ts'

export interface Skin {
  /** The position of its value in the slider's range, 0 … 1. */
  readonly place: number
  readonly value: number
  /** w, b, w, b, … */
  readonly path: Float64Array
  /** J at each point. NaN where it was not computed. */
  readonly costs: Float64Array
  readonly diverged: boolean
}

/** The number of paths in a sweep. */
export const skinCount = 20

export const sweep: {
  active: boolean
  skins: Skin[]
  version: number
  run: number
  /** The name of what is swept: `α`, `Batch size`. */
  name: string
  pick(value: number): void
} = {
  active: false,
  skins: [],
  version: 0,
  run: 0,
  name: '',
  pick: () => {},
}

export function beginSweep(run: number, name: string, pick: (value: number) => void): void {
  Object.assign(sweep, { active: true, skins: [], run, name, pick, version: sweep.version + 1 })
}

/** Whether the skin at a position is still missing. */
export const lacksSkin = (place: number): boolean => {
  const slot = Math.round(place * (skinCount - 1))
  return sweep.skins.every((skin) => Math.round(skin.place * (skinCount - 1)) !== slot)
}

export function addSkin(skin: Skin): void {
  sweep.skins.push(skin)
  sweep.version++
}

export function endSweep(): void {
  sweep.active = false
}

export function clearSkins(): void {
  if (sweep.skins.length === 0) return
  sweep.skins = []
  sweep.version++
}

/** Applies a skin's value and keeps the skin. */
export function pickSkin({ value }: Skin): void {
  sweep.active = true
  sweep.pick(value)
  sweep.active = false
}

useExperiment.subscribe(({ experiment }, before) => {
  if (experiment !== before.experiment && !sweep.active) clearSkins()
})
