// The page's only animation frame. Everything that draws registers here and is called after a change. Without changes
// no frame is requested. While rows stream at full speed, pictures take turns.

type Draw = (now: number) => void

/**
 * Time moves first, then pictures are drawn, then words are written: drawing text on a canvas makes the browser update
 * the document's styles, which words have just changed.
 */
export type Part = 'time' | 'picture' | 'words'

interface Drawer {
  readonly draw: Draw
  /** The frame of its last call. */
  drawn: number
  /** How many milliseconds that call took. */
  took: number
}

const movers = new Set<Draw>()
const writers = new Set<Draw>()
/** In the order of their turns. After drawing, a drawer moves to the end. */
const drawers: Drawer[] = []
let waiting: (() => void)[] = []
let asked = 0
let frames = 0
/** The frame at or after which every picture must be drawn. */
let wanted = 0
/** Milliseconds per frame for pictures. */
let share = Infinity
let pace = 0
let written = -Infinity
let took = 0

function frame(now: number): void {
  const from = performance.now()
  asked = 0
  frames++
  for (const move of movers) move(now)
  const isDue = now - written >= pace
  // A frame that writes words leaves the pictures to the next one.
  if (!isDue || pace === 0 || share === Infinity) drawPictures(now)
  const behind = waiting
  waiting = []
  for (const draw of behind) draw()
  if (isDue) {
    written = now
    for (const write of writers) write(now)
  }
  if (!isDue || drawers.some(({ drawn }) => drawn < wanted)) asked ||= requestAnimationFrame(frame)
  took = performance.now() - from
}

/** How many milliseconds of script the last frame took. */
export const lastFrame = (): number => took

/** Draws the due pictures, as many as time allows, at least one. */
function drawPictures(now: number): void {
  const from = performance.now()
  let spent = 0
  // Time, or a drawer, may already have requested another frame.
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
 * Sets the minimum milliseconds between two updates of words: at full speed nobody reads sixty numbers a second, and
 * each update causes a page layout. 0: every frame.
 */
export function writeEvery(milliseconds: number): void {
  pace = milliseconds
}

/**
 * Sets the milliseconds per frame for pictures. Those that do not fit get the next frame. When the worker leaves no
 * processor idle, a short script is rarely delayed. Infinity: all in every frame.
 */
export function drawFor(milliseconds: number): void {
  share = milliseconds
}

/** Requests one frame. Several calls before it share it. */
export function requestDraw(): void {
  wanted = frames + 1
  asked ||= requestAnimationFrame(frame)
}

/** Calls `draw` once in the next frame, after the regular drawers. */
export function afterDrawing(draw: () => void): void {
  waiting.push(draw)
  requestDraw()
}

/** Calls `draw` in every requested frame, in its part of the order. Returns an unsubscribe function. */
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
