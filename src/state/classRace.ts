// A class race on the page: every runner of the problem, ranked. A new race replaces a running one.

import { create } from 'zustand'
import type { DescentExperiment, RunSpec } from '../engine/experiment.ts'
import { startClassWorker } from '../worker/classAddress.ts'
import type { ClassReply, ClassRequest, ClassResult } from '../worker/class.worker.ts'
import { clientOf } from './failures.ts'

/** The most paths drawn at once, and the most points of each. */
export const mostDrawn = 60
const points = 400

/** Of how many steps a path has one point. */
export const pointEvery = (steps: number): number => Math.max(1, Math.ceil(steps / points))

interface ClassRace {
  /** In the order of the runners. Runners that are not finished are missing. */
  readonly results: readonly ClassResult[]
  readonly busy: boolean
}

export const useClassRace = create<ClassRace>()(() => ({ results: [], busy: false }))

const client = clientOf<ClassRequest, ClassReply>(startClassWorker, 10_000)

export function raceAll(experiment: DescentExperiment, runners: readonly RunSpec[], target: number): void {
  useClassRace.setState({ results: [], busy: runners.length > 0 })
  if (runners.length === 0) return
  client.ask({
    request: () => {
      useClassRace.setState({ results: [] })
      return [{ experiment, runners, target, drawn: mostDrawn, every: pointEvery(experiment.steps) }]
    },
    isLast: ({ done }) => done,
    received: ({ results, done }) =>
      useClassRace.setState((before) => ({ results: [...before.results, ...results], busy: !done })),
    refused: () => useClassRace.setState({ busy: false }),
  })
}

/** More steps than any run has. */
const most = 1e12

/** Sorts by steps below the target, then by J. Diverged runs come last. */
export const ranked = (results: readonly ClassResult[]): ClassResult[] =>
  results.toSorted(
    (a, b) =>
      Number(a.diverged) - Number(b.diverged) ||
      (a.steps ?? most) - (b.steps ?? most) ||
      a.cost - b.cost ||
      a.runner - b.runner,
  )
