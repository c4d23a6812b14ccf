// The imperative half of a plot: canvases that draw only what is new, scales, hover, and words for screen readers.
// React mounts it once. What changes at every step never passes through React.

import { createAxes } from './axes.ts'
import { axisMarks, marginsOf, marksWithin, type AxisMarks, type Margins } from './frame.ts'
import type { LabelSides } from './labels.ts'
import type { AxisDomain, Scales } from './layer.ts'
import { onThemeChange, readPalette, type Palette } from './palette.ts'
import { drawOverlay } from './picture.ts'
import { fitCanvas, onRestored } from './fitCanvas.ts'
import { measureAll, readSize, unmeasured, type Size } from './measure.ts'
import { Plane } from './plane.ts'
import type { PlotProps, View } from './plotProps.ts'
import { createReadout } from './readout.ts'
import { inNextFrame } from './schedule.ts'
import { scalesOf } from './scales.ts'
import { axisChanged, guide, same, viewOf, type Domains, type StageParts, type Way } from './stageParts.ts'

export class Stage {
  props: PlotProps
  private readonly parts: StageParts
  private readonly planes: readonly [ground: Plane, marks: Plane]
  readonly over: CanvasRenderingContext2D
  private readonly writeAxes: (marks: AxisMarks, size: number) => void
  private readonly writeReadout: ReturnType<typeof createReadout>
  home: Domains
  /** From one home to another. */
  private way: Way | undefined
  /** Milliseconds that all of it took to draw. */
  took = Infinity
  private chosen: Domains | null = null
  width = 0
  height = 0
  pixelRatio = 1
  size = 1
  private fitted = ''
  private margins: Margins = { left: 0, right: 0, top: 0, bottom: 0 }
  private palette: Palette | null = null
  private current: Scales | null = null
  private grid: AxisMarks = { texts: [], rows: [] }
  private overStale = true
  private cursorDrawn: number | null = null
  private pointer: readonly [px: number, py: number] | null = null
  private asked = false
  private unwritten = false
  private readonly labelSides: LabelSides = new Map()
  private readonly changeListeners = new Set<() => void>()
  private readonly cleanups: (() => void)[] = []

  constructor(
    parts: StageParts,
    props: PlotProps,
    private readonly scaleListeners: ReadonlySet<(scales: Scales) => void>,
  ) {
    this.parts = parts
    this.props = props
    this.home = { x: props.x.domain ?? [0, 1], y: props.y.domain ?? [0, 1] }
    this.planes = [new Plane(parts.ground, true), new Plane(parts.marks, false)]
    this.over = parts.over.getContext('2d')!
    this.writeAxes = createAxes(parts.axes)
    this.writeReadout = createReadout(parts.readout)
    const resized = new ResizeObserver(() => {
      this.fit(this.read())
      this.draw() // in the same frame, so an empty canvas is never shown
    })
    resized.observe(parts.frame)
    // When a font loads late, redraw the texts on canvases.
    document.fonts.addEventListener('loadingdone', this.redraw)
    this.cleanups.push(
      () => resized.disconnect(),
      () => document.fonts.removeEventListener('loadingdone', this.redraw),
      onThemeChange(() => {
        this.palette = null
        unmeasured.add(this)
        this.rescale()
      }),
      onRestored([parts.ground, parts.marks, parts.over], () => {
        this.fitted = ''
        this.fit(this)
      }),
    )
    this.receive(props)
  }

  destroy(): void {
    this.asked = false
    this.way?.stop()
    unmeasured.delete(this)
    for (const cleanup of this.cleanups) cleanup()
    this.parts.axes.replaceChildren()
    this.parts.readout.replaceChildren()
  }

  /** Takes new props. Their changes are drawn in the next frame. */
  receive(props: PlotProps): void {
    const before = this.props
    this.props = props
    for (const plane of this.planes) {
      if (plane.receive(props.concealed ? [] : props.layers)) this.overStale = true
    }
    if (axisChanged(before.x, props.x) || axisChanged(before.y, props.y) || before.equal !== props.equal)
      this.rescale()
    if (before.overlay !== props.overlay) this.overStale = true
    // Margins follow the axes' names. The observer reports layout changes, because asking would force a layout.
    if (this.width > 0 && before.scale === props.scale) this.fit(this)
    else unmeasured.add(this)
    this.invalidate()
  }

  invalidate(): void {
    if (this.asked) return
    this.asked = true
    inNextFrame(() => this.asked && this.draw())
  }

  setDomain(x: AxisDomain, y: AxisDomain, led = false): void {
    if (same(x, this.home.x) && same(y, this.home.y)) return
    const from = this.way?.now ?? this.home
    this.home = { x: [...x], y: [...y] }
    this.way?.stop()
    this.way = led && !this.chosen ? guide.lead?.(this, from) : undefined
    if (!this.chosen) this.rescale()
    this.invalidate()
  }

  /** Sets a view chosen by the user. null is the whole. */
  choose(view: Domains | null): void {
    this.way?.stop()
    this.way = undefined
    this.chosen = view
    this.rescale()
    this.invalidate()
  }

  get zoomed(): boolean {
    return this.chosen !== null
  }

  homeScales(): Scales | null {
    return this.scalesOf(this.home)
  }

  scales(): Scales | null {
    if (!this.current && this.width > 0) {
      this.current = this.scalesOf(this.chosen ?? this.way?.now ?? this.home)
      if (this.current) this.announce(this.current)
    }
    return this.current
  }

  view(): View {
    return this.viewOf(this.scales())
  }

  viewOf(scales: Scales | null): View {
    return {
      ...viewOf(scales, this.home),
      zoomed: this.zoomed,
      pixelRatio: this.pixelRatio,
      size: scales?.size ?? this.size,
    }
  }

  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener)
    return () => this.changeListeners.delete(listener)
  }

  /** Converts to pixels of the plotting area. */
  locate(clientX: number, clientY: number): readonly [px: number, py: number] {
    const box = this.parts.frame.getBoundingClientRect()
    return [clientX - box.left - this.margins.left, clientY - box.top - this.margins.top]
  }

  /** Sets the pointer's position in pixels, or null when it has left. */
  hover(pointer: readonly [px: number, py: number] | null): void {
    const scales = this.scales()
    if (!scales) return
    const inside =
      pointer !== null &&
      pointer[0] >= -1 &&
      pointer[0] <= scales.width + 1 &&
      pointer[1] >= -1 &&
      pointer[1] <= scales.height + 1
    if (!inside && !this.pointer) return
    this.pointer = inside ? pointer : null
    this.overStale = true
    if (this.pointer) this.props.onHover?.(scales.invertX(this.pointer[0]), scales.invertY(this.pointer[1]))
    else this.props.onHover?.(null, null)
    this.invalidate()
  }

  /** Redraws everything at the next draw: an export has used the layers. */
  readonly redraw = (): void => {
    for (const plane of this.planes) plane.stale = true
    this.overStale = true
    this.invalidate()
  }

  draw(over?: 'over'): void {
    this.asked = false
    if (this.pixelRatio !== (devicePixelRatio || 1)) unmeasured.add(this)
    measureAll()
    const scales = this.scales()
    if (!scales) return
    const from = this.planes[1].stale ? performance.now() : 0
    const drawn = this.planes.map((plane) =>
      plane.draw(scales, this.clear, this.grid, this.isMap(), this.props.flush),
    )
    if (from) this.took = performance.now() - from
    const cursor = this.props.cursor?.() ?? null
    if (drawn.includes(true) || over || this.overStale || cursor !== this.cursorDrawn) {
      this.overStale = false
      this.cursorDrawn = cursor
      this.clear(this.over)
      const hover = this.pointer && !this.isMap() ? this.pointer[0] : null
      const { props, labelSides } = this
      if (!props.concealed) drawOverlay(this.over, scales, { ...props, cursor, hover, labelSides })
      this.way?.drawLeft(scales)
      this.tell(scales)
      for (const listener of this.changeListeners) listener()
    }
  }

  private readonly clear = (context: CanvasRenderingContext2D): void =>
    context.clearRect(-this.margins.left, -this.margins.top, this.width, this.height)

  /** A map has a border instead of a grid. */
  isMap(): boolean {
    return Boolean(this.props.equal || this.props.zoom)
  }

  private tell(scales: Scales): void {
    const { readout, concealed } = this.props
    const [px, py] = this.pointer ?? [0, 0]
    const told = this.pointer && !concealed && readout?.(scales.invertX(px), scales.invertY(py))
    this.writeReadout(told || null, px > scales.width / 2 ? 'left' : 'right')
  }

  scalesOf(domains: Domains): Scales | null {
    const width = this.width - this.margins.left - this.margins.right
    const height = this.height - this.margins.top - this.margins.bottom
    if (!(width > 4 && height > 4)) return null
    this.palette ??= readPalette(this.parts.frame)
    const { pixelRatio, size, palette } = this
    return scalesOf(this.props, domains, { width, height, pixelRatio, size, palette })
  }

  rescale(): void {
    this.current = null
    this.redraw()
  }

  private announce(scales: Scales): void {
    this.grid = (this.props.flush ? marksWithin : axisMarks)(scales, this.props.x, this.props.y)
    if (!this.way?.moves) this.props.onView?.(this.viewOf(scales))
    if (this.unwritten) return
    this.unwritten = true
    queueMicrotask(this.write)
  }

  /** Runs after all drawing, because text on a canvas makes the browser update the document's styles first. */
  private readonly write = (): void => {
    this.unwritten = false
    const scales = this.current
    if (!scales) return
    this.writeAxes(this.grid, this.size)
    for (const listener of this.scaleListeners) listener(scales)
  }

  read(): Size {
    return readSize(this.parts.frame, this.props.scale)
  }

  fit({ width, height, pixelRatio, size }: Size): void {
    const { svg, axes, handles, over } = this.parts
    const margins = marginsOf(this.props.x, this.props.y, size, this.props.flush)
    const fitted = [width, height, pixelRatio, size, margins.left, margins.top, margins.bottom].join()
    if (fitted === this.fitted) return
    this.fitted = fitted
    Object.assign(this, { width, height, pixelRatio, size, margins })
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
    for (const group of [axes, handles])
      group.setAttribute('transform', `translate(${margins.left} ${margins.top})`)
    for (const context of [this.planes[0].context, this.planes[1].context, this.over])
      fitCanvas(
        context,
        { width, height, pixelRatio, margins },
        context.canvas === over ? null : this.isMap() ? 0 : 3 * size,
      )
    this.rescale()
  }
}
