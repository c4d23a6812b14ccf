import { expect, test } from 'vitest'
import { plainView } from './experiment.ts'
import { viewFrom } from './storedView.ts'

test('stored views return unchanged', () => {
  const view = {
    ...plainView,
    hidden: [1],
    swapped: true,
    smoothing: 0.5,
    costScale: 'linear' as const,
    at: 3,
  }
  expect(viewFrom(JSON.parse(JSON.stringify(view)))).toEqual(view)
})

test.each([
  undefined,
  null,
  1,
  'x',
  [],
  {},
  { hidden: 'all', selected: -1, swapped: 'yes', smoothing: 2, axis: 'moon', at: 0.5, unknown: 1 },
])('a damaged view becomes the plain view: %j', (stored) => {
  expect(viewFrom(stored)).toEqual(plainView)
})
