import { describe, expect, test } from 'vitest'
import { stream } from '../random.ts'
import { quadratic } from '../surfaces/quadratic.ts'
import {
  contours,
  contrast,
  evenLevels,
  levelsFor,
  lineOf,
  paintSurface,
  paintValues,
  sampleSurface,
  tintsOf,
  type View,
} from './index.ts'

const colors = { stops: [0xffffff, '#0000ff'], ink: 0x000000, outside: 0xff0000 }
const pixel = (pixels: Uint8ClampedArray, k: number): number[] => [...pixels.subarray(4 * k, 4 * k + 4)]

describe('levels', () => {
  test('1, 2 and 5 of every power of ten, the whole powers strong, above the floor', () => {
    const { values, strong } = levelsFor(3, 103)
    expect(values.length).toBe(12)
    expect(values[0]).toBeCloseTo(3.01, 12)
    expect(
      [...values].filter((_, n) => strong[n] === 1).map((value) => Number((value - 3).toPrecision(6))),
    ).toEqual([0.01, 0.1, 1, 10])
    for (let n = 1; n < values.length; n++) expect(values[n]).toBeGreaterThan(values[n - 1])
  })

  test('a least J that is small compared with the range keeps the values round', () => {
    expect([...levelsFor(0.125, 90).values]).toEqual([0.2, 0.5, 1, 2, 5, 10, 20, 50])
  })

  test('a surface without a lowest point has even steps, every fifth stronger', () => {
    const { values, strong } = evenLevels(-2.1, 2.1)
    expect(values.length).toBeGreaterThan(7)
    const [a, b] = values
    for (let n = 1; n < values.length; n++) expect(values[n] - values[n - 1]).toBeCloseTo(b - a, 12)
    expect([...values].filter((_, n) => strong[n] === 1)).toContain(0)
  })

  test('a flat or invalid range has none; a huge or tiny one has few finite levels', () => {
    expect(levelsFor(1, 1).values.length).toBe(0)
    expect(levelsFor(NaN, NaN).values.length).toBe(0)
    expect(levelsFor(-Infinity, 1).values.length).toBe(0)
    for (const [min, max] of [
      [0, 1e308],
      [0, 1e-290],
      [1e15, 1e15 + 8],
      [-1e308, 0],
    ]) {
      const { values } = levelsFor(min, max)
      expect(values.length).toBeLessThanOrEqual(16)
      expect(values.every((value) => value > min && value < max)).toBe(true)
    }
  })
})

test('the gradient crosses the traced contour within 1° of a right angle, at 100 points of the default valley', () => {
  const surface = quadratic([1, 20], 0)
  const width = 1600
  const height = 800
  const view: View = [-11, 5, -4, 4]
  const values = new Float64Array(width * height)
  sampleSurface(surface.value, view, width, height, values)
  const { segments } = contours(values, width, height, levelsFor(0, 200).values)
  const draws = stream(1, 'contours')
  const g = new Float64Array(2)
  let seen = 0
  while (seen < 100) {
    const [x1, y1, x2, y2] = segments.subarray(4 * draws.below(segments.length / 4)).subarray(0, 4)
    // A piece cut off at a corner is too short to have a direction.
    if (Math.hypot(x2 - x1, y2 - y1) < 0.7) continue
    const unit = (view[1] - view[0]) / width
    const x = view[0] + ((x1 + x2) / 2 + 0.5) * unit
    const y = view[3] - ((y1 + y2) / 2 + 0.5) * unit
    // Within a few squares of the minimum a contour is a polygon with a handful of sides.
    if (Math.hypot(x / 4.5, y) < 10 * unit) continue
    surface.gradient(x, y, g)
    const dx = x2 - x1
    const dy = -(y2 - y1)
    const cosine = (dx * g[0] + dy * g[1]) / (Math.hypot(dx, dy) * Math.hypot(g[0], g[1]))
    expect(Math.abs((Math.asin(cosine) * 180) / Math.PI)).toBeLessThan(1)
    seen++
  }
})

describe('contours', () => {
  test('every end lies on the level, and lines close or leave at the edge', () => {
    const width = 60
    const height = 40
    const values = new Float64Array(width * height)
    sampleSurface((x, y) => x * x - y * y + 0.3 * x * y, [-2, 2, -1, 1], width, height, values)
    const { segments, starts } = contours(values, width, height, [-0.5, 0, 0.5])
    expect(starts.length).toBe(4)
    for (let n = 0; n < 3; n++) {
      const astray: string[] = []
      const ends = new Map<string, number>()
      for (let k = 4 * starts[n]; k < 4 * starts[n + 1]; k += 2) {
        const key = `${segments[k].toFixed(4)},${segments[k + 1].toFixed(4)}`
        ends.set(key, (ends.get(key) ?? 0) + 1)
      }
      for (const [key, count] of ends) {
        const [x, y] = key.split(',').map(Number)
        const edge = x === 0 || y === 0 || x === width - 1 || y === height - 1
        if (count !== (edge ? 1 : 2)) astray.push(key)
      }
      expect(astray).toEqual([])
    }
  })

  test('an ambiguous square has both diagonals, and a hole has none next to it', () => {
    const check = (...corners: number[]): number =>
      contours(Float64Array.from(corners), 2, 2, [0.5]).segments.length / 4
    expect(check(1, 0, 0, 1)).toBe(2)
    expect(check(0, 1, 1, 0)).toBe(2)
    expect(check(0, 1, 1, 1)).toBe(1)
    expect(check(0, NaN, 1, 0)).toBe(0)
    expect(check(0, Infinity, 1, 0)).toBe(0)
  })
})

describe('the painted surface', () => {
  test('paper at the floor, deeper up the walls, lines where the levels are', () => {
    const width = 100
    const pixels = new Uint8ClampedArray(4 * width * width)
    const { levels } = paintSurface({
      value: (x, y) => x * x + y * y,
      view: [-10, 10, -10, 10],
      width,
      height: width,
      colors,
      pixels,
    })
    expect(levels).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100])
    const [, green, , alpha] = pixel(pixels, 50 * width + 50)
    expect(green).toBeGreaterThan(200)
    expect(alpha).toBe(255)
    const corner = pixel(pixels, 1)
    expect(corner[2]).toBe(255)
    expect(corner[0]).toBeLessThan(60)
    // J = 10 crosses the middle row at x = √10. The pixel there is darker than those 3 away.
    const at = 50 * width + Math.floor((Math.sqrt(10 - 0.01) + 10) * 5)
    expect(pixel(pixels, at)[2]).toBeLessThan(200)
    expect(pixel(pixels, at + 3)[2]).toBe(255)
  })

  test('holes, infinities and cliffs are painted and affect nothing else', () => {
    const values = Float64Array.of(0, 1, 2, NaN, 1e308, -Infinity, 3, 4, Infinity, 2, 1, 0.5, 5, 6, 7, -1e308)
    const pixels = new Uint8ClampedArray(64)
    const { levels } = paintValues(values, 4, 4, { colors }, pixels)
    expect(levels.every(Number.isFinite)).toBe(true)
    for (const k of [3, 5, 8]) expect(pixel(pixels, k)).toEqual([255, 0, 0, 255])
    for (let k = 0; k < 16; k++) expect(pixels[4 * k + 3]).toBe(255)
    expect(paintValues(new Float64Array(16).fill(NaN), 4, 4, { colors }, pixels).levels).toEqual([])
    expect(paintValues(new Float64Array(16).fill(3), 4, 4, { colors }, pixels).levels).toEqual([])
    expect(pixel(pixels, 5)).toEqual([255, 255, 255, 255])
  })

  test('one extreme corner does not take all the lines', () => {
    const pixels = new Uint8ClampedArray(4 * 10000)
    const value = (x: number, y: number): number => x * x + y * y + (x > 0.9 && y > 0.9 ? 1e200 : 0)
    const { levels } = paintSurface({ value, view: [-1, 1, -1, 1], width: 100, height: 100, colors, pixels })
    expect(levels.filter((level) => level < 2).length).toBeGreaterThan(5)
  })
})

describe('the labels of the lines', () => {
  const valley = {
    value: (x: number, y: number) => (x * x + 100 * y * y) / 2,
    view: [-11, 4, -3.2, 3.2] as View,
    width: 1100,
    height: 470,
    letter: 6.3,
    colors,
  }
  const painted = (): ReturnType<typeof paintSurface> & { pixels: Uint8ClampedArray } => {
    const pixels = new Uint8ClampedArray(4 * valley.width * valley.height)
    return { ...paintSurface({ ...valley, pixels }), pixels }
  }

  test('each is on its line, shows its J, and the line has a gap there', () => {
    const { marks, pixels, levels } = painted()
    expect(marks.length).toBeGreaterThan(3)
    expect(marks.map(({ value }) => value)).toContain(100)
    const { width, height, view } = valley
    for (const { level, value, column, row } of marks) {
      expect(levels[level]).toBe(value)
      const x = view[0] + ((column + 0.5) / width) * (view[1] - view[0])
      const y = view[3] - ((row + 0.5) / height) * (view[3] - view[2])
      const unit = (view[1] - view[0]) / width
      expect(Math.abs(valley.value(x, y) - value)).toBeLessThan(1.2 * unit * Math.hypot(x, 100 * y))
      // The middle of the gap shows only tints.
      const darkest = Math.min(
        ...Array.from({ length: 3 }, (_, i) => pixel(pixels, (row - 1 + i) * width + column)[2]),
      )
      expect(darkest).toBe(255)
    }
  })

  test('no two overlap', () => {
    const { marks } = painted()
    const touching = marks.filter((a) =>
      marks.some(
        (b) =>
          a !== b &&
          Math.abs(a.row - b.row) <= 2 * valley.letter &&
          Math.abs(a.column - b.column) <= a.reach + b.reach,
      ),
    )
    expect(touching).toEqual([])
  })
})

test('a line contrasts with both neighbors, whatever the bands', () => {
  const light = ['#fffdf4', '#fdf1d0', '#eee7c4', '#d1dbc5', '#b4c8c6']
  const dark = ['#544b38', '#474336', '#373f3f', '#222d33', '#111a21']
  for (const [stops, ink] of [
    [light, 0x231f14],
    [dark, 0xfff6df],
  ] as const)
    for (let count = 2; count < 20; count++) {
      const tints = tintsOf(stops, count)
      expect(tints[0]).toBe(Number.parseInt(stops[0].slice(1), 16))
      for (let n = 1; n < count; n++)
        for (const least of [3.15, 4.6]) {
          const line = lineOf(tints[n - 1], tints[n], ink, least)
          expect(contrast(line, tints[n - 1])).toBeGreaterThanOrEqual(least)
          expect(contrast(line, tints[n])).toBeGreaterThanOrEqual(least)
        }
    }
})
