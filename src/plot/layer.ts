// The parts of a plot: layers that draw themselves with a pen between scales. A layer draws items, and `draw` adds only
// the items from … to, so a streaming run costs as much as its new steps, not as its total.

import type { Palette } from './palette.ts'

/** The two ends of an axis in data units, low end first. */
export type Domain = readonly [low: number, high: number]

/**
 * `least`: on a logarithmic axis that also shows 0 and negative values, the size below which the axis is linear. If
 * nothing is larger, the axis is linear.
 */
export type AxisDomain = Domain | readonly [low: number, high: number, least: number]

/** The part of a canvas that layers use. Tests pass one that writes text, the export one that writes SVG. */
export interface Pen {
  strokeStyle: string | CanvasGradient | CanvasPattern
  fillStyle: string | CanvasGradient | CanvasPattern
  lineWidth: number
  lineJoin: CanvasLineJoin
  lineCap: CanvasLineCap
  lineDashOffset: number
  globalAlpha: number
  globalCompositeOperation: GlobalCompositeOperation
  imageSmoothingEnabled: boolean
  font: string
  textAlign: CanvasTextAlign
  textBaseline: CanvasTextBaseline
  save(): void
  restore(): void
  translate(x: number, y: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  ellipse(x: number, y: number, rx: number, ry: number, rotation: number, from: number, to: number): void
  rect(x: number, y: number, width: number, height: number): void
  stroke(): void
  fill(): void
  clip(): void
  fillRect(x: number, y: number, width: number, height: number): void
  strokeText(text: string, x: number, y: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
  setLineDash(segments: number[]): void
  drawImage(image: CanvasImageSource, x: number, y: number, width: number, height: number): void
}

/**
 * Maps data units to CSS pixels of the plotting area (y grows downwards) and back. Immutable: any change makes a new
 * object. A value that an axis cannot show (NaN, or ≤ 0 on a logarithmic one) maps to NaN. A distant value maps to a
 * distant pixel, never to a clamped one.
 */
export interface Scales {
  x(value: number): number
  y(value: number): number
  invertX(pixel: number): number
  invertY(pixel: number): number
  readonly xDomain: AxisDomain
  readonly yDomain: AxisDomain
  readonly xLog: boolean
  readonly yLog: boolean
  /** Size of the plotting area, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Factor of text, points and strokes: 1, or 2 in front of a class. */
  readonly size: number
  readonly palette: Palette
}

export type LabelSide =
  'right' | 'left' | 'above' | 'below' | 'above-right' | 'above-left' | 'below-right' | 'below-left'

/** A text at a point (pixels). Labels are placed together, so none covers another or leaves the plot. */
export interface Label {
  /** Keeps a moving label on its side from frame to frame. Default: the text. */
  readonly key?: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: string
  readonly bold?: boolean
  /** Higher priorities are placed first. */
  readonly priority?: number
  /** Pixels kept free around the point, about the radius of what is drawn there. */
  readonly distance?: number
  /** The side to try first. Default: right of the point. */
  readonly side?: LabelSide
  /** Left out where it would lie on drawn content. */
  readonly optional?: boolean
  /** Ends at this x, in pixels. Default: the plot's right edge. */
  readonly within?: number
  /** The name of a run, on a tag with the marker of this look. */
  readonly tag?: number
}

/** Redrawn above the layers whenever anything changes: present points, arrows, labels. */
export interface Overlay {
  readonly pen: Pen
  readonly scales: Scales
  label(label: Label): void
  /** Makes labels avoid a place (pixels) if there is room elsewhere. */
  avoid(x: number, y: number, radius: number): void
}

export interface Layer {
  readonly key: string
  /** The number of items visible now. If it shrinks (the cursor moves back), the plot redraws everything. */
  length(): number
  /** Changes when existing drawing is no longer valid. */
  revision(): number
  /**
   * Adds the items from … to − 1. Calls are contiguous: `from` is the last call's `to`, or 0 on an empty canvas (also
   * with other scales), where a layer must forget its drawing state.
   */
  draw(pen: Pen, scales: Scales, from: number, to: number): void
  /** Draws cheap things above every layer: the last steps, the present point, a label. */
  drawOver?(over: Overlay): void
  /** `ground` is beneath the grid and redrawn separately from the marks: images, bands. */
  readonly plane?: 'ground' | 'marks'
}

/** A list of points that grows at its end. */
export interface Points {
  length(): number
  /** Changes when existing points have changed (a new run, thinned rows). */
  revision(): number
  x(index: number): number
  y(index: number): number
}

/** Rows of doubles in one array, as a run produces them. */
export interface InterleavedRows {
  readonly data: Float64Array
  /** The number of valid rows. The array may be longer. */
  readonly rows: number
  readonly revision: number
}

/** Points in interleaved rows: x = data[row·stride + xOffset], y = data[row·stride + yOffset]. */
export function interleaved(
  source: () => InterleavedRows,
  stride: number,
  xOffset: number,
  yOffset: number,
): Points {
  return {
    length: () => source().rows,
    revision: () => source().revision,
    x: (index) => source().data[index * stride + xOffset],
    y: (index) => source().data[index * stride + yOffset],
  }
}

/** A color, or a function of the palette, so it follows the theme. */
export type Paint = string | ((palette: Palette) => string)

export const resolvePaint = (paint: Paint, palette: Palette): string =>
  typeof paint === 'string' ? paint : paint(palette)
