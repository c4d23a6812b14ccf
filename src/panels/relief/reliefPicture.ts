// A relief of the current document. Its ground is recomputed when the map's view, the surface or the settled start
// changes. Tilting only redraws it.

import { currentLanguage, words } from '../../i18n/index.ts'
import type { Pen, Scales } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { objectiveOf } from '../map/ghostRun.ts'
import { followed, pathLabel } from '../map/pathLabel.ts'
import { endAtCursor, looksOf, placesOf } from '../runs.ts'
import { cameraFor, placeAt, projectX, projectY, type Camera } from './camera.ts'
import { drawRelief, sidesOf } from './drawRelief.ts'
import { createGround, type Ground } from './ground.ts'
import { useRelief } from './pose.ts'
import { createRaster, drawGround, type Raster } from './raster.ts'
import type { ReliefRun, ReliefScene } from './scene.ts'

export interface ReliefOptions {
  readonly swapped: boolean
  readonly hidden: readonly number[]
  readonly selected: number
  readonly names: readonly string[]
  readonly start: readonly number[]
  readonly axes: readonly [string, string]
  readonly withoutRuns: boolean
}

/** Raster pixels on the screen and in an export, so a large picture costs no more than a small one. */
const onScreen = 360_000
export const inFiles = 640_000
const room = 26
const top = 34
const reach = 22

export class ReliefPicture {
  private ground: Ground | undefined
  private key: readonly unknown[] = []
  private canvas: HTMLCanvasElement | undefined
  private raster: Raster | undefined
  private drawn: readonly unknown[] = []
  private camera: Camera | undefined
  private start: readonly [number, number] = [0, 0]

  constructor(private readonly mostPixels = onScreen) {}

  /** Whether a pixel is at the start. */
  isStart(px: number, py: number): boolean {
    const { camera, ground, start } = this
    if (!camera || !ground) return false
    const [x, y] = [projectX(camera, ...start), projectY(camera, ...start, ground.heightAt(...start))]
    return Math.hypot(px - x, py - y) <= reach
  }

  /** Returns the place of the map, in its pixels, at a pixel. */
  placeAt(px: number, py: number): readonly [number, number] | undefined {
    const { camera, ground } = this
    return camera && ground && placeAt(camera, ground, ground.heightAt, px, py)
  }

  draw(pen: Pen, scales: Scales, options: ReliefOptions, isStartFocused: boolean): void {
    const scene = this.scene(scales, options, isStartFocused)
    if (scene) drawRelief(pen, scales, scene)
  }

  private scene(scales: Scales, options: ReliefOptions, isStartFocused: boolean): ReliefScene | undefined {
    const { experiment } = useExperiment.getState()
    const { swapped, axes } = options
    const objective = objectiveOf(experiment)
    if (!objective.landscape) return undefined
    const { minima } = objective.landscape
    const place = (w: number, b: number): readonly [number, number] => [
      scales.x(swapped ? b : w),
      scales.y(swapped ? w : b),
    ]
    const ground = this.groundOf(scales, options)
    const { tilt, turn } = useRelief.getState()
    const camera = cameraFor(
      { tilt, turn },
      ground,
      scales.width,
      scales.height,
      room * scales.size,
      top * scales.size,
    )
    const raster = this.rasterOf(scales, ground, camera)
    this.camera = camera
    this.start = place(options.start[0], options.start[1])
    return {
      ground,
      camera,
      ...raster,
      runs: options.withoutRuns ? [] : this.runs(scales, options),
      start: this.start,
      isStartFocused,
      minima: minima.map(([w, b]) => place(w, b)),
      axes: swapped ? [axes[1], axes[0]] : axes,
    }
  }

  private groundOf(scales: Scales, { swapped, start }: ReliefOptions): Ground {
    const { experiment, editing } = useExperiment.getState()
    const { xDomain, yDomain, width, height, palette } = scales
    const { scale } = useRelief.getState()
    // While the start is dragged the ground stays unchanged.
    const from = editing === 'start' && this.ground ? this.key.slice(-2) : [start[0], start[1]]
    const objective = objectiveOf(experiment)
    const key = [objective, ...xDomain, ...yDomain, width, height, palette, swapped, scale, ...from]
    if (this.ground && key.every((one, i) => Object.is(one, this.key[i]))) return this.ground
    this.key = key
    const landscape = objective.landscape!
    const known = landscape.minima.map(([w, b]) => landscape.value(w, b))
    this.ground = createGround({
      value: (x, y) => {
        const [across, up] = [scales.invertX(x), scales.invertY(y)]
        return swapped ? landscape.value(up, across) : landscape.value(across, up)
      },
      width,
      height,
      start: landscape.value(start[0], start[1]),
      least: known.length > 0 ? Math.min(...known) : undefined,
      even: landscape.minima.length === 0 && (landscape.saddles?.length ?? 0) > 0,
      scale,
      colors: palette.surface,
    })
    return this.ground
  }

  private rasterOf(
    scales: Scales,
    ground: Ground,
    camera: Camera,
  ): Pick<ReliefScene, 'raster' | 'image' | 'scale'> {
    const scale = Math.max(1, Math.sqrt((scales.width * scales.height) / this.mostPixels))
    const [width, height] = [Math.ceil(scales.width / scale), Math.ceil(scales.height / scale)]
    if (!this.raster || this.raster.width !== width || this.raster.height !== height) {
      this.raster = createRaster(width, height)
      this.canvas = Object.assign(document.createElement('canvas'), { width, height })
    }
    const { raster, canvas } = this
    const now = [ground, raster, camera.pose.tilt, camera.pose.turn, scales.palette]
    if (!now.every((one, i) => one === this.drawn[i])) {
      this.drawn = now
      drawGround(raster, ground, camera, sidesOf(scales.palette), scale)
      const pixels = new Uint8ClampedArray(raster.pixels.buffer as ArrayBuffer)
      canvas!.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0)
    }
    return { raster, image: canvas!, scale }
  }

  private runs(scales: Scales, { swapped, hidden, selected, names }: ReliefOptions): ReliefRun[] {
    const looks = looksOf(useExperiment.getState().experiment)
    return names.flatMap((name, run): ReliefRun[] => {
      if (hidden.includes(run)) return []
      const points = followed(run, placesOf(run, swapped))
      const label = pathLabel(run, name, words(currentLanguage()), scales.width)
      return [
        {
          points: {
            ...points,
            x: (i) => scales.x(points.x(i)),
            y: (i) => scales.y(points.y(i)),
          },
          look: looks[run],
          strong: run === selected,
          label,
          ended: endAtCursor(run) !== undefined,
        },
      ]
    })
  }
}
