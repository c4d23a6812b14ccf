// A surface with a pole has lines where most of its heights are, and not only a hairline at the pole.

import { expect, test } from 'vitest'
import { rangeOf, sampleSurface, type View } from './sample.ts'
import { paintSurface } from './paint.ts'

const view: View = [-3, 3, -3, 3]
const [width, height] = [240, 160]

/** Counts the lines between the 10th and the 90th of a hundred values. */
function linesInTheMiddle(value: (x: number, y: number) => number): number {
  const grid = new Float64Array(width * height)
  sampleSurface(value, view, width, height, grid)
  const sorted = grid.filter(Number.isFinite).sort()
  const [low, high] = [0.1, 0.9].map((share) => sorted[Math.floor(share * (sorted.length - 1))])
  const stops = ['#ffffff', '#000000']
  const pixels = new Uint8ClampedArray(4 * width * height)
  const { levels } = paintSurface({ value, view, width, height, colors: { stops, ink: '#000000' }, pixels })
  for (let n = 1; n < levels.length; n++) expect(levels[n]).toBeGreaterThan(levels[n - 1])
  return levels.filter((level) => level > low && level < high).length
}

test.each([
  ['1/x + y^2', (x: number, y: number) => 1 / x + y * y],
  ['-1/(x^2 + y^2)^2', (x: number, y: number) => -1 / (x * x + y * y) ** 2],
  ['tan(x) + y', (x: number, y: number) => Math.tan(x) + y],
] as const)('%s', (_, value) => {
  expect(linesInTheMiddle(value)).toBeGreaterThanOrEqual(5)
})

test('a bowl and a valley have no pole', () => {
  for (const value of [
    (x: number, y: number) => x * x + 20 * y * y,
    (x: number, y: number) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    (x: number, y: number) => x * x - y * y,
  ]) {
    const grid = new Float64Array(width * height)
    sampleSurface(value, view, width, height, grid)
    expect(rangeOf(grid)).toHaveLength(2)
  }
})
