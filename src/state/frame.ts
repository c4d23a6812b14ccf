// The one animation frame. Whatever draws registers here and is called when something has changed; while nothing
// changes, no frame is asked for. While rows stream as fast as they are computed, pictures take turns.

type Draw = (now: number) => void

/**
 * Time moves first, then pictures are drawn, then words are written: text on a canvas makes the browser bring the document's
 * styles up to date, which words have just changed.
 */
export type Part = 'time' | 'picture' | 'words'

interface Drawer {
  readonly draw: Draw
  /** The frame that called it last. */
  drawn: number
  /** How many milliseconds it took then. */
  took: number
}

const movers = new Set<Draw>()
const writers = new Set<Draw>()
/** In the order of their turns: who draws goes to the end. */
const drawers: Drawer[] = []
let waiting: (() => void)[] = []
let asked = 0
let frames = 0
/** The frame in which, or after which, every picture is to be drawn. */
let wanted = 0
/** Milliseconds of a frame for pictures. */
let share = Infinity
let pace = 0
let written = -Infinity

function frame(now: number): void {
  asked = 0
  frames++
  for (const move of movers) move(now)
  const isDue = now - written >= pace
  // A frame in which words are written leaves the pictures to the next one.
  if (!isDue || pace === 0 || share === Infinity) drawPictures(now)
  const behind = waiting
  waiting = []
  for (const draw of behind) draw()
  if (isDue) {
    written = now
    for (const write of writers) write(now)
  }
  if (!isDue || drawers.some(({ drawn }) => drawn < wanted)) asked ||= requestAnimationFrame(frame)
}

/** Those that are wanted, as many as there is time for, one at least. */
function drawPictures(now: number): void {
  const from = performance.now()
  let spent = 0
  // Time, or who draws, may have asked for another frame already.
  const since = Math.min(wanted, frames)
  for (;;) {
    const at = drawers.findIndex(({ drawn }) => drawn < since)
    if (at < 0 || (spent > 0 && spent + drawers[at].took > share)) break
    const [drawer] = drawers.splice(at, 1)
    drawers.push(drawer)
    drawer.drawn = frames
    drawer.draw(now)
    const until = performance.now() - from
    drawer.took = until - spent
    spent = until
  }
}

/**
 * The least milliseconds between two writings of words: while time runs fast nobody reads sixty numbers a second, and each
 * has the page laid out anew. 0: in every frame.
 */
export function writeEvery(milliseconds: number): void {
  pace = milliseconds
}

/**
 * The milliseconds of a frame for pictures; those for which there is no time have their turn in the next frame. Where the
 * worker leaves no processor idle, a short script is seldom held up. Infinity: all in every frame.
 */
export function drawFor(milliseconds: number): void {
  share = milliseconds
}

/** Asks for one frame; many calls before it make one. */
export function requestDraw(): void {
  wanted = frames + 1
  asked ||= requestAnimationFrame(frame)
}

/** Calls `draw` once in the next frame, when those that draw in every frame have drawn. */
export function afterDrawing(draw: () => void): void {
  waiting.push(draw)
  requestDraw()
}

/** Calls `draw` in every frame that was asked for, in its part of it; returns the way to stop. */
export function onFrame(draw: Draw, part: Part = 'picture'): () => void {
  if (part === 'picture') drawers.push({ draw, drawn: -1, took: 0 })
  else (part === 'time' ? movers : writers).add(draw)
  requestDraw()
  return () => {
    movers.delete(draw)
    writers.delete(draw)
    const at = drawers.findIndex((drawer) => drawer.draw === draw)
    if (at >= 0) drawers.splice(at, 1)
  }
}
