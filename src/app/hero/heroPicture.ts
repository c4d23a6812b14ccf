// Draws the front page's ravine as a relief with the race on it, and keeps the ball's handle at the start.

import { onThemeChange, readPalette, type Scales } from '../../plot/index.ts'
import { onRestored } from '../../plot/fitCanvas.ts'
import { createScales } from '../../plot/scales.ts'
import { cameraFor, placeAt, projectX, projectY, type Camera } from '../../panels/relief/camera.ts'
import { drawRelief, sidesOf } from '../../panels/relief/drawRelief.ts'
import { createGround, type Ground } from '../../panels/relief/ground.ts'
import { createRaster, drawGround } from '../../panels/relief/raster.ts'
import type { ReliefScene } from '../../panels/relief/scene.ts'
import { heroLandscape, heroLooks, heroPaths, heroStart, heroView } from './heroRace.ts'

const pose = { tilt: 50, turn: 13 }
const mostTexels = 120_000

/** The ground's heights, tints and lines. */
interface Grounds {
  readonly scales: Scales
  readonly map: Scales
  readonly ground: Ground
}

interface Built extends Grounds {
  readonly scene: Omit<ReliefScene, 'runs' | 'start' | 'isStartFocused'>
  readonly camera: Camera
}

export class HeroPicture {
  private grounds: Grounds | undefined
  private built: Built | undefined
  private paths = heroPaths(heroStart)
  private start: readonly number[] = heroStart
  private drawn = ''
  private readonly stops: readonly (() => void)[]

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly ball: HTMLElement,
    stale: () => void,
  ) {
    const redraw = (): void => {
      this.grounds = undefined
      this.built = undefined
      this.drawn = ''
      stale()
    }
    const resized = new ResizeObserver(redraw)
    resized.observe(canvas)
    this.stops = [onThemeChange(redraw), onRestored([canvas], redraw), () => resized.disconnect()]
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  /** Starts the race from another place. */
  begin(start: readonly number[]): void {
    this.start = start
    this.paths = heroPaths(start)
    this.drawn = ''
  }

  /** Returns w and b of the ground at a pixel. */
  placeAt(px: number, py: number): readonly [number, number] | undefined {
    if (!this.built) return undefined
    const { camera, ground, map } = this.built
    const place = placeAt(camera, ground, ground.heightAt, px, py)
    return place && [map.invertX(place[0]), map.invertY(place[1])]
  }

  draw(step: number, names: readonly string[]): void {
    const focused = document.activeElement === this.ball && this.ball.matches(':focus-visible')
    const sign = `${step} ${names.join()} ${focused}`
    if (this.built && sign === this.drawn) return
    const built = (this.built ??= this.build())
    if (!built) return
    this.drawn = sign
    const { scales, map, scene, camera, ground } = built
    const start = [map.x(this.start[0]), map.y(this.start[1])] as const
    const pen = this.canvas.getContext('2d')!
    pen.setTransform(scales.pixelRatio, 0, 0, scales.pixelRatio, 0, 0)
    drawRelief(pen, scales, {
      ...scene,
      start,
      isStartFocused: focused,
      runs: this.paths.map((path, run) => ({
        points: {
          length: () => Math.min(path.length / 2, step + 1),
          revision: () => 0,
          x: (i) => map.x(path[2 * i]),
          y: (i) => map.y(path[2 * i + 1]),
        },
        look: heroLooks[run],
        strong: run === 1,
        label: names[run],
        ended: false,
      })),
    })
    const [x, y] = [projectX(camera, ...start), projectY(camera, ...start, ground.heightAt(...start))]
    this.ball.style.translate = `${x}px ${y}px`
  }

  /** Computes the ground, the first half of the first drawing. */
  prepare(): void {
    this.grounds ??= this.createGrounds()
  }

  private createGrounds(): Grounds | undefined {
    const { canvas } = this
    const [width, height] = [canvas.clientWidth, canvas.clientHeight]
    const pixelRatio = Math.min(2, devicePixelRatio || 1)
    if (width < 40 || height < 40) return undefined
    canvas.width = Math.round(width * pixelRatio)
    canvas.height = Math.round(height * pixelRatio)
    const palette = readPalette(canvas)
    const [w, b] = [heroView.w, heroView.b]
    const unit = width / (w[1] - w[0])
    const tall = unit * (b[1] - b[0])
    const size = width < 600 ? 0.9 : 1.05
    const shape = { pixelRatio, size, palette }
    const scales = createScales({ x: w, y: b, width, height, ...shape })
    const map = createScales({ x: w, y: b, width, height: tall, ...shape })
    const ground = createGround({
      value: (x, y) => heroLandscape.value(map.invertX(x), map.invertY(y)),
      width,
      height: tall,
      start: heroLandscape.value(...heroStart),
      least: 0,
      scale: 'log',
      colors: palette.surface,
      mostTexels,
    })
    return { scales, map, ground }
  }

  private build(): Built | undefined {
    this.prepare()
    if (!this.grounds) return undefined
    const { scales, map, ground } = this.grounds
    const { width, height, palette } = scales
    // Slightly larger than the picture, and low in it, because words are above.
    const fitted = cameraFor(pose, ground, width * 1.02, height * 1.1, 0)
    const camera = {
      ...fitted,
      originX: fitted.originX - width * 0.01,
      originY: fitted.originY + height * (width < 600 ? 0.1 : 0.09),
    }
    const raster = createRaster(Math.ceil(width), Math.ceil(height))
    drawGround(raster, ground, camera, sidesOf(palette))
    const image = Object.assign(document.createElement('canvas'), {
      width: raster.width,
      height: raster.height,
    })
    const pixels = new Uint8ClampedArray(raster.pixels.buffer as ArrayBuffer)
    image.getContext('2d')!.putImageData(new ImageData(pixels, raster.width, raster.height), 0, 0)
    const minima = [[map.x(0), map.y(0)] as const]
    const scene = { ground, camera, raster, image, scale: 1, minima, axes: ['w', 'b'] as const, bare: true }
    return { scales, map, scene, ground, camera }
  }
}
