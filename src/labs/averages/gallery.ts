// The gallery's entries on averages, in order.

import type { Points, Thumbnail } from '../../course/drawn.ts'
import { experimentFrom } from '../../document/link.ts'
import { labRoutes } from '../../document/routes.ts'
import { experimentValues } from '../../engine/datasets/series.ts'
import { corrected, ewa, nextPower } from '../../engine/ewa.ts'
import type { AveragesExperiment } from '../../engine/experiment.ts'
import { ownRule } from '../../panels/looks.ts'
import type { NamedLink, Phenomenon } from '../phenomenon.ts'
import { averagesPreset } from './preset.ts'

/** What a claim reads: the days and each curve, from day 1. */
interface Averaged {
  readonly days: readonly number[]
  readonly curves: readonly (readonly number[])[]
}

interface AveragesPhenomenon extends NamedLink {
  /** The last day of the picture. */
  readonly until: number
  claim(averaged: Averaged): boolean
}

/** Returns the averages of a link to the averages lab. */
function averaged(link: string): Averaged {
  const experiment = experimentFrom(link, averagesPreset).experiment as AveragesExperiment
  const values = experimentValues(experiment)
  const curves = experiment.betas.map((beta) => {
    let [v, power] = [0, 1]
    return Array.from(values, (theta) => {
      v = ewa(v, theta, beta)
      power = nextPower(power, beta)
      return experiment.biasCorrection ? corrected(v, power) : v
    })
  })
  return { days: Array.from(values), curves }
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))

function pictureOf(one: AveragesPhenomenon): Thumbnail {
  const { days, curves } = averaged(one.link)
  const points = (values: readonly number[]): Points => values.slice(0, one.until).map((y, t) => [t, y])
  const seen = [days, ...curves].flatMap((values) => values.slice(0, one.until))
  return {
    box: [0, one.until - 1, least(seen), most(seen)],
    dots: points(days),
    lines: curves.map((curve) => ({ look: ownRule, points: points(curve) })),
  }
}

const entries: readonly AveragesPhenomenon[] = [
  {
    id: 'bias',
    name: { en: 'Averages start too low', zh: '平均值起步太低' },
    says: {
      en: 'V begins at 0, so with β = 0.98 the first day counts for only 2%. Bias correction repairs exactly this.',
      zh: 'V 从 0 开始：β = 0.98 时，第一天只算 2%。偏差修正补的正是这一点。',
    },
    link: 'betas=0.98&step=1',
    until: 120,
    claim: ({ days, curves: [v] }) => Math.abs(v[0] / days[0] - 0.02) < 1e-12,
  },
  {
    id: 'outlier-day',
    name: { en: 'An outlier day', zh: '一个离群的日子' },
    says: {
      en: 'One day at 60 °C lifts the average by a tenth of its excess, and ten days later by about a third of that.',
      zh: '某一天是 60 °C，平均值被抬高超出部分的十分之一；十天之后，只剩其中约三分之一。',
    },
    link: 'betas=0.9&changes=60;60&step=60',
    until: 120,
    claim({ days, curves: [v] }) {
      const before = averaged('betas=0.9')
      const lifted = (day: number): number => v[day - 1] - before.curves[0][day - 1]
      return (
        Math.abs(lifted(60) - (days[59] - before.days[59]) / 10) < 1e-9 &&
        Math.abs(lifted(70) / lifted(60) - 1 / 3) < 0.02
      )
    },
  },
  {
    id: 'lag',
    name: { en: 'Smooth averages lag', zh: '越平滑，越滞后' },
    says: {
      en: 'With β = 0.98 the line is smooth, but it reaches its summer peak on day 263. The hottest day was day 229.',
      zh: 'β = 0.98 的曲线很平滑，但它的夏季高峰在第 263 天，而最热的一天是第 229 天。',
    },
    link: 'betas=0.98&biasCorrection=true&step=263',
    until: 366,
    claim: ({ days, curves: [v] }) =>
      days.indexOf(Math.max(...days)) === 228 && v.indexOf(Math.max(...v)) === 262,
  },
]

export const phenomena: readonly Phenomenon[] = entries.map((one) => ({
  ...one,
  route: labRoutes.averages,
  preset: averagesPreset,
  holds: () => one.claim(averaged(one.link)),
  picture: () => pictureOf(one),
}))
