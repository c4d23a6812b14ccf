// Scales from data units to CSS pixels with one multiplication per value, linear or logarithmic (optionally including 0
// and negative values).

import type { AxisDomain, Domain, Scales } from './layer.ts'
import type { Palette } from './palette.ts'
import type { PlotProps } from './plotProps.ts'

export interface ScalesInput {
  readonly x: AxisDomain
  readonly y: AxisDomain
  readonly xLog?: boolean
  readonly yLog?: boolean
  readonly width: number
  readonly height: number
  readonly pixelRatio?: number
  readonly size?: number
  readonly palette: Palette
}

interface Axis {
  map(value: number): number
  invert(pixel: number): number
}

function linear([low, high]: AxisDomain, from: number, to: number): Axis {
  const factor = (to - from) / (high - low)
  return {
    map: (value) => from + (value - low) * factor,
    invert: (pixel) => low + (pixel - from) / factor,
  }
}

function logarithmic([low, high]: AxisDomain, from: number, to: number): Axis {
  const base = Math.log(low)
  const factor = (to - from) / (Math.log(high) - base)
  return {
    map: (value) => (value > 0 ? from + (Math.log(value) - base) * factor : NaN),
    invert: (pixel) => Math.exp(base + (pixel - from) / factor),
  }
}

/** Linear up to `least` on both sides of 0, logarithmic beyond. The slope is continuous. */
function signed([low, high]: AxisDomain, least: number, from: number, to: number): Axis {
  const place = (value: number): number => {
    const size = Math.abs(value) / least
    return size <= 1 ? value / least : Math.sign(value) * (1 + Math.log(size))
  }
  const value = (at: number): number => {
    const size = Math.abs(at)
    return size <= 1 ? at * least : Math.sign(at) * least * Math.exp(size - 1)
  }
  const bottom = place(low)
  const factor = (to - from) / (place(high) - bottom)
  return {
    map: (x) => from + (place(x) - bottom) * factor,
    invert: (pixel) => value(bottom + (pixel - from) / factor),
  }
}

/** Returns a domain that an axis can show: finite, distinct ends, positive on a logarithmic axis. */
export function usableDomain([low, high, least]: AxisDomain, log = false): AxisDomain {
  if (log && least !== undefined) {
    const [a, b] = usableDomain([low, high])
    return [a, b, least > 0 && least < Infinity ? least : 1]
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) return log ? [0.1, 10] : [0, 1]
  let [a, b] = low <= high ? [low, high] : [high, low]
  if (log) {
    if (!(b > 1e-290)) return [0.1, 10]
    if (!(a > 0)) a = b / 1e6
    return b / a < 1.0001 ? [a / 2, Math.min(b * 2, Number.MAX_VALUE)] : [a, b]
  }
  const largest = Math.max(Math.abs(a), Math.abs(b))
  if (b - a <= largest * 1e-12) {
    a = Math.max(a - (largest || 1) * 0.5, -Number.MAX_VALUE)
    b = Math.min(b + (largest || 1) * 0.5, Number.MAX_VALUE)
  }
  return [a, b]
}

function axisOf(domain: AxisDomain, log: boolean, from: number, to: number): Axis {
  if (!log) return linear(domain, from, to)
  const [, , least] = domain
  return least === undefined ? logarithmic(domain, from, to) : signed(domain, least, from, to)
}

export function createScales(input: ScalesInput): Scales {
  const { width, height, palette, xLog = false, yLog = false, pixelRatio = 1, size = 1 } = input
  const xDomain = usableDomain(input.x, xLog)
  const yDomain = usableDomain(input.y, yLog)
  const x = axisOf(xDomain, xLog, 0, width)
  const y = axisOf(yDomain, yLog, height, 0)
  return {
    x: x.map,
    y: y.map,
    invertX: x.invert,
    invertY: y.invert,
    xDomain,
    yDomain,
    xLog,
    yLog,
    width,
    height,
    pixelRatio,
    size,
    palette,
  }
}

/** Widens one of two linear domains around its middle, so a unit has equally many pixels on both axes. */
export function equalUnits(
  x: AxisDomain,
  y: AxisDomain,
  width: number,
  height: number,
): { x: Domain; y: Domain } {
  const unit = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height)
  const about = ([low, high]: AxisDomain, pixels: number): Domain => {
    const middle = low / 2 + high / 2
    return [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2]
  }
  return { x: about(x, width), y: about(y, height) }
}

/** Returns the scales of a plot with these axes. */
export function scalesOf(
  { x, y, equal }: Pick<PlotProps, 'x' | 'y' | 'equal'>,
  domains: { readonly x: AxisDomain; readonly y: AxisDomain },
  area: Pick<Scales, 'width' | 'height' | 'pixelRatio' | 'size' | 'palette'>,
): Scales {
  const xLog = x.scale === 'log'
  const yLog = y.scale === 'log'
  const even = equal && !xLog && !yLog
  const shown = even ? equalUnits(domains.x, domains.y, area.width, area.height) : domains
  return createScales({ ...shown, xLog, yLog, ...area })
}

/** Returns pixels per unit of one axis over those of the other, at least 1. 1 for equal units or logarithmic axes. */
export function stretchOf(scales: Scales): number {
  if (scales.xLog || scales.yLog) return 1
  const [x0, x1] = scales.xDomain
  const [y0, y1] = scales.yDomain
  const ratio = scales.width / (x1 - x0) / (scales.height / (y1 - y0))
  return ratio < 1 ? 1 / ratio : ratio
}

/** Zooms about a pixel. factor > 1 shows less. Works in the scale's own space, so logarithmic axes zoom evenly. */
export function zoomed(scales: Scales, factor: number, px: number, py: number): { x: Domain; y: Domain } {
  const x = (pixel: number) => scales.invertX(px + (pixel - px) / factor)
  const y = (pixel: number) => scales.invertY(py + (pixel - py) / factor)
  return { x: [x(0), x(scales.width)], y: [y(scales.height), y(0)] }
}

/** Returns the domains after moving the picture by a number of pixels. */
export function panned(scales: Scales, dx: number, dy: number): { x: Domain; y: Domain } {
  return {
    x: [scales.invertX(-dx), scales.invertX(scales.width - dx)],
    y: [scales.invertY(scales.height - dy), scales.invertY(-dy)],
  }
}
