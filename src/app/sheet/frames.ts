// The frames that become an animation or a film.

export interface Frames {
  readonly frames: number
  /** Seconds that the last frame stays. */
  readonly hold: number
  /** Paints a frame onto the canvas. */
  readonly paint: (frame: number) => void
  /** Called for each frame, in a task of its own. Returning false cancels. */
  readonly goOn: (frame: number) => Promise<boolean>
}
