// An entry of the gallery: a phenomenon as a link, a small picture of what the link shows, and the claim made by its
// sentence. A new entry is one object in one of the lists.

import type { AveragesExperiment, DescentExperiment } from '../../engine/experiment.ts'
import { experimentValues } from '../../engine/datasets/series.ts'
import { corrected, ewa, nextPower } from '../../engine/ewa.ts'
import { createObjective } from '../../engine/objectives/create.ts'
import { column } from '../../engine/row.ts'
import type { Words } from '../../engine/words.ts'
import type { Points, Thumbnail } from '../../course/thumbnails.ts'
import { looksOfRuns, ownRule } from '../../panels/looks.ts'
import { computeRace, factsOf, type FactsOfRun } from '../../course/facts.ts'
import { averagesHome } from '../../state/averages.ts'
import { experimentFrom } from '../../document/link.ts'
import { playground } from '../../labs/descent/home.ts'

/** The input of a claim about runs: facts, and one value per step, from step 0. */
export interface Shown extends FactsOfRun {
  readonly w: readonly number[]
  readonly b: readonly number[]
  /** J on the batch, before each step from step 1. */
  readonly batchCost: readonly number[]
  readonly J: readonly number[]
}

/** The input of a claim about averages: the days and each curve, from day 1. */
export interface Averaged {
  readonly days: readonly number[]
  readonly curves: readonly (readonly number[])[]
}

interface Named {
  readonly id: string
  /** In the field's words. */
  readonly name: Words
  /** One sentence, checked by `claim`. */
  readonly says: Words
  /** The part after the route's `?`. */
  readonly link: string
}

export interface Descent extends Named {
  readonly averages?: undefined
  /** The part of the map that must be visible: w from, to, b from, to. */
  readonly box?: readonly [number, number, number, number]
  /** Draw J on the batch of each step in place of the map. */
  readonly batches?: true
  claim(...runs: readonly Shown[]): boolean
}

export interface Averages extends Named {
  readonly averages: true
  readonly until: number
  claim(averaged: Averaged): boolean
}

export type Phenomenon = Descent | Averages

export const isAverages = (one: Phenomenon): one is Averages => one.averages === true

export const addressOf = (one: Phenomenon): string =>
  `#/${isAverages(one) ? 'averages-lab' : 'playground'}?${one.link}`

/** Returns the experiment that the entry's link opens, and the parts of the link that could not be read. */
export function linked({ link, ...one }: { readonly link: string; readonly averages?: true | undefined }) {
  return experimentFrom(link, one.averages ? averagesHome : playground.experiment)
}

/** Returns the runs of a playground link: the entry's own, or another one that its claim compares with. */
export function computed(link: string): {
  readonly experiment: DescentExperiment
  readonly runs: readonly Shown[]
} {
  const experiment = linked({ link }).experiment as DescentExperiment
  const races = computeRace(experiment)
  const facts = factsOf(experiment, races)
  const runs = races.map(({ rows, width, length }, i): Shown => {
    const values = (at: number): number[] => Array.from({ length }, (_, row) => rows[row * width + at])
    return {
      ...facts.runs[i],
      w: values(column.theta),
      b: values(column.theta + 1),
      J: values(column.cost),
      batchCost: values(column.batchCost).slice(1),
    }
  })
  return { experiment, runs }
}

/** Returns the averages of a link to the averages lab. */
export function averaged(link: string): Averaged {
  const experiment = linked({ link, averages: true }).experiment as AveragesExperiment
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

export const holds = (one: Phenomenon): boolean =>
  isAverages(one) ? one.claim(averaged(one.link)) : one.claim(...computed(one.link).runs)

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))

/** Returns the entry's picture, computed from its own link. */
export function pictureOf(one: Phenomenon): Thumbnail {
  if (isAverages(one)) return daysOf(one)
  const { experiment, runs } = computed(one.link)
  const looks = looksOfRuns(experiment.runs)
  if (one.batches) {
    const [{ batchCost }] = runs
    const box = [0, batchCost.length - 1, 0, most(batchCost.slice(20))] as const
    return { box, lines: [{ look: looks[0], points: batchCost.map((J, t) => [t, J]), thin: true }] }
  }
  const { landscape } = createObjective(experiment.objective, experiment.seed)
  return {
    surface: landscape && ((x, y) => landscape.value(x, y)),
    box: one.box!,
    start: experiment.start as [number, number] | undefined,
    lines: runs.map(({ w, b }, run) => ({
      look: looks[run],
      points: w.map((x, i): [number, number] => [x, b[i]]),
    })),
  }
}

function daysOf(one: Averages): Thumbnail {
  const { days, curves } = averaged(one.link)
  const points = (values: readonly number[]): Points => values.slice(0, one.until).map((y, t) => [t, y])
  const seen = [days, ...curves].flatMap((values) => values.slice(0, one.until))
  return {
    box: [0, one.until - 1, least(seen), most(seen)],
    dots: points(days),
    lines: curves.map((curve) => ({ look: ownRule, points: points(curve) })),
  }
}
