// What a plot is made of: layers that draw themselves with a pen between scales. A layer is drawn in items, and `draw`
// adds only what the items from … to bring, so that a run that streams costs what is new and not what is there.

import type { Palette } from './palette.ts'

/** The two ends of an axis in data units, low end first. */
export type Domain = readonly [low: number, high: number]

/**
 * `least`, on a logarithmic axis that also shows 0 and what is below it: the size below which the axis is linear. An axis on
 * which nothing is larger is linear.
 */
export type AxisDomain = Domain | readonly [low: number, high: number, least: number]

/** The part of a canvas that is used. A test passes one that writes text, the export one that writes SVG. */
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
 * From data units to CSS pixels of the plotting area (y grows downwards) and back. A new object whenever anything in it
 * changes. A value that an axis cannot show (NaN; ≤ 0 on a logarithmic one) gives NaN; one that is far outside gives a
 * pixel far outside, never a clamped one.
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
  /** Of the plotting area, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Factor on type, points and strokes: 1, and 2 in front of a class. */
  readonly size: number
  readonly palette: Palette
}

export type LabelSide =
  'right' | 'left' | 'above' | 'below' | 'above-right' | 'above-left' | 'below-right' | 'below-left'

/** A text at a point (pixels). Labels are placed together, so that none covers another or leaves the plot. */
export interface Label {
  /** Keeps a moving label on its side from frame to frame; default: the text. */
  readonly key?: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: string
  readonly bold?: boolean
  /** Higher ones are placed first. */
  readonly priority?: number
  /** Pixels kept free around the point, about the radius of what is drawn there. */
  readonly distance?: number
  /** The side tried first; by default right of the point. */
  readonly side?: LabelSide
}

/** What is drawn anew above the layers whenever anything changed: present points, arrows, labels. */
export interface Overlay {
  readonly pen: Pen
  readonly scales: Scales
  label(label: Label): void
  /** Labels keep off this place (pixels) if there is room elsewhere. */
  avoid(x: number, y: number, radius: number): void
}

export interface Layer {
  readonly key: string
  /** How many items are to be seen now. It may shrink (a cursor that goes back): then the plot draws anew. */
  length(): number
  /** Changes when what is already drawn is no longer true. */
  revision(): number
  /**
   * Adds what the items from … to − 1 bring. Calls are contiguous: `from` is the last call's `to`, or 0 on an empty
   * canvas (also with other scales), where a layer forgets what it remembered of the drawing.
   */
  draw(pen: Pen, scales: Scales, from: number, to: number): void
  /** What must stand above every layer, and is cheap: the last steps, the present point, a label. */
  drawOver?(over: Overlay): void
  /** `ground` lies beneath the grid and is redrawn apart from the marks: images, bands. */
  readonly plane?: 'ground' | 'marks'
}

/** A list of points that grows at its end. */
export interface Points {
  length(): number
  /** Changes when points that were there have changed (a new run, rows thinned). */
  revision(): number
  x(index: number): number
  y(index: number): number
}

/** Rows of doubles in one array, as they come from a run. */
export interface InterleavedRows {
  readonly data: Float64Array
  /** Rows that count; the array may be longer. */
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

/** A color, or where the palette has it, so that it follows the theme. */
export type Paint = string | ((palette: Palette) => string)

export const resolvePaint = (paint: Paint, palette: Palette): string =>
  typeof paint === 'string' ? paint : paint(palette)
