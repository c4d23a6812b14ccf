// Hooks for the page's animation frame, and for the replacement of traces.

import { useEffect, useRef } from 'react'
import { onFrame, requestDraw, type Part } from '../state/frame.ts'
import { onTraces } from '../state/traces.ts'

/** Calls `draw` in each requested frame while mounted, or in its turn. Words come after all pictures. */
export function useFrame(draw: (now: number) => void, part: Part = 'picture'): void {
  const latest = useRef(draw)
  latest.current = draw
  useEffect(() => onFrame((now) => latest.current(now), part), [part])
  // Rendering may have changed what is to be drawn.
  useEffect(requestDraw)
}

/** Calls `changed` when a trace was replaced. */
export function useTraces(changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => onTraces(() => latest.current()), [])
}
