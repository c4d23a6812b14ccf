// The sweep that is under way or just ended: the values it passed and the path of the selected run at each, an onion skin
// beneath the present paths until something else is changed.

import { useExperiment } from './experiment.ts'

export interface Skin {
  /** Where its value is in the slider's range, 0 … 1. */
  readonly place: number
  readonly value: number
  /** w, b, w, b, … */
  readonly path: Float64Array
  readonly diverged: boolean
}

/** So many paths a sweep. */
export const skinCount = 20

export const sweep: {
  active: boolean
  skins: Skin[]
  version: number
  run: number
  pick(value: number): void
} = {
  active: false,
  skins: [],
  version: 0,
  run: 0,
  pick: () => {},
}

export function beginSweep(run: number, pick: (value: number) => void): void {
  Object.assign(sweep, { active: true, skins: [], run, pick, version: sweep.version + 1 })
}

/** Whether the skin at a place is still to be drawn. */
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

/** Takes a skin's value; the skin stays. */
export function pickSkin({ value }: Skin): void {
  sweep.active = true
  sweep.pick(value)
  sweep.active = false
}

useExperiment.subscribe(({ experiment }, before) => {
  if (experiment !== before.experiment && !sweep.active) clearSkins()
})
