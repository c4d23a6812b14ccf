// The one animation frame. Whatever draws registers here and is called when something has changed; while nothing
// changes, no frame is asked for.

type Draw = (now: number) => void

const drawers = new Set<Draw>()
const writers = new Set<Draw>()
let waiting: (() => void)[] = []
let asked = 0
let pace = 0
let written = -Infinity

function frame(now: number): void {
  asked = 0
  for (const draw of drawers) draw(now)
  const behind = waiting
  waiting = []
  for (const draw of behind) draw()
  if (now - written < pace) return requestDraw()
  written = now
  for (const write of writers) write(now)
}

/**
 * The least milliseconds between two writings of words: while time runs fast nobody reads sixty numbers a second, and each
 * has the page laid out anew. 0: in every frame.
 */
export function writeEvery(milliseconds: number): void {
  pace = milliseconds
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
