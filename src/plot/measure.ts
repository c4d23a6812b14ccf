// The sizes of the plots on a page, read together before any of them draws. Reading a size after another plot has written
// its axes would have the page laid out anew for each.

export interface Size {
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Factor on type, points and strokes. */
  readonly size: number
}

interface Measured {
  /** Only reads. */
  read(): Size
  /** Takes on a size; a canvas that changes it is empty until it is drawn. */
  fit(size: Size): void
  draw(): void
}

/** Plots whose size, or the margins that follow from their props, may have changed. */
export const unmeasured = new Set<Measured>()

export function measureAll(): void {
  if (unmeasured.size === 0) return
  const sizes = [...unmeasured].map((plot) => [plot, plot.read()] as const)
  unmeasured.clear()
  for (const [plot, size] of sizes) plot.fit(size)
  // Behind the frame's own callback, which draws most of them: none is shown empty.
  queueMicrotask(() => {
    for (const [plot] of sizes) plot.draw()
  })
}

export const readSize = (frame: HTMLElement, scale = 1): Size => ({
  width: frame.clientWidth,
  height: frame.clientHeight,
  pixelRatio: devicePixelRatio || 1,
  // The frame's type is set as small as it gets, 12 pixels at size 1: so a plot grows with the page's type.
  size: ((parseFloat(getComputedStyle(frame).fontSize) || 12) / 12) * scale,
})
