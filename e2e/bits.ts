// Shared by the tests of equal bits: races that use every rule of the engine, and their hashes as Node computes them.
import { hexOf } from '../src/engine/hash.ts'
import { optimizers } from '../src/engine/optimizers/index.ts'
import { Run } from '../src/engine/run.ts'
import { schedules } from '../src/engine/schedules/index.ts'
import { surfaces } from '../src/engine/surfaces/index.ts'
import { validate } from '../src/engine/validate.ts'

/** Returns the hash of a whole race, computed here. */
export function hashInNode(given: unknown): string {
  const read = validate(given)
  if (!read.ok || read.experiment.lab !== 'descent') throw new Error('not an experiment')
  const { experiment } = read
  return hexOf(
    experiment.runs.map((_, index) => {
      const run = new Run(experiment, index, { hashing: true })
      const rows = new Float64Array(64 * run.width)
      while (!run.done) run.advance(rows, 64)
      return run.hash.state()
    }),
  )
}

const keys = Object.keys(optimizers) as (keyof typeof optimizers)[]
const all = keys.map((key) => `run=${key}`).join('&')
const decays = Object.keys(schedules).filter((kind) => kind !== 'none' && kind !== 'manual')

/**
 * Link parameters: every optimizer in both conventions on noisy data, every decay, a custom formula, the network, every
 * surface.
 */
export const races: readonly string[] = [
  `steps=300&batchSize=32&labelNoise=1&mislabelled=0.1&seed=12345&angle=30&${all}`,
  `steps=300&batchSize=32&labelNoise=1&mislabelled=0.1&seed=12345&angle=30&convention=pytorch&${all}`,
  `objective=quadratic&angle=17&noise=2&m=1000&batchSize=50&steps=500&${decays.map((kind) => `run=adam,alpha:0.1,decay:${kind}`).join('&')}`,
  `objective=expression&source=exp(x/3)*sin(y)^2+log(x^2+2)+tanh(x*y)+sqrt(abs(y)+1)-cos(x)/tan(y%2B4)&start=1,2&run=momentum,alpha:0.01&run=nadam&steps=400&noise=0.3&batchSize=64`,
  ...['float64', 'float32'].map(
    (precision) =>
      `objective=network&dataset=moons&layers=2,8,8,1&precision=${precision}&lambda=0.01&batchSize=48&steps=200&run=adam&run=gd`,
  ),
  ...Object.keys(surfaces).map(
    (kind) => `objective=${kind}&steps=150&run=adam,alpha:0.05&run=gd,alpha:0.001,biasCorrection:0`,
  ),
]

/** The README's first picture with noise, and its hash since rules are written in their own language. */
export const known = {
  race: 'seed=7&batchSize=64&steps=250&run=gd,alpha:0.018&run=momentum,alpha:0.05&run=rmsprop&run=adam',
  hash: '106718706fe14999',
} as const
