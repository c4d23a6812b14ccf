// A panel's place in the one animation frame, and in the life of traces.

import { useEffect, useRef } from 'react'
import { onFrame, requestDraw, type Part } from '../state/frame.ts'
import { onTraces } from '../state/traces.ts'

/** Calls `draw` in each frame that is asked for while the component lives, or in its turn; words after all pictures. */
export function useFrame(draw: (now: number) => void, part: Part = 'picture'): void {
  const latest = useRef(draw)
  latest.current = draw
  useEffect(() => onFrame((now) => latest.current(now), part), [part])
  // What was rendered may have changed what is to be drawn.
  useEffect(requestDraw)
}

/** Calls `changed` when a trace was exchanged. */
export function useTraces(changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => onTraces(() => latest.current()), [])
}
