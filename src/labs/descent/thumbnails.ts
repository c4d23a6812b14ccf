// The thumbnails of lessons on descent: a small real run, stopped before it reveals a prediction.

import { alphaAt } from '../../engine/schedules/index.ts'
import { column } from '../../engine/row.ts'
import { createObjective } from '../../engine/objectives/create.ts'
import { completed } from '../../engine/validate.ts'
import { looksOfRuns, ownRule } from '../../panels/looks.ts'
import { computeRace } from '../../engine/computeRace.ts'
import type { Drawn, Points, Thumbnail } from '../../course/drawn.ts'

type Of<Kind extends Drawn['of']> = Omit<Extract<Drawn, { of: Kind }>, 'of'>

function map({ box, ...part }: Of<'map'>): Thumbnail {
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

const valley = ({ kappa, alpha: step, ...drawn }: Of<'valley'>): Thumbnail =>
  map({
    ...drawn,
    objective: { kind: 'quadratic', curvature: [1, kappa] },
    runs: [{ optimizer: 'gd', alpha: step }],
  })

function batchCost(part: Of<'batchCost'>): Thumbnail {
  const [{ rows, width, length }] = computeRace(completed(part))
  const read = (at: number): Points =>
    Array.from({ length: length - 1 }, (_, i) => [i, Math.log(rows[(i + 1) * width + at])])
  const noisy = read(column.batchCost)
  const high = Math.max(...noisy.map(([, y]) => y))
  const low = Math.min(...noisy.map(([, y]) => y))
  return { box: [0, length - 2, low, high], lines: [{ look: 0, points: noisy, thin: true }] }
}

function alpha({ alpha: first, decay, epochs }: Of<'alpha'>): Thumbnail {
  const points = Array.from({ length: epochs }, (_, epoch) => {
    const at = alphaAt(first, epoch, decay)
    return [[epoch, at] as const, [epoch + 1, at] as const]
  }).flat()
  return { box: [0, epochs, 0, first], lines: [{ look: ownRule, points }] }
}

export const descentThumbnails = { map, valley, batchCost, alpha }
