// What the map draws beneath the runs apart from the surface: the onion skin of a sweep, pinned paths, whose costs the
// cost's chart draws too. Each part is loaded when it is asked for and enters itself here.

import { create } from 'zustand'
import type { Layer, Pen, Scales } from '../../plot/index.ts'
import type { Axis } from '../../state/axis.ts'

export interface MapPart {
  /** `look`: the selected run's. */
  layer(look: () => number, swapped: boolean): Layer
  /** In the cost's chart. */
  cost?(axis: Axis): Layer
  /** Whether a click at a place in pixels was meant for it; `place` takes (θ₀, θ₁) to pixels. */
  pick?(px: number, py: number, place: (w: number, b: number) => readonly [number, number]): boolean
}

const useParts = create<{ readonly parts: readonly MapPart[] }>()(() => ({ parts: [] }))

export const addMapPart = (part: MapPart): void =>
  useParts.setState(({ parts }) => ({ parts: [...parts, part] }))

export const useMapParts = (): readonly MapPart[] => useParts((state) => state.parts)

/** What is drawn in place of the map while it is tilted: exports take it from here. */
export const reliefDrawing: { current: ((pen: Pen, scales: Scales) => void) | undefined } = {
  current: undefined,
}
