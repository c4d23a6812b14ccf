// Switching to a network and back leaves the surface unchanged, and the other way round.
import { beforeEach, expect, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import { plainView, type Document } from './experiment.ts'
import { createFamilies } from './families.ts'

const documentOf = (objective: object): Document => ({
  experiment: completed<DescentExperiment>({
    objective,
    start: 'layers' in objective ? undefined : [3, 4],
    runs: [{ optimizer: 'gd', alpha: 0.1 }],
  } as never),
  view: plainView,
})
const bowl = documentOf({ kind: 'bowl', curvature: [1, 50] })
const network = documentOf({
  kind: 'network',
  layers: [2, 3, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  dataset: { kind: 'moons' },
})

const { exchange, forgetFamilies } = createFamilies<Document>()

beforeEach(forgetFamilies)

test('an unvisited family has no memory', () => {
  expect(exchange({ document: bowl, speed: 20 }, 'network')).toBeUndefined()
})

test('after a network, the surface has its runs, κ, start and speed again', () => {
  exchange({ document: bowl, speed: 50 }, 'network')
  expect(exchange({ document: network, speed: 1000 }, 'rosenbrock')).toEqual({ document: bowl, speed: 50 })
  expect(exchange({ document: bowl, speed: 50 }, 'network')).toEqual({ document: network, speed: 1000 })
})

test('two surfaces exchange nothing, and another route starts without memories', () => {
  expect(exchange({ document: bowl, speed: 20 }, 'rosenbrock')).toBeUndefined()
  exchange({ document: bowl, speed: 20 }, 'network')
  forgetFamilies()
  expect(exchange({ document: network, speed: 1000 }, 'bowl')).toBeUndefined()
})
