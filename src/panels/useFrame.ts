// A panel's place in the one animation frame, and in the life of traces.

import { useEffect, useRef } from 'react'
import { onFrame, requestDraw } from '../state/frame.ts'
import { onTraces } from '../state/traces.ts'

/** Calls `draw` in each frame that is asked for while the component lives; `last`, after all drawing, to write words. */
export function useFrame(draw: (now: number) => void, last = false): void {
  const latest = useRef(draw)
  latest.current = draw
  useEffect(() => onFrame((now) => latest.current(now), last), [last])
  // What was rendered may have changed what is to be drawn.
  useEffect(requestDraw)
}

/** Calls `changed` when a trace was exchanged. */
export function useTraces(changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => onTraces(() => latest.current()), [])
}
