// Reads the sizes of all plots together before any of them draws. Reading a size after another plot has written its
// axes would force a new page layout each time.

export interface Size {
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Factor of text, points and strokes. */
  readonly size: number
}

interface Measured {
  /** Must only read from the page. */
  read(): Size
  /** Applies a size. A canvas whose size changes is empty until it is drawn. */
  fit(size: Size): void
  draw(): void
}

/** Plots whose size, or the margins that depend on their props, may have changed. */
export const unmeasured = new Set<Measured>()

export function measureAll(): void {
  if (unmeasured.size === 0) return
  const sizes = [...unmeasured].map((plot) => [plot, plot.read()] as const)
  unmeasured.clear()
  for (const [plot, size] of sizes) plot.fit(size)
  // After the frame's own callback, which draws most of them. None is shown empty.
  queueMicrotask(() => {
    for (const [plot] of sizes) plot.draw()
  })
}

export const readSize = (frame: HTMLElement, scale = 1): Size => ({
  width: frame.clientWidth,
  height: frame.clientHeight,
  pixelRatio: devicePixelRatio || 1,
  // The frame's text is at its smallest, 12 pixels at size 1, so a plot grows with the page's text.
  size: ((parseFloat(getComputedStyle(frame).fontSize) || 12) / 12) * scale,
})
