// The arrows of the step at the cursor: one scale for dW and V, and no tip beyond the map's border.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { column, rowWidth } from '../../engine/row.ts'
import { createPalette } from '../../plot/palette.ts'
import { createScales } from '../../plot/scales.ts'
import { createTextPen } from '../../plot/testing/textPen.ts'
import { cursor, usePlayback } from '../../state/playback.ts'
import { race, Trace } from '../../state/traces.ts'
import { drawStepGlyphs } from './glyphs.ts'

const [width, height] = [500, 300]
const scales = createScales({
  x: [-10, 10],
  y: [-6, 6],
  width,
  height,
  palette: createPalette((_, fallback) => fallback),
})

type Pair = readonly [number, number]

const labels: string[] = []
const avoided: Pair[] = []

/** Returns the arrows at a step from θ with this gradient and memory, after one with another: each start and end. */
function arrowsAt(theta: Pair, dW: Pair, V: Pair, before: Pair = [0, 0], slot: 'V' | 'S' = 'V') {
  const trace = new Trace({
    width: rowWidth('full', 2, 1) + 1,
    detail: 'full',
    dimension: 2,
    slots: [slot],
    stepsPerEpoch: 1,
    rowsAtMost: 3,
  })
  const rows = new Float64Array(3 * trace.width)
  for (const step of [0, 1, 2]) {
    rows[step * trace.width] = step
    rows.set(theta, step * trace.width + column.theta)
  }
  rows.set(before, trace.width + trace.columnOf('dW'))
  rows.set(dW, 2 * trace.width + trace.columnOf('dW'))
  rows.set(V, 2 * trace.width + trace.columnOf(slot))
  trace.append(rows, 3)
  race.traces = [trace]
  cursor.step = 2
  const over = {
    pen: createTextPen(),
    scales,
    label: ({ text }: { text: string }) => labels.push(text),
    avoid: (x: number, y: number) => avoided.push([x, y]),
  }
  labels.length = avoided.length = 0
  const signs = drawStepGlyphs(over, 0, 1, false, {
    gradient: '−∇J',
    velocity: '−V',
    scale: '√S',
    minimum: '',
  })
  return signs.filter(({ symbol }) => symbol === 'dW' || symbol === 'V')
}

const lengthOf = ({ from, to }: { from: Pair; to: Pair }): number =>
  Math.hypot(to[0] - from[0], to[1] - from[1])

/** The shortest arrow, in pixels. */
const shortest = 18.001

const component = fc.double({ min: -100, max: 100, noNaN: true })
const arrow = fc.tuple(component, component).filter(([a, b]) => Math.hypot(a, b) > 1e-6)

it('no arrow crosses the border, except a stub that starts at it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: -6, max: 6, noNaN: true }),
      arrow,
      arrow,
      (w, b, dW, V) => {
        const arrows = arrowsAt([w, b], dW, V)
        expect(arrows).toHaveLength(2)
        for (const one of arrows) {
          const [x, y] = one.to
          const inside = x >= 0 && y >= 0 && x <= width && y <= height
          expect(inside || lengthOf(one) <= shortest, `from ${one.from} to ${one.to}`).toBe(true)
        }
      },
    ),
  )
})

it('in the middle the longer arrow has its full length, at the border both shrink equally', () => {
  const [gradient, memory] = arrowsAt([0, 0], [2, 0], [1, 0])
  expect(lengthOf(gradient)).toBeCloseTo(52)
  expect(lengthOf(memory)).toBeCloseTo(26)
  // Forty pixels from the left border, pointing outwards.
  const [out, less] = arrowsAt([-8.4, 0], [2, 0], [1, 0])
  expect(lengthOf(out)).toBeCloseTo(37)
  expect(lengthOf(less)).toBeCloseTo(18.5)
})

it('arrows shrink with a tiny step, and none is drawn at zero', () => {
  const [steep] = arrowsAt([0, 0], [1, 0], [0, 0], [100, 0])
  expect(lengthOf(steep)).toBeCloseTo(52)
  const [little, less] = arrowsAt([0, 0], [0.5, 0], [0.25, 0], [100, 0])
  expect(lengthOf(little)).toBeCloseTo(26)
  expect(lengthOf(less)).toBeCloseTo(13)
  // What memory carries on is drawn in full, with the gradient in proportion.
  const [hardly, carried] = arrowsAt([0, 0], [0.001, 0], [1, 0], [100, 0])
  expect(lengthOf(carried)).toBeCloseTo(52)
  expect(lengthOf(hardly)).toBeLessThan(1)
  const [none] = arrowsAt([0, 0], [0, 0], [0, 0], [100, 0])
  expect(lengthOf(none)).toBe(0)
  // From a start where no step leads anywhere.
  expect(lengthOf(arrowsAt([0, 0], [0, 0], [0, 0])[0])).toBe(0)
})

it('at rest no label covers an arrow; during playback labels stay behind the arrows', () => {
  const [gradient] = arrowsAt([0, 0], [2, 0], [1, 0])
  expect(avoided).toContainEqual(gradient.to)
  usePlayback.setState({ playing: true })
  arrowsAt([0, 0], [2, 0], [1, 0])
  expect(avoided).toEqual([])
  usePlayback.setState({ playing: false })
})

it('an arrow whose tip is cut off at the border has no label', () => {
  arrowsAt([0, 0], [2, 0], [1, 0])
  expect(labels).toEqual(['−∇J', '−V'])
  arrowsAt([-9.9, 0], [2, 0], [2, 0])
  expect(labels).toEqual([])
})

it('the ellipse of √S has its label at its longer axis, and none during playback', () => {
  arrowsAt([0, 0], [2, 0], [100, 1], [0, 0], 'S')
  expect(labels).toEqual(['√S', '−∇J'])
  usePlayback.setState({ playing: true })
  arrowsAt([0, 0], [2, 0], [100, 1], [0, 0], 'S')
  expect(labels).not.toContain('√S')
  usePlayback.setState({ playing: false })
})
