// The one animation frame. Whatever draws registers here and is called when something has changed; while nothing
// changes, no frame is asked for.

type Draw = (now: number) => void

const drawers = new Set<Draw>()
let asked = 0

function frame(now: number): void {
  asked = 0
  for (const draw of drawers) draw(now)
}

/** Asks for one frame; many calls before it make one. */
export function requestDraw(): void {
  asked ||= requestAnimationFrame(frame)
}

/** Calls `draw` in every frame that was asked for; returns the way to stop. */
export function onFrame(draw: Draw): () => void {
  drawers.add(draw)
  requestDraw()
  return () => drawers.delete(draw)
}
