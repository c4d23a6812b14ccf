// The one animation frame. Whatever draws registers here and is called when something has changed; while nothing
// changes, no frame is asked for.

type Draw = (now: number) => void

const drawers = new Set<Draw>()
const writers = new Set<Draw>()
let waiting: (() => void)[] = []
let asked = 0

function frame(now: number): void {
  asked = 0
  for (const draw of drawers) draw(now)
  const behind = waiting
  waiting = []
  for (const draw of behind) draw()
  for (const write of writers) write(now)
}

/** Asks for one frame; many calls before it make one. */
export function requestDraw(): void {
  asked ||= requestAnimationFrame(frame)
}

/** Calls `draw` once in the next frame, when those that draw in every frame have drawn. */
export function afterDrawing(draw: () => void): void {
  waiting.push(draw)
  requestDraw()
}

/**
 * Calls `draw` in every frame that was asked for; returns the way to stop. Who writes to the document does so `last`: text on
 * a canvas makes the browser bring the document's styles up to date first.
 */
export function onFrame(draw: Draw, last = false): () => void {
  const set = last ? writers : drawers
  set.add(draw)
  requestDraw()
  return () => set.delete(draw)
}
