// Runs fair races, one racer after the other. It has a clock: if time is held equal, it measures what an update of each
// racer takes on this machine, and gives each as many as fit.

import { endingCost, triedAlphas } from '../engine/ending.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/create.ts'
import {
  bestOf,
  race,
  searchAlpha,
  searchedAlpha,
  searchGrid,
  type Finish,
  type Racer,
} from '../engine/race.ts'
import { Run } from '../engine/run.ts'
import { optimizers, type OptimizerKey } from '../engine/optimizers/index.ts'
import { answering } from './answering.ts'

export interface RaceRequest {
  readonly id: number
  readonly type: 'race'
  readonly base: DescentExperiment
  readonly racers: readonly Racer[]
  readonly seeds: number
  readonly search: boolean
  /** Each racer gets the time that the first takes for its updates. */
  readonly equalTime: boolean
}
export interface WinnersRequest {
  readonly id: number
  readonly type: 'winners'
  readonly surfaces: readonly DescentExperiment[]
  readonly budgets: readonly number[]
  readonly optimizers: readonly OptimizerKey[]
  readonly seeds: number
}
export interface AlphasRequest {
  readonly id: number
  readonly type: 'alphas'
  readonly experiment: DescentExperiment
}
interface Answer {
  readonly id: number
  readonly fault?: string
}
export type RaceReply = Answer &
  (
    | {
        readonly type: 'alpha'
        readonly run: number
        /** Index of the α in the grid. */
        readonly at: number
        readonly cost: number
        readonly done: boolean
      }
    | { readonly type: 'finish'; readonly finish: Finish; readonly done: boolean }
    | {
        readonly type: 'winner'
        readonly surface: number
        readonly budget: number
        /** More than one on a tie. */
        readonly winners: readonly OptimizerKey[]
        readonly alpha: number
        readonly done: boolean
      }
  )

const mostSteps = 100_000

/** Returns the milliseconds per update, over 2,000 updates after a warm-up. */
function timeOf(base: DescentExperiment, { optimizer, batchSize }: Racer): number {
  const run = { optimizer, alpha: optimizers[optimizer].alpha / 100, decay: { kind: 'none' as const } }
  const measure = (): number => {
    const one = new Run({ ...base, batchSize, steps: 2000, costEvery: 2000, runs: [run] }, 0, {
      detail: 'costs',
    })
    const rows = new Float64Array(one.width * 2001)
    const began = performance.now()
    one.advance(rows, 2001)
    return (performance.now() - began) / Math.max(1, one.step)
  }
  measure()
  return Math.min(measure(), measure(), measure())
}

function budgeted({ base, racers, equalTime }: RaceRequest): readonly Racer[] {
  if (!equalTime) return racers
  const times = racers.map((racer) => timeOf(base, racer))
  const whole = times[0] * racers[0].steps
  return racers.map((racer, i) => ({
    ...racer,
    steps: Math.max(1, Math.min(mostSteps, Math.round(whole / times[i]))),
  }))
}

const reply = (message: RaceReply): void => postMessage(message)

function runRace(request: RaceRequest): void {
  const racers = budgeted(request)
  racers.forEach((racer, i) => {
    const finish = race(request.base, racer, request.seeds, request.search)
    reply({ id: request.id, type: 'finish', finish, done: i === racers.length - 1 })
  })
}

function findWinners({ id, surfaces, budgets, optimizers: keys, seeds }: WinnersRequest): void {
  surfaces.forEach((base, surface) =>
    budgets.forEach((steps, b) => {
      const ends = keys.map((optimizer) => {
        const searched = searchAlpha(base, { optimizer, batchSize: base.batchSize, steps }, seeds)
        const alpha = bestOf(searched)
        return {
          optimizer,
          alpha,
          cost: searched[searchGrid.findIndex((_, i) => searchedAlpha(i) === alpha)],
        }
      })
      const least = Math.min(...ends.map(({ cost }) => (Number.isNaN(cost) ? Infinity : cost)))
      // A bowl's costs end at a floor above 0. Elsewhere 1% identifies near ties.
      const close = ends.filter(({ cost }) => cost <= least + 0.01 * Math.abs(least))
      const done = surface === surfaces.length - 1 && b === budgets.length - 1
      const winners = close.map(({ optimizer }) => optimizer)
      reply({ id, type: 'winner', surface, budget: b, winners, alpha: close[0]?.alpha ?? NaN, done })
    }),
  )
}

function tryAlphas({ id, experiment }: AlphasRequest): void {
  const objective = createObjective(experiment.objective, experiment.seed)
  const last = experiment.runs.length * triedAlphas.length - 1
  for (let i = 0; i <= last; i++) {
    const at = i % triedAlphas.length
    const run = Math.floor(i / triedAlphas.length)
    const cost = endingCost(experiment, run, triedAlphas[at], objective)
    reply({ id, type: 'alpha', run, at, cost, done: i === last })
  }
}

answering((request: RaceRequest | WinnersRequest | AlphasRequest) => {
  if (request.type === 'race') runRace(request)
  else if (request.type === 'alphas') tryAlphas(request)
  else findWinners(request)
})
