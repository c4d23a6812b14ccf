// The thumbnail of lessons on averages: the first days of a series and one average.

import type { Drawn, Thumbnail } from '../../course/drawn.ts'
import { experimentValues } from '../../engine/datasets/series.ts'
import { ownRule } from '../../panels/looks.ts'
import { averagesPreset } from './preset.ts'

function days({ beta, correction, count }: Extract<Drawn, { of: 'days' }>): Thumbnail {
  const values = experimentValues(averagesPreset)
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

export const averagesThumbnails = { days }
