import { expect, it } from 'vitest'
import { networkEntry } from '../networkEntry.ts'
import { stream } from '../../random.ts'
import { createNetwork } from '../network.ts'
import { placeIn, principalPlane, randomPlane, Slice } from './slice.ts'

const network = createNetwork(
  {
    ...networkEntry.defaultSpec(),
    layers: [2, 3, 1],
    dataset: { kind: 'moons', m: 64, noise: 0.1, mislabelled: 0 },
  },
  1,
)

it('finds the plane of a path, and what lies outside it', () => {
  const draws = stream(1, 'path')
  const n = 13
  const axis = (k: number) => Float64Array.from({ length: n }, (_, i) => (i === k ? 1 : 0))
  const path = Array.from({ length: 60 }, (_, t) => {
    const w = new Float64Array(n).fill(0.5)
    w[4] += 5 * draws.normal()
    w[9] += 2 * draws.normal()
    w[1] += 0.1 * draws.normal()
    if (t === 59) w.fill(0.5)
    return w
  })
  const plane = principalPlane(path)
  const along = (d: Float64Array, k: number) => Math.abs(d.reduce((sum, v, i) => sum + v * axis(k)[i], 0))
  expect(along(plane.first, 4)).toBeGreaterThan(0.99)
  expect(along(plane.second, 9)).toBeGreaterThan(0.99)
  expect(plane.first.reduce((sum, v, i) => sum + v * plane.second[i], 0)).toBeCloseTo(0, 12)
  const [one, two] = plane.explained as [number, number]
  expect(one).toBeGreaterThan(two)
  expect(one + two).toBeGreaterThan(0.99)
  expect(one + two).toBeLessThanOrEqual(1 + 1e-12)
  expect(placeIn(plane, path[59])).toEqual([0, 0])
})

it('explains no variance for a path of one point', () => {
  expect(principalPlane([Float64Array.of(1, 2)]).explained).toEqual([0, 0])
})

it('chooses directions scaled per neuron like its weights', () => {
  const w = network.start
  const { first } = randomPlane(network.architecture, w, 5)
  const length = (a: Float64Array) => Math.sqrt(a.reduce((sum, v) => sum + v * v, 0))
  for (let j = 0; j < 3; j++)
    expect(length(first.subarray(2 * j, 2 * j + 2))).toBeCloseTo(length(w.subarray(2 * j, 2 * j + 2)), 12)
  expect([...first.subarray(6, 9), first[12]]).toEqual([0, 0, 0, 0])
  expect(randomPlane(network.architecture, w, 5).first).toEqual(first)
})

it('has J at the centers of its cells, in any chunks', () => {
  const plane = randomPlane(network.architecture, network.start, 5)
  const slice = new Slice(network, plane, [-1, 1, -2, 2], 3, 4)
  while (!slice.advance(5)) expect(slice.done % 5).toBe(0)
  const w = network.start.map((v, i) => v + 0 * plane.first[i] + 0.5 * plane.second[i])
  expect(slice.cells[2 * 3 + 1]).toBeCloseTo(network.cost(w), 13)
})
