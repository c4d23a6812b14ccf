// What a plot is told by its panel, and what it gives back.

import type { ReactNode, Ref } from 'react'
import type { AxisDomain, Layer, Overlay, Pen, Scales } from './layer.ts'
import type { SheetWishes } from './sheet.ts'

export interface AxisProps {
  /** `step`, `w`, `V_b`, `J^{t}`: in math italics when it is a symbol; _ lowers and ^ raises what follows. */
  readonly name: string
  /** Default: a name of one or two letters, or with _ or ^, is a symbol. */
  readonly symbol?: boolean
  readonly scale?: 'linear' | 'log'
  /** The domain at first, and after `fit`; follow data with `setDomain`. Not read again after the first render. */
  readonly domain?: AxisDomain
  /** Writes a tick; by default plain numbers, powers of ten as 10⁵. */
  readonly format?: (value: number) => string
  /** Only whole numbers get ticks (steps, epochs). */
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
  /** Rows to show now, thinned to a few hundred with `thinEvenly`. */
  rows(): readonly (readonly (string | number)[])[]
}

export interface PlotWords {
  /** `Show as table` */
  readonly showTable: string
  /** `Show as picture`, or the like */
  readonly hideTable: string
  /** Accessible name of the zoomable area: `zoom with + and −, 0 shows everything`; only with `zoom`. */
  readonly zoomHelp?: string
  /** Stands in the place of a concealed picture, and says why it is empty. */
  readonly concealed?: string
}

/** What is seen now. */
export interface View {
  readonly x: AxisDomain
  readonly y: AxisDomain
  /** The person has zoomed or moved: `fit` gives back the whole. */
  readonly zoomed: boolean
  /** Pixels per unit on one axis over the other, ≥ 1; 1 means equal units (or a logarithmic axis). */
  readonly stretch: number
  /** The plotting area in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Factor on type and strokes. */
  readonly size: number
}

export interface PlotHandle {
  /**
   * Draws what is new; cheap when nothing is. Call it in every animation frame of a running playback. `over` redraws
   * the overlay though no layer, cursor or domain has changed.
   */
  draw(over?: 'over'): void
  /** The whole to be seen (equal domains cost nothing). Drawn at the next `draw` or frame. A zoomed view stays. */
  setDomain(x: AxisDomain, y: AxisDomain): void
  /** Back from zoom to the whole. */
  fit(): void
  view(): View
  /** The present scales; null before the first layout. */
  scales(): Scales | null
  /** The picture with its axes and name, as a file. */
  export(format: 'png' | 'svg'): Promise<Blob>
  /** What draws the same as a sheet of any size, at once: for exports with a preview, and animations. */
  painter(): Promise<SheetPainter>
}

export interface SheetPainter {
  paint(context: CanvasRenderingContext2D, wishes: SheetWishes): void
  svg(wishes: SheetWishes): string
}

export interface PlotProps {
  readonly ref?: Ref<PlotHandle>
  /** The figure's name for everyone: `Cost surface`. */
  readonly name: string
  /** Shown instead of the name (the name stays the accessible one). */
  readonly caption?: ReactNode
  /** Beside the caption, right: the panel's own few buttons. */
  readonly actions?: ReactNode
  readonly words: PlotWords
  readonly x: AxisProps
  readonly y: AxisProps
  readonly layers: readonly Layer[]
  /** Arrows, rings, crosses above the layers. Redrawn when a layer, the cursor, the view, the hover or this prop changes. */
  readonly overlay?: (over: Overlay) => void
  /** Equal pixels per unit on both (linear) axes: the domain is widened to fill. */
  readonly equal?: boolean
  /** The picture fills the figure to its edges, its axes within it, its name for assistive technology alone. */
  readonly flush?: boolean
  /** Buttons that are seen while one is at the figure; with `flush`. */
  readonly more?: ReactNode
  /** Stands over the picture, beneath nothing but its handles. */
  readonly cover?: ReactNode
  /** What a vector file has in place of the layer `surface`: lines as paths. */
  readonly vectors?: () => Promise<((pen: Pen, scales: Scales) => void) | undefined>
  /** What an export draws in place of the layers, while something covers the picture. */
  readonly instead?: () => ((pen: Pen, scales: Scales) => void) | undefined
  /** CSS height of the drawing (default 14rem), e.g. '100%' in a sized parent. */
  readonly height?: string
  /** x of the one cursor that all plots share; null: none. Asked at every draw. */
  readonly cursor?: () => number | null
  /** What can be read at x (on a map: at x, y), in a small box. Asked while hovering. */
  readonly readout?: (x: number, y: number) => readonly ReadoutLine[]
  readonly onHover?: (x: number | null, y: number | null) => void
  /** A click or drag along x. Not with `zoom`. */
  readonly onSeek?: (x: number) => void
  /** A click that was no drag, in data units: picks a start, an example. */
  readonly onPick?: (x: number, y: number) => void
  /** A second click followed at the same place, which zooms: what the first one picked is taken back. */
  readonly onUnpick?: () => void
  /** Two fingers move up or down together, by so many pixels (downwards). */
  readonly onLift?: (by: number) => void
  /** Wheel (when focused or with Ctrl), pinch, double click, drag, + − 0. */
  readonly zoom?: boolean
  /** After the first layout and whenever view or size changed. Runs in a frame: keep state outside React, or compare. */
  readonly onView?: (view: View) => void
  /** One or two sentences for those who do not see the picture. Asked at most once a second. */
  readonly summary?: () => string
  readonly table?: TableSource
  /** Hides the picture from everyone (a prediction is open): no summary, no table, no readout, no marks. */
  readonly concealed?: boolean
  /** Factor on type, points and strokes, on top of the page's own (its --text-small, times CSS --plot-scale). */
  readonly scale?: number
  /** `Handle`s. */
  readonly children?: ReactNode
}
