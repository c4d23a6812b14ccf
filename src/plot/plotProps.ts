// The props and the handle of a plot.

import type { ReactNode, Ref } from 'react'
import type { AxisDomain, Layer, Overlay, Pen, Scales } from './layer.ts'
import type { Palette } from './palette.ts'

/** The options of a sheet: its size in CSS pixels, and how it differs from the page. */
export interface SheetWishes {
  readonly width: number
  readonly height: number
  readonly palette?: Palette
  /** Factor of text, points and strokes. */
  readonly size?: number
  /** Default: the figure's name. '' for none. */
  readonly title?: string
  /** Below the picture, broken into lines. */
  readonly caption?: string
  /** Draws the ground in place of the ground layers. */
  readonly ground?: (pen: Pen, scales: Scales) => void
  /** In the upper right corner: the step of an animation. */
  readonly mark?: string
}

export interface AxisProps {
  /** `step`, `w`, `V_b`, `J^{t}`. A symbol is set in math italics. _ lowers and ^ raises what follows. */
  readonly name: string
  /** Default: a name of one or two letters, or with _ or ^, is a symbol. */
  readonly symbol?: boolean
  readonly scale?: 'linear' | 'log'
  /** The initial domain, also after `fit`. To follow data use `setDomain`. Not read again after the first render. */
  readonly domain?: AxisDomain
  /** Formats a tick. Default: plain numbers, powers of ten as 10⁵. */
  readonly format?: (value: number) => string
  /** Only integers get ticks (steps, epochs). */
  readonly integer?: boolean
  /** No ticks and no name. */
  readonly hidden?: boolean
}

export interface ReadoutLine {
  readonly label: string
  readonly value: string
  /** CSS color of the label's mark. */
  readonly color?: string
}

export interface TableSource {
  readonly columns: readonly string[]
  /** Returns the current rows, thinned to a few hundred with `thinEvenly`. */
  rows(): readonly (readonly (string | number)[])[]
}

export interface PlotWords {
  /** `Show as table` */
  readonly showTable: string
  /** `Show as picture`, or the like */
  readonly hideTable: string
  /** Accessible name of the zoomable area: `zoom with + and −, 0 shows everything`. Only with `zoom`. */
  readonly zoomHelp?: string
  /** Replaces a concealed picture, and explains why it is empty. */
  readonly concealed?: string
}

/** The visible part. */
export interface View {
  readonly x: AxisDomain
  readonly y: AxisDomain
  /** Whether the user has zoomed or panned. `fit` shows the whole again. */
  readonly zoomed: boolean
  /** Pixels per unit on one axis over the other, ≥ 1. 1 means equal units (or a logarithmic axis). */
  readonly stretch: number
  /** The plotting area in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Factor of text and strokes. */
  readonly size: number
}

export interface PlotHandle {
  /**
   * Draws what is new. Cheap if nothing is. Call it in every animation frame during playback. `over` redraws the
   * overlay even if no layer, cursor or domain has changed.
   */
  draw(over?: 'over'): void
  /**
   * Sets the domains of the whole (equal domains cost nothing). Drawn at the next `draw` or frame. A zoomed view stays.
   * `led`: the plot shows the same things in another frame, so it moves there unless the person is dragging something.
   */
  setDomain(x: AxisDomain, y: AxisDomain, led?: boolean): void
  /** Resets the zoom. */
  fit(): void
  view(): View
  /** The current scales, or null before the first layout. */
  scales(): Scales | null
  /** Exports the picture with its axes and name as a file. */
  export(format: 'png' | 'svg'): Promise<Blob>
  /** Returns a painter of the picture on a sheet of any size, for export previews and animations. */
  painter(): Promise<SheetPainter>
}

export interface SheetPainter {
  paint(context: CanvasRenderingContext2D, wishes: SheetWishes): void
  svg(wishes: SheetWishes): string
}

export interface PlotProps {
  readonly ref?: Ref<PlotHandle>
  /** The figure's accessible name: `Cost surface`. */
  readonly name: string
  /** Shown instead of the name, which stays the accessible one. */
  readonly caption?: ReactNode
  /** A few smaller words after the caption. */
  readonly note?: string
  /** The panel's own buttons, right of the caption. */
  readonly actions?: ReactNode
  readonly words: PlotWords
  readonly x: AxisProps
  readonly y: AxisProps
  readonly layers: readonly Layer[]
  /**
   * Arrows, rings, crosses above the layers. Redrawn when a layer, the cursor, the view, the hover or this prop
   * changes.
   */
  readonly overlay?: (over: Overlay) => void
  /** Equal pixels per unit on both (linear) axes. The domain is widened to fill. */
  readonly equal?: boolean
  /** The picture fills the figure to its edges with its axes inside. Its name is for assistive technology only. */
  readonly flush?: boolean
  /** Buttons visible while the figure has hover or focus. With `flush`. */
  readonly more?: ReactNode
  /** Covers the picture, below its handles. */
  readonly cover?: ReactNode
  /** Replaces the layer `surface` in a vector file: lines as paths. */
  readonly vectors?: () => Promise<((pen: Pen, scales: Scales) => void) | undefined>
  /** Replaces the layers in an export while something covers the picture. */
  readonly instead?: () => ((pen: Pen, scales: Scales) => void) | undefined
  /** CSS height of the drawing (default 14rem), e.g. '100%' in a sized parent. */
  readonly height?: string
  /** x of the cursor shared by all plots, or null. Read at every draw. */
  readonly cursor?: () => number | null
  /** The values at x (on a map: at x, y), shown in a small box. Called while hovering. */
  readonly readout?: (x: number, y: number) => readonly ReadoutLine[]
  readonly onHover?: (x: number | null, y: number | null) => void
  /** A click or drag along x. Not with `zoom`. */
  readonly onSeek?: (x: number) => void
  /** A click without a drag, in data units: picks a start, an example. */
  readonly onPick?: (x: number, y: number) => void
  /** A second click followed at the same place and zooms, so undo what the first one picked. */
  readonly onUnpick?: () => void
  /** Two fingers moved up or down together, by a number of pixels (downwards). */
  readonly onLift?: (by: number) => void
  /** Wheel (when focused or with Ctrl), pinch, double click, drag, + − 0. */
  readonly zoom?: boolean
  /**
   * Called after the first layout and whenever view or size changed. Runs in a frame: keep state outside React, or
   * compare.
   */
  readonly onView?: (view: View) => void
  /** One or two sentences that describe the picture. Called at most once per second. */
  readonly summary?: () => string
  readonly table?: TableSource
  /** Hides the picture from everyone (a prediction is open): no summary, table, readout or marks. */
  readonly concealed?: boolean
  /** Factor of text, points and strokes, on top of the page's own (its --text-small, times CSS --plot-scale). */
  readonly scale?: number
  /** `Handle`s. */
  readonly children?: ReactNode
}
