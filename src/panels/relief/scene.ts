// The contents of a relief, and lines draped over its ground without their hidden parts.

import type { Pen, Points } from '../../plot/index.ts'
import { awayness, projectX, projectY, type Camera } from './camera.ts'
import type { Ground } from './ground.ts'
import { isSeen, type Raster } from './raster.ts'

export interface ReliefRun {
  readonly points: Points
  readonly look: number
  readonly strong: boolean
  readonly label: string
  /** The path ends for good, so it has no pin. */
  readonly ended: boolean
}

export interface ReliefScene {
  readonly ground: Ground
  readonly camera: Camera
  readonly raster: Raster
  /** The raster as an image, and how many pixels of the picture one of its pixels covers. */
  readonly image: CanvasImageSource
  readonly scale: number
  readonly runs: readonly ReliefRun[]
  /** In pixels of the map. */
  readonly start: readonly [number, number]
  readonly isStartFocused: boolean
  readonly minima: readonly (readonly [number, number])[]
  readonly axes: readonly [across: string, up: string]
  /** No numbers at the block's edges. */
  readonly bare?: boolean
}

/** Maximum length of a straight piece of a draped line, in pixels of the map. */
const straight = 6
export interface Spot {
  readonly x: number
  readonly y: number
  readonly seen: boolean
}

export function spotAt({ camera, ground, raster, scale }: ReliefScene, x: number, y: number): Spot {
  const px = projectX(camera, x, y)
  const py = projectY(camera, x, y, ground.heightAt(x, y))
  return { x: px, y: py, seen: isSeen(raster, px / scale, py / scale, awayness(camera, x, y)) }
}

/** The visible segments of each contour line, in pixels of the picture: x₁, y₁, x₂, y₂. */
export function seenLines({ camera, ground, raster, scale }: ReliefScene): Float32Array[] {
  return ground.lines.map(({ segments, height }) => {
    const seen = new Float32Array(segments.length)
    let length = 0
    for (let i = 0; i < segments.length; i += 4) {
      const [x1, y1, x2, y2] = [segments[i], segments[i + 1], segments[i + 2], segments[i + 3]]
      const px1 = projectX(camera, x1, y1)
      const py1 = projectY(camera, x1, y1, height)
      if (!isSeen(raster, px1 / scale, py1 / scale, awayness(camera, x1, y1))) continue
      const px2 = projectX(camera, x2, y2)
      const py2 = projectY(camera, x2, y2, height)
      if (!isSeen(raster, px2 / scale, py2 / scale, awayness(camera, x2, y2))) continue
      seen[length++] = px1
      seen[length++] = py1
      seen[length++] = px2
      seen[length++] = py2
    }
    return seen.subarray(0, length)
  })
}

/** Draws a line over the ground from place to place. Returns true if there is something to stroke. */
export class Draped {
  private x = NaN
  private y = NaN
  private open = false

  constructor(
    private readonly pen: Pen,
    private readonly scene: ReliefScene,
  ) {
    pen.beginPath()
  }

  to(x: number, y: number): void {
    const { ground } = this.scene
    // What left the map is not on the block. The line resumes where it re-enters.
    const inside = x >= 0 && y >= 0 && x <= ground.width && y <= ground.height
    const far = Math.hypot(x - this.x, y - this.y)
    const pieces = far < 1e5 ? Math.max(1, Math.ceil(far / straight)) : 1
    if (this.x === this.x && far < 1e5)
      for (let k = 1; k < pieces; k++)
        this.visit(this.x + ((x - this.x) * k) / pieces, this.y + ((y - this.y) * k) / pieces)
    this.visit(x, y)
    if (!inside) this.open = false
    this.x = x
    this.y = y
  }

  private visit(x: number, y: number): void {
    const { ground } = this.scene
    if (!(x >= 0 && y >= 0 && x <= ground.width && y <= ground.height)) {
      this.open = false
      return
    }
    const spot = spotAt(this.scene, x, y)
    if (!spot.seen) this.open = false
    else if (this.open) this.pen.lineTo(spot.x, spot.y)
    else {
      this.pen.moveTo(spot.x, spot.y)
      this.open = true
    }
  }
}
