// Drawn beneath the runs in addition to the surface: the onion skin of a sweep, and pinned paths, whose costs also
// appear in the cost's chart. Each part loads on demand and registers itself here.

import { create } from 'zustand'
import type { Layer, Pen, Scales } from '../../plot/index.ts'
import type { Axis } from '../../state/axis.ts'

export interface MapPart {
  /** `look`: the selected run's. */
  layer(look: () => number, swapped: boolean): Layer
  /** In the cost's chart. */
  cost?(axis: Axis, look: () => number): Layer | undefined
  /** Whether a click at a pixel hits it. `place` converts (θ₀, θ₁) to pixels. */
  pick?(px: number, py: number, place: (w: number, b: number) => readonly [number, number]): boolean
}

const useParts = create<{ readonly parts: readonly MapPart[] }>()(() => ({ parts: [] }))

export const addMapPart = (part: MapPart): void =>
  useParts.setState(({ parts }) => ({ parts: [...parts, part] }))

export const useMapParts = (): readonly MapPart[] => useParts((state) => state.parts)

/** Replaces the map while it is tilted. Exports read it from here. */
export const reliefDrawing: { current: ((pen: Pen, scales: Scales) => void) | undefined } = {
  current: undefined,
}

/** The place of “drag me” in pixels, and on which side of it the words are. Tags keep off it. */
export const dragCue: { at: { x: number; y: number; side: 1 | -1 } | undefined } = { at: undefined }
