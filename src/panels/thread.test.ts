import { expect, it } from 'vitest'
import { middleOf, threadPath } from './thread.ts'

const axes = { xDomain: [-2, 2], yDomain: [-3, 3] } as const
const scales = {
  ...axes,
  width: 400,
  height: 300,
  x: (v: number) => 200 + 100 * v,
  y: (v: number) => 150 - 50 * v,
}

it('ends at the middle of the line’s visible part', () => {
  expect(middleOf(axes, 1, 0)).toEqual([0, 0])
  // 3 = 2x + 1 at x = 1, so only −2 … 1 of the line is visible.
  expect(middleOf(axes, 2, 1)).toEqual([-0.5, 0])
  expect(middleOf(axes, -2, 1)).toEqual([0.5, 0])
  expect(middleOf(axes, 0, 2)).toEqual([0, 2])
})

it('is not drawn to a line outside the picture, nor from a point off the map', () => {
  expect(middleOf(axes, 0, 4)).toBeUndefined()
  expect(middleOf(axes, 1, 9)).toBeUndefined()
  const to = { scales, at: [500, 20], w: 1, b: 0 } as const
  expect(threadPath({ scales, at: [0, 0], x: 5, y: 0 }, to)).toBe('')
  expect(threadPath({ scales, at: [0, 0], x: 1, y: 0 }, { ...to, b: 9 })).toBe('')
})

it('goes from the point to the line, each in its own picture', () => {
  const path = threadPath({ scales, at: [10, 20], x: 1, y: 1 }, { scales, at: [500, 20], w: 1, b: 0 })
  expect(path).toBe('M310.0 120.0C505.0 120.0 505.0 170.0 700.0 170.0')
})
