// The race of the front page: gradient descent and momentum, each at about its best α, from the ball's place.

import { createObjective } from '../../engine/objectives/create.ts'
import { column } from '../../engine/row.ts'
import { completed } from '../../engine/validate.ts'
import { looksOfRuns } from '../../panels/looks.ts'
import { computeRace } from '../../engine/computeRace.ts'

/** The visible part of the surface, in w and b. */
export const heroView = { w: [-10.4, 3.6], b: [-2.2, 2.5] } as const
export const heroStart: readonly [number, number] = [-8.2, 1.7]
export const heroSteps = 60

const experimentFrom = (start: readonly number[]) =>
  completed({
    objective: { kind: 'quadratic', curvature: [1, 60] },
    start,
    steps: heroSteps,
    runs: [
      { optimizer: 'gd', alpha: 0.031 },
      { optimizer: 'momentum', alpha: 0.05 },
    ],
  })

const { runs, objective, seed } = experimentFrom(heroStart)
export const heroLooks = looksOfRuns(runs)
export const heroOptimizers = runs.map(({ optimizer }) => optimizer)
export const heroLandscape = createObjective(objective, seed).landscape!

/** w, b, w, b, … of each run. */
export const heroPaths = (start: readonly number[]): Float64Array[] =>
  computeRace(experimentFrom(start)).map(({ rows, width, length }) =>
    Float64Array.from({ length: 2 * length }, (_, i) => rows[(i >> 1) * width + column.theta + (i & 1)]),
  )

/** Clamps a start to the block. */
export const heldStart = (w: number, b: number): readonly [number, number] => [
  Math.max(heroView.w[0] + 0.3, Math.min(heroView.w[1] - 0.3, w)),
  Math.max(heroView.b[0] + 0.2, Math.min(heroView.b[1] - 0.2, b)),
]

/** Steps per second, and milliseconds of rest at the end. */
const pace = 12
const rest = 1500

/** Returns the step to show after a number of milliseconds, in a loop. */
export function heroStep(elapsed: number): number {
  const round = (heroSteps / pace) * 1000 + rest
  return Math.min(heroSteps, Math.floor(((elapsed % round) * pace) / 1000))
}
