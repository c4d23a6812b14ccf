// The contents page's thumbnail of each lesson: a small real run, stopped before it reveals a prediction.

import { alphaAt } from '../engine/schedules/index.ts'
import { experimentValues } from '../engine/datasets/series.ts'
import { column } from '../engine/row.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { completed } from '../engine/validate.ts'
import { looksOfRuns, ownRule } from '../panels/looks.ts'
import { computeRace } from './facts.ts'
import { averagesHome } from '../state/averages.ts'
import type { LessonId } from './ids.ts'

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

function map(json: object, box: Thumbnail['box'], start: readonly [number, number]): Thumbnail {
  const experiment = completed({ start, ...json })
  const { landscape } = createObjective(experiment.objective, experiment.seed)
  const looks = looksOfRuns(experiment.runs)
  return {
    surface: landscape && ((x, y) => landscape.value(x, y)),
    box,
    start,
    lines: computeRace(experiment).map(({ rows, width, length }, run) => ({
      look: looks[run],
      points: Array.from({ length }, (_, i) => [
        rows[i * width + column.theta],
        rows[i * width + column.theta + 1],
      ]),
    })),
  }
}

function noisyCost(): Thumbnail {
  const experiment = completed({
    objective: { kind: 'bowl', curvature: [1, 4], m: 512, labelNoise: 1 },
    batchSize: 16,
    steps: 96,
    runs: [{ optimizer: 'gd', alpha: 0.08 }],
  })
  const [{ rows, width, length }] = computeRace(experiment)
  const read = (at: number): Points =>
    Array.from({ length: length - 1 }, (_, i) => [i, Math.log(rows[(i + 1) * width + at])])
  const noisy = read(column.batchCost)
  const high = Math.max(...noisy.map(([, y]) => y))
  const low = Math.min(...noisy.map(([, y]) => y))
  return { box: [0, length - 2, low, high], lines: [{ look: 0, points: noisy, thin: true }] }
}

function days(beta: number, correction: boolean, count: number): Thumbnail {
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

function stairs(): Thumbnail {
  const points: [number, number][] = []
  for (let epoch = 0; epoch < 12; epoch++) {
    const alpha = alphaAt(0.2, epoch, { kind: 'inverse', rate: 1, every: 1 })
    points.push([epoch, alpha], [epoch + 1, alpha])
  }
  return { box: [0, 12, 0, 0.2], lines: [{ look: ownRule, points }] }
}

const bowl = { kind: 'bowl', curvature: [1, 4], m: 512, labelNoise: 2 }
const gd = (alpha: number, more: object = {}): object => ({ optimizer: 'gd', alpha, ...more })

const makers: Readonly<Record<LessonId, () => Thumbnail>> = {
  'reading-the-map': () =>
    map(
      { objective: { kind: 'quadratic', curvature: [1, 10] }, steps: 10, runs: [gd(0.17)] },
      [-8, 4, -3.5, 3.5],
      [-7, 2.4],
    ),
  'mini-batch': () =>
    map({ objective: bowl, batchSize: 32, steps: 16, runs: [gd(0.15)] }, [-6, 6, -3.5, 4], [-5, 3]),
  'reading-the-cost': noisyCost,
  'batch-size': () =>
    map(
      { objective: bowl, steps: 9, runs: [gd(0.12), gd(0.12, { batchSize: 2 })] },
      [-6, 6, -3.5, 4],
      [-5, 3],
    ),
  averages: () => days(0.9, false, 200),
  'bias-correction': () => days(0.98, true, 60),
  momentum: () =>
    map(
      { objective: { kind: 'quadratic', curvature: [1, 40] }, steps: 16, runs: [gd(0.046)] },
      [-10, 2, -3.5, 3.5],
      [-9, 2.4],
    ),
  rmsprop: () =>
    map(
      { objective: { kind: 'quadratic', curvature: [1, 12] }, steps: 5, runs: [gd(0.15)] },
      [-8, 4, -3.5, 3.5],
      [-7, 2.6],
    ),
  adam: () =>
    map(
      {
        objective: { kind: 'quadratic', curvature: [1, 16], angle: 24 },
        steps: 12,
        runs: [{ optimizer: 'momentum', alpha: 0.12 }],
      },
      [-7, 5, -4.2, 3.4],
      [-6.4, -0.6],
    ),
  decay: stairs,
  'local-optima': () =>
    map({ objective: { kind: 'himmelblau' }, steps: 14, runs: [gd(0.012)] }, [-6, 6, -4.5, 4.5], [0.4, -0.6]),
}

export const thumbnailOf = (id: LessonId): Thumbnail => makers[id]()
