// Hooks for the page's animation frame, and for the replacement of traces.

import { useEffect, useEffectEvent } from 'react'
import { onFrame, requestDraw, type Part } from '../state/frame.ts'
import { onTraces } from '../state/traces.ts'

/** Calls `draw` in each requested frame while mounted, or in its turn. Words come after all pictures. */
export function useFrame(draw: (now: number) => void, part: Part = 'picture'): void {
  const drawNow = useEffectEvent(draw)
  useEffect(() => onFrame((now) => drawNow(now), part), [part])
  // Rendering may have changed what is to be drawn.
  useEffect(requestDraw)
}

/** Calls `changed` when a trace was replaced. */
export function useTraces(changed: () => void): void {
  const changedNow = useEffectEvent(changed)
  useEffect(() => onTraces(() => changedNow()), [])
}
