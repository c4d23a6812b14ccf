// The map's ground as a relief: heights that grow with J, a tint for each band between two contour lines, light from
// the front left, and the lines themselves. Computed once per view of the map. Tilting recomputes nothing.

import { contours, levelsFor, evenLevels, lineOf, tintsOf } from '../../engine/picture/index.ts'
import { lineContrast, numberOf, strongContrast } from '../../engine/picture/tint.ts'
import type { Block } from './camera.ts'

export interface GroundRequest {
  /** J at a pixel of the map. */
  value(x: number, y: number): number
  readonly width: number
  readonly height: number
  /** The J that sets the height scale: the start's. */
  readonly start: number
  /** J at the deepest minimum, if known. */
  readonly least?: number | undefined
  /** Use even steps between lines, because the surface has no lowest point. */
  readonly even?: boolean
  readonly scale: 'log' | 'linear'
  /** Maximum texels. A larger map has coarser ones. */
  readonly mostTexels?: number
  readonly colors: { readonly stops: readonly string[]; readonly ink: string }
}

export interface Line {
  /** x₁, y₁, x₂, y₂ of each segment, in pixels of the map. */
  readonly segments: Float32Array
  readonly color: string
  readonly strong: boolean
  readonly value: number
  /** Maximum height. */
  readonly height: number
}

export interface Ground extends Block {
  /** Texels across and up, and pixels of the map per texel. */
  readonly columns: number
  readonly rows: number
  readonly grain: number
  readonly heights: Float32Array
  /** 0xAABBGGRR, including shading. */
  readonly colors: Uint32Array
  readonly lines: readonly Line[]
  heightAt(x: number, y: number): number
}

/** Pixels of the map between two values of J. */
const cell = 5
const usualTexels = 240_000
/** Fractions of the map's shorter side: the maximum height, and the block's depth below the lowest place. */
const highestShare = 0.42
const depth = 0.08
/** The slope of steep walls, chosen so that from 45° the near wall does not hide the valley's floor. */
const steep = { log: 0.62, linear: 1.1 } as const
/** Walls are as steep as this fraction of the ground is not. */
const walls = 0.95
/** J below this fraction of the start's is nearly flat, so a minimum looks like a bowl and not like a pit. */
const soft = 0.12
/** On a linear scale, J above this multiple of the start's is cut off. */
const linearMost = 2
/** Light from the front left. */
const light = [-0.42, -0.55, 0.72] as const

export function createGround(request: GroundRequest): Ground {
  const { width, height, mostTexels = usualTexels } = request
  const across = Math.ceil(width / cell) + 1
  const up = Math.ceil(height / cell) + 1
  const [cellX, cellY] = [width / (across - 1), height / (up - 1)]
  const values = new Float64Array(across * up)
  let [lowest, highest] = [Infinity, -Infinity]
  for (let row = 0, k = 0; row < up; row++)
    for (let column = 0; column < across; column++, k++) {
      const J = request.value(column * cellX, row * cellY)
      values[k] = J
      if (J < lowest && J > -Infinity) lowest = J
      if (J > highest && J < Infinity) highest = J
    }
  const base = request.least !== undefined && request.least <= lowest ? request.least : lowest
  const found = request.even ? evenLevels(base, highest) : levelsFor(base, highest)
  const share = scaleOf(request, base, highest)
  const coarse = new Float64Array(across * up)
  for (let k = 0; k < values.length; k++) coarse[k] = share(values[k])
  const tall = tallness(coarse, across, up, cellX, cellY, request)
  const heightOf = (J: number): number => tall * share(J)
  for (let k = 0; k < coarse.length; k++) coarse[k] *= tall
  const shade = shades(coarse, across, up, cellX, cellY)

  const bands = tintsOf(request.colors.stops, found.values.length + 1)
  const bounds = Float64Array.from(found.values, heightOf)
  const grain = Math.max(1, Math.sqrt((width * height) / mostTexels))
  const columns = Math.max(2, Math.round(width / grain))
  const rows = Math.max(2, Math.round(height / grain))
  const heights = new Float32Array(columns * rows)
  const colors = new Uint32Array(columns * rows)
  for (let row = 0, k = 0; row < rows; row++) {
    const y = Math.min(up - 1.001, ((row + 0.5) * (up - 1)) / rows)
    const [r, fy] = [Math.floor(y), y - Math.floor(y)]
    let band = 0
    for (let column = 0; column < columns; column++, k++) {
      const x = Math.min(across - 1.001, ((column + 0.5) * (across - 1)) / columns)
      const c = x | 0
      const fx = x - c
      const at = r * across + c
      const h =
        (1 - fy) * ((1 - fx) * coarse[at] + fx * coarse[at + 1]) +
        fy * ((1 - fx) * coarse[at + across] + fx * coarse[at + across + 1])
      heights[k] = h
      while (band < bounds.length && bounds[band] <= h) band++
      while (band > 0 && bounds[band - 1] > h) band--
      const lit =
        (1 - fy) * ((1 - fx) * shade[at] + fx * shade[at + 1]) +
        fy * ((1 - fx) * shade[at + across] + fx * shade[at + across + 1])
      colors[k] = shaded(bands[band], lit)
    }
  }
  const heightAt = (x: number, y: number): number => {
    const cx = Math.min(Math.max(x / cellX, 0), across - 1.001)
    const cy = Math.min(Math.max(y / cellY, 0), up - 1.001)
    const c = cx | 0
    const r = cy | 0
    const [fx, fy, at] = [cx - c, cy - r, r * across + c]
    return (
      (1 - fy) * ((1 - fx) * coarse[at] + fx * coarse[at + 1]) +
      fy * ((1 - fx) * coarse[at + across] + fx * coarse[at + across + 1])
    )
  }
  return {
    width,
    height,
    depth: depth * Math.min(width, height),
    rim: rimOf(width, height, heightAt),
    columns,
    rows,
    grain: width / columns,
    heights,
    colors,
    lines: linesOf(coarse, across, up, cellX, cellY, found, bounds, bands, request.colors.ink),
    heightAt,
  }
}

/** Returns the height of share 1: as steep as one can look over, and no higher than the picture allows. */
function tallness(
  shares: Float64Array,
  across: number,
  up: number,
  cellX: number,
  cellY: number,
  { scale, width, height }: GroundRequest,
): number {
  const slopes: number[] = []
  for (let row = 1; row < up; row += 2)
    for (let column = 1; column < across; column += 2) {
      const k = row * across + column
      slopes.push(Math.hypot((shares[k] - shares[k - 1]) / cellX, (shares[k] - shares[k - across]) / cellY))
    }
  slopes.sort((a, b) => a - b)
  const slope = slopes[Math.floor(walls * (slopes.length - 1))]
  return Math.min(highestShare * Math.min(width, height), slope > 0 ? steep[scale] / slope : Infinity)
}

/** Maps J to a fraction of the maximum height. A J that is not finite has the maximum. */
function scaleOf({ start, scale }: GroundRequest, base: number, highest: number): (J: number) => number {
  const range = Math.max(highest - base, 1e-300)
  const known = start - base > 0 && start - base < Infinity ? start - base : range
  if (scale === 'linear') {
    const cut = Math.min(range, linearMost * known)
    return (J) => Math.min(1, Math.max(0, (J - base) / cut || (J > base ? 1 : 0)))
  }
  const unit = soft * Math.min(known, range)
  const whole = Math.log1p(range / unit)
  return (J) => (J < Infinity ? Math.log1p(Math.max(0, J - base) / unit) / whole : 1)
}

function shades(heights: Float64Array, across: number, up: number, cellX: number, cellY: number) {
  const shade = new Float64Array(across * up)
  for (let row = 0, k = 0; row < up; row++)
    for (let column = 0; column < across; column++, k++) {
      const left = column > 0 ? 1 : 0
      const right = column < across - 1 ? 1 : 0
      const above = row > 0 ? across : 0
      const below = row < up - 1 ? across : 0
      const gx = (heights[k + right] - heights[k - left]) / ((left + right) * cellX)
      const gy =
        (heights[k + below] - heights[k - above]) / (((above > 0 ? 1 : 0) + (below > 0 ? 1 : 0)) * cellY)
      // The normal is (−gx, −gy, 1) with y downwards, that is to the front.
      const cos = (-gx * light[0] - gy * -light[1] + light[2]) / Math.sqrt(1 + gx * gx + gy * gy)
      shade[k] = Math.min(1.05, 0.76 + 0.31 * cos)
    }
  return shade
}

/** Shades 0xRRGGBB and returns a word of little-endian RGBA. */
function shaded(color: number, lit: number): number {
  const red = Math.min(255, ((color >> 16) & 255) * lit)
  const green = Math.min(255, ((color >> 8) & 255) * lit)
  const blue = Math.min(255, (color & 255) * lit)
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
}

function rimOf(width: number, height: number, heightAt: Ground['heightAt']): Float64Array {
  const points: number[] = []
  const steps = 24
  for (let i = 0; i <= steps; i++)
    for (const [x, y] of [
      [(i / steps) * width, 0],
      [(i / steps) * width, height],
      [0, (i / steps) * height],
      [width, (i / steps) * height],
    ])
      points.push(x, y, heightAt(x, y))
  return Float64Array.from(points)
}

function linesOf(
  heights: Float64Array,
  across: number,
  up: number,
  cellX: number,
  cellY: number,
  { values, strong }: ReturnType<typeof levelsFor>,
  bounds: Float64Array,
  bands: readonly number[],
  ink: string,
): Line[] {
  const { segments, starts } = contours(heights, across, up, bounds)
  return Array.from(values, (value, n) => {
    const own = segments.slice(4 * starts[n], 4 * starts[n + 1])
    for (let i = 0; i < own.length; i += 2) {
      own[i] *= cellX
      own[i + 1] *= cellY
    }
    const color = lineOf(bands[n], bands[n + 1], numberOf(ink), strong[n] ? strongContrast : lineContrast)
    return { segments: own, color: hex(color), strong: strong[n] === 1, value, height: bounds[n] }
  })
}

const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`
