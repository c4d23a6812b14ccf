// The contents page's thumbnail of each lesson: a small real run, stopped before it reveals a prediction.

import type { DecaySpec } from '../engine/experiment.ts'
import { alphaAt } from '../engine/schedules/index.ts'
import { experimentValues } from '../engine/datasets/series.ts'
import { column } from '../engine/row.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { completed } from '../engine/validate.ts'
import { looksOfRuns, ownRule } from '../panels/looks.ts'
import { computeRace } from './facts.ts'
import { averagesHome } from '../state/averages.ts'
import type { DescentPart } from './tasks.ts'

export type Points = readonly (readonly [x: number, y: number])[]

/** Lines in their own units. A map has a surface beneath and equal units. */
export interface Thumbnail {
  readonly surface?: (x: number, y: number) => number
  /** The visible range: x from, to, y from, to. */
  readonly box: readonly [number, number, number, number]
  readonly lines: readonly { readonly look: number; readonly points: Points; readonly thin?: boolean }[]
  readonly dots?: Points
  readonly start?: readonly [number, number]
}

/** What a thumbnail draws, as data. */
export type Drawn =
  /** Paths on the surface, within a box. */
  | { readonly of: 'map'; readonly experiment: DescentPart; readonly box: Thumbnail['box'] }
  /** The cost of each batch, on a log scale. */
  | { readonly of: 'batchCost'; readonly experiment: DescentPart }
  /** The first days of the averages lab and one average. */
  | { readonly of: 'days'; readonly beta: number; readonly correction: boolean; readonly count: number }
  /** The learning rate by epoch. */
  | { readonly of: 'alpha'; readonly alpha: number; readonly decay: DecaySpec; readonly epochs: number }

function map({ experiment: part, box }: Extract<Drawn, { of: 'map' }>): Thumbnail {
  const experiment = completed(part)
  const { landscape } = createObjective(experiment.objective, experiment.seed)
  const looks = looksOfRuns(experiment.runs)
  return {
    surface: landscape && ((x, y) => landscape.value(x, y)),
    box,
    start: part.start as readonly [number, number],
    lines: computeRace(experiment).map(({ rows, width, length }, run) => ({
      look: looks[run],
      points: Array.from({ length }, (_, i) => [
        rows[i * width + column.theta],
        rows[i * width + column.theta + 1],
      ]),
    })),
  }
}

function noisyCost({ experiment }: Extract<Drawn, { of: 'batchCost' }>): Thumbnail {
  const [{ rows, width, length }] = computeRace(completed(experiment))
  const read = (at: number): Points =>
    Array.from({ length: length - 1 }, (_, i) => [i, Math.log(rows[(i + 1) * width + at])])
  const noisy = read(column.batchCost)
  const high = Math.max(...noisy.map(([, y]) => y))
  const low = Math.min(...noisy.map(([, y]) => y))
  return { box: [0, length - 2, low, high], lines: [{ look: 0, points: noisy, thin: true }] }
}

function days({ beta, correction, count }: Extract<Drawn, { of: 'days' }>): Thumbnail {
  const values = experimentValues(averagesHome)
  const dots = Array.from({ length: count }, (_, i): [number, number] => [i, values[i]])
  let v = 0
  const line = dots.map(([t, value]): [number, number] => {
    v = beta * v + (1 - beta) * value
    return [t, correction ? v / (1 - beta ** (t + 1)) : v]
  })
  const heights = dots.map(([, y]) => y)
  return {
    box: [0, count - 1, Math.min(...heights), Math.max(...heights)],
    dots,
    lines: [{ look: ownRule, points: line }],
  }
}

function stairs({ alpha, decay, epochs }: Extract<Drawn, { of: 'alpha' }>): Thumbnail {
  const points = Array.from({ length: epochs }, (_, epoch) => {
    const at = alphaAt(alpha, epoch, decay)
    return [[epoch, at] as const, [epoch + 1, at] as const]
  }).flat()
  return { box: [0, epochs, 0, alpha], lines: [{ look: ownRule, points }] }
}

export function thumbnailOf(drawn: Drawn): Thumbnail {
  if (drawn.of === 'map') return map(drawn)
  if (drawn.of === 'days') return days(drawn)
  return drawn.of === 'alpha' ? stairs(drawn) : noisyCost(drawn)
}
