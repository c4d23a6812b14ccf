import { describe, expect, it } from 'vitest'
import { cameraFor, placeAt, projectX, projectY, awayness, type Pose } from './camera.ts'
import { createGround, type Ground, type GroundRequest } from './ground.ts'
import { createRaster, drawGround, isSeen } from './raster.ts'

const [width, height] = [400, 240]
const colors = { stops: ['#fffdf4', '#fdf1d0', '#eee7c4', '#d1dbc5', '#b4c8c6'], ink: '#231f14' }
const request: GroundRequest = {
  // A ravine along x with 40 px per unit.
  value: (x, y) => ((x - 300) ** 2 + 40 * (y - 120) ** 2) / 3200,
  width,
  height,
  start: 40,
  least: 0,
  scale: 'log',
  colors,
}
const ground = createGround(request)
const sides = [0xff112233, 0xff445566] as const
const seen = (pose: Pose, of: Ground = ground) => {
  const camera = cameraFor(pose, of, width, height)
  const raster = createRaster(width, height)
  drawGround(raster, of, camera, sides)
  return { camera, raster }
}

describe('the camera', () => {
  it('has every point at the map’s place when it looks from above', () => {
    const camera = cameraFor({ tilt: 0, turn: 0 }, ground, width, height, 20)
    for (const [x, y] of [
      [0, 0],
      [400, 240],
      [123, 77],
    ]) {
      expect(projectX(camera, x, y)).toBeCloseTo(x, 9)
      expect(projectY(camera, x, y, 50)).toBeCloseTo(y, 9)
    }
  })
  it('keeps the whole block in the picture from every pose', () => {
    for (const tilt of [10, 35, 60])
      for (const turn of [-60, -20, 0, 45, 60]) {
        const camera = cameraFor({ tilt, turn }, ground, width, height)
        const { rim } = ground
        for (let i = 0; i < rim.length; i += 3) {
          const px = projectX(camera, rim[i], rim[i + 1])
          const py = projectY(camera, rim[i], rim[i + 1], rim[i + 2])
          expect(px > -0.01 && px < width + 0.01 && py > -0.01 && py < height + 0.01).toBe(true)
        }
      }
  })
  it('draws a unit of w as long as a unit of b: a circle on the level is an ellipse of one width', () => {
    const camera = cameraFor({ tilt: 50, turn: 35 }, ground, width, height)
    const [x0, y0] = [projectX(camera, 200, 120), projectY(camera, 200, 120, 0)]
    let widest = 0
    for (let a = 0; a < 360; a++) {
      const [x, y] = [200 + 40 * Math.cos((a * Math.PI) / 180), 120 + 40 * Math.sin((a * Math.PI) / 180)]
      const across = projectX(camera, x, y) - x0
      const along = (projectY(camera, x, y, 0) - y0) / Math.cos((50 * Math.PI) / 180)
      expect(Math.hypot(across, along)).toBeCloseTo(40 * camera.zoom, 9)
      widest = Math.max(widest, across)
    }
    expect(widest).toBeCloseTo(40 * camera.zoom, 1)
  })
  it('finds the place under a pixel again', () => {
    const camera = cameraFor({ tilt: 40, turn: 20 }, ground, width, height)
    for (const [x, y] of [
      [60, 200],
      [300, 121],
      [350, 60],
    ]) {
      const px = projectX(camera, x, y)
      const py = projectY(camera, x, y, ground.heightAt(x, y))
      const place = placeAt(camera, ground, ground.heightAt, px, py)!
      expect(Math.hypot(place[0] - x, place[1] - y)).toBeLessThan(3)
    }
    expect(placeAt(camera, ground, ground.heightAt, 2, 2)).toBeUndefined()
  })
})

describe('the ground', () => {
  it('is lowest at the minimum and rises with J, on either scale', () => {
    for (const scale of ['log', 'linear'] as const) {
      const { heightAt } = createGround({ ...request, scale })
      expect(heightAt(300, 120)).toBeLessThan(1)
      let before = -1
      for (let y = 120; y <= 180; y += 10) {
        expect(heightAt(300, y)).toBeGreaterThan(before)
        before = heightAt(300, y)
      }
    }
  })
  it('has its contour lines at their J', () => {
    let count = 0
    for (const { segments, value } of ground.lines)
      for (let i = 0; i < segments.length; i += 2) {
        const J = request.value(segments[i], segments[i + 1])
        // Within a few pixels of the minimum the grid is coarser than the line.
        if (value < 2) continue
        count++
        expect(Math.abs(J - value) / value).toBeLessThan(0.12)
      }
    expect(count).toBeGreaterThan(500)
  })
  it('has its greatest height where J is not finite', () => {
    const { heightAt } = createGround({
      ...request,
      value: (x, y) => (x < 50 ? Infinity : request.value(x, y)),
    })
    expect(heightAt(5, 120)).toBeCloseTo(
      Math.max(...Array.from(ground.rim).filter((_, i) => i % 3 === 2)),
      -1,
    )
  })
})

describe('a surface with holes', () => {
  it('has a height everywhere, and lines where J has values', () => {
    const value = (x: number, y: number): number =>
      x < 40 ? NaN : x < 60 ? -Infinity : x > 380 ? Infinity : request.value(x, y)
    const holed = createGround({ ...request, value })
    expect(holed.heights.every(Number.isFinite)).toBe(true)
    expect(holed.lines.length).toBeGreaterThan(3)
    expect(() => seen({ tilt: 40, turn: -30 }, holed)).not.toThrow()
  })
})

describe('hidden parts', () => {
  // A wall across the middle of flat ground.
  const wall = createGround({ ...request, value: (_, y) => (Math.abs(y - 120) < 12 ? 60 : 0.01), start: 60 })
  const look = (pose: Pose, x: number, y: number): boolean => {
    const { camera, raster } = seen(pose, wall)
    const h = wall.heightAt(x, y)
    return isSeen(raster, projectX(camera, x, y), projectY(camera, x, y, h), awayness(camera, x, y))
  }
  it('are those behind a wall, and none from above', () => {
    expect(look({ tilt: 0, turn: 0 }, 200, 90)).toBe(true)
    expect(look({ tilt: 50, turn: 0 }, 200, 90)).toBe(false)
    expect(look({ tilt: 50, turn: 30 }, 200, 90)).toBe(false)
  })
  it('are not those before it, on it, or far behind it', () => {
    expect(look({ tilt: 50, turn: 0 }, 200, 180)).toBe(true)
    expect(look({ tilt: 50, turn: 0 }, 200, 121)).toBe(true)
    expect(look({ tilt: 30, turn: 0 }, 200, 10)).toBe(true)
  })
  it('leave no hole between the front and the skyline of a column', () => {
    const { raster } = seen({ tilt: 45, turn: 20 })
    for (let px = 0; px < width; px++) {
      const filled = Array.from({ length: height }, (_, py) => raster.pixels[py * width + px] !== 0)
      const [first, last] = [filled.indexOf(true), filled.lastIndexOf(true)]
      expect(first < 0 || filled.slice(first, last + 1).every(Boolean)).toBe(true)
    }
  })
})
