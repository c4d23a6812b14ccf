// When a plot is drawn that was told of a change and that nobody draws: in the next frame. A page with a frame of its own
// says so, and the plot comes in it behind those that are drawn there anyway, itself perhaps among them.

type Draw = () => void

let next = (draw: Draw): void => void requestAnimationFrame(draw)

export const inNextFrame = (draw: Draw): void => next(draw)

export function drawIn(frame: (draw: Draw) => void): void {
  next = frame
}
