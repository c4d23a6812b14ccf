import { beforeEach, expect, it, vi } from 'vitest'
import { completed } from '../../engine/validate.ts'
import { createPalette } from '../../plot/palette.ts'
import { createScales } from '../../plot/scales.ts'
import { createSvgPen } from '../../plot/svgPen.ts'
import { openDocument, plainView } from '../../state/experiment.ts'
import { vectorSurface } from './vectorSurface.ts'

const palette = createPalette((_, fallback) => fallback)
const scales = createScales({ x: [-8, 4], y: [-3, 3], width: 480, height: 240, palette })

/** The tints are not examined. */
const canvas = { width: 0, height: 0, getContext: () => ({ putImageData() {} }) }
beforeEach(() => {
  vi.stubGlobal('document', { createElement: () => canvas })
  vi.stubGlobal(
    'ImageData',
    class {
      data: Uint8ClampedArray
      constructor(width: number, height: number) {
        this.data = new Uint8ClampedArray(4 * width * height)
      }
    },
  )
  openDocument({
    experiment: completed({
      objective: { kind: 'quadratic', curvature: [1, 20] },
      runs: [{ optimizer: 'gd', alpha: 0.05 }],
    }),
    view: plainView,
  })
})

function drawn(marks: Parameters<typeof vectorSurface>[1], swapped = false): string {
  const pen = createSvgPen(
    480,
    240,
    () => 0,
    () => 'data:,',
  )
  vectorSurface(swapped, marks)!(pen, scales)
  return pen.toString()
}
const lines = (svg: string): string[] => [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map(([, d]) => d)
const points = (d: string): number[][] =>
  [...d.matchAll(/[ML] ?(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

it('draws each contour line as a path of equal J', () => {
  const found = lines(drawn([]))
  expect(found.length).toBeGreaterThan(8)
  const highest = points(found[found.length - 1])
  expect(highest.length).toBeGreaterThan(40)
  const heights = highest.map(([x, y]) => (scales.invertX(x) ** 2 + 20 * scales.invertY(y) ** 2) / 2)
  const mean = heights.reduce((a, b) => a + b) / heights.length
  expect(Math.max(...heights.map((J) => Math.abs(J - mean) / mean))).toBeLessThan(0.02)
})

it('leaves a gap for the line’s J', () => {
  const whole = lines(drawn([])).map((d) => points(d).length)
  const gapped = lines(drawn([{ x: 0, y: -1, value: 10, strong: true }])).map((d) => points(d).length)
  expect(whole.filter((count, i) => count > gapped[i])).toHaveLength(1)
})

it('follows swapped axes', () => {
  expect(drawn([], true)).not.toBe(drawn([]))
})
