// The first surface has its bands where J is, whatever the valley's angle and the picture's axes.

import { expect, it } from 'vitest'
import { createObjective } from '../../engine/objectives/create.ts'
import type { Pen } from '../../plot/index.ts'
import { createPalette } from '../../plot/palette.ts'
import { createScales } from '../../plot/scales.ts'
import { drawFirstSurface } from './firstSurface.ts'

const palette = createPalette((_, fallback) => fallback)

/** Returns the outline of each filled band, in pixels, from the outermost inwards. */
function bandsOf(draw: (pen: Pen) => void): (readonly [number, number])[][] {
  const bands: (readonly [number, number])[][] = []
  const pen = {
    beginPath: () => bands.push([]),
    lineTo: (x: number, y: number) => bands.at(-1)!.push([x, y]),
    fill: () => {},
    fillRect: () => {},
    rect: () => {},
    clip: () => {},
    save: () => {},
    restore: () => {},
  } as unknown as Pen
  draw(pen)
  return bands.filter((band) => band.length > 0)
}

it.each([
  { kind: 'quadratic', curvature: [1, 20], angle: 30, swapped: false },
  { kind: 'quadratic', curvature: [5, 2], angle: 0, swapped: true },
  { kind: 'bowl', curvature: [1, 100], angle: 60, swapped: true },
] as const)('$kind, turned by $angle°', ({ kind, curvature, angle, swapped }) => {
  const scales = createScales({ x: [-9, 6], y: [-3, 4], width: 900, height: 400, palette })
  const common = { curvature, angle, scale: 1 } as const
  const spec =
    kind === 'bowl'
      ? ({ ...common, kind, m: 64, labelNoise: 0, mislabelled: 0 } as const)
      : ({ ...common, kind, tilt: [0, 0], noise: 0 } as never)
  const { cost } = createObjective(spec, 1)
  const bands = bandsOf((pen) => drawFirstSurface(pen, scales, spec, swapped))
  expect(bands).toHaveLength(12)
  const levels = bands.map((band) => {
    const costs = band.map(([x, y]) => {
      const at = [scales.invertX(x), scales.invertY(y)]
      return cost(Float64Array.from(swapped ? at.toReversed() : at))
    })
    expect(Math.max(...costs) / Math.min(...costs)).toBeCloseTo(1, 6)
    return costs[0]
  })
  for (const [i, level] of levels.slice(1).entries()) expect(levels[i] / level).toBeCloseTo(10 ** (1 / 3), 6)
})
