// Draws plots that were notified of a change: in the next frame by default. If the page has its own frame loop, they
// are drawn in it, after the plots drawn there anyway.

type Draw = () => void

let next = (draw: Draw): void => void requestAnimationFrame(draw)

export const inNextFrame = (draw: Draw): void => next(draw)

export function drawIn(frame: (draw: Draw) => void): void {
  next = frame
}
