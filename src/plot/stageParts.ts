// The elements that a stage draws on, and what it tells of its view.

import type { AxisDomain, Scales } from './layer.ts'
import type { PlotProps, View } from './plotProps.ts'
import { stretchOf } from './scales.ts'

export interface Domains {
  readonly x: AxisDomain
  readonly y: AxisDomain
}

/** A way between two frames. */
export interface Way {
  now: Domains
  moves: boolean
  stop(): void
  /** The frame that was left, dashed, while one still knows it. */
  drawLeft(scales: Scales): void
}

/** What a way needs of the stage that it leads. */
export interface Led {
  readonly props: PlotProps
  readonly home: Domains
  /** Milliseconds that all of it took to draw. */
  readonly took: number
  readonly over: CanvasRenderingContext2D
  scales(): Scales | null
  scalesOf(domains: Domains): Scales | null
  viewOf(scales: Scales): View
  rescale(): void
  readonly redraw: () => void
}

/** What leads the eye from one frame to another. It loads when the page has rested. */
export const guide: { lead?: (stage: Led, from: Domains) => Way | undefined } = {}
setTimeout(() => void import('./glide.ts').then((glide) => (guide.lead = glide.lead)).catch(() => {}), 1500)

export interface StageParts {
  readonly frame: HTMLElement
  readonly ground: HTMLCanvasElement
  readonly marks: HTMLCanvasElement
  readonly over: HTMLCanvasElement
  readonly svg: SVGSVGElement
  readonly axes: SVGGElement
  readonly handles: SVGGElement
  readonly readout: HTMLElement
}

export const same = (a: AxisDomain, b: AxisDomain): boolean => [0, 1, 2].every((i) => Object.is(a[i], b[i]))

/** The shown domains, the stretch of one axis, and the size of the plotting area; `home` where there are no scales yet. */
export const viewOf = (
  scales: Scales | null,
  home: Domains,
): Pick<View, 'x' | 'y' | 'stretch' | 'width' | 'height'> => ({
  x: scales?.xDomain ?? home.x,
  y: scales?.yDomain ?? home.y,
  stretch: scales ? stretchOf(scales) : 1,
  width: scales?.width ?? 0,
  height: scales?.height ?? 0,
})

export const axisChanged = (a: PlotProps['x'], b: PlotProps['x']): boolean =>
  a.name !== b.name || a.scale !== b.scale || a.format !== b.format || a.hidden !== b.hidden
