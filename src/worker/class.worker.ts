// Runs a class race: each runner to its end on the same problem, reported as soon as it finishes. Sends no more points
// of a path than a picture shows.

import type { DescentExperiment, RunSpec } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { column } from '../engine/row.ts'
import { Run } from '../engine/run.ts'
import { answering } from './answering.ts'

export interface ClassRequest {
  readonly id: number
  readonly experiment: DescentExperiment
  readonly runners: readonly RunSpec[]
  /** J that counts as arrived. */
  readonly target: number
  /** The number of paths to draw. */
  readonly drawn: number
  /** Of how many steps a path has one point. */
  readonly every: number
}

export interface ClassResult {
  readonly runner: number
  /** The first step from which J stays below the target, or undefined. */
  readonly steps: number | undefined
  /** J in the last row. */
  readonly cost: number
  readonly diverged: boolean
  /** w, b, w, b, … */
  readonly path: Float32Array | undefined
}

export interface ClassReply {
  readonly id: number
  readonly fault?: string
  readonly results: readonly ClassResult[]
  readonly done: boolean
}

/** Rows per chunk, and milliseconds between reports. */
const chunk = 1000
const turn = 100

answering(({ id, experiment, runners, target, drawn, every }: ClassRequest) => {
  const race = { ...experiment, costEvery: 1, runs: runners }
  const objective = createObjective(race.objective, race.seed)
  let results: ClassResult[] = []
  let told = performance.now()
  const tell = (done: boolean): void => {
    postMessage({ id, results, done } satisfies ClassReply)
    results = []
    told = performance.now()
  }
  for (let runner = 0; runner < runners.length; runner++) {
    const run = new Run(race, runner, { objective })
    const path: number[] | undefined = runner < drawn && objective.dimension === 2 ? [] : undefined
    const rows = new Float64Array(chunk * run.width)
    let [cost, below] = [NaN, 0 as number | undefined]
    while (!run.done) {
      const length = run.advance(rows, chunk)
      for (let row = 0; row < length; row++) {
        const at = row * run.width
        const step = rows[at]
        cost = rows[at + column.cost]
        below = cost < target ? (below ?? step) : undefined
        if (path && (step % every === 0 || step === run.steps))
          path.push(rows[at + column.theta], rows[at + column.theta + 1])
      }
      if (performance.now() - told > turn) tell(false)
    }
    const diverged = run.divergedAt !== undefined
    results.push({
      runner,
      steps: diverged || !(cost < target) ? undefined : below,
      cost,
      diverged,
      path: path && Float32Array.from(path),
    })
  }
  tell(true)
})
