// A phenomenon of runs, for the gallery: what its claim reads, and its picture.

import type { DescentExperiment } from '../../../engine/experiment.ts'
import { createObjective } from '../../../engine/objectives/create.ts'
import { column } from '../../../engine/row.ts'
import type { Thumbnail } from '../../../course/drawn.ts'
import { computeRace } from '../../../engine/computeRace.ts'
import { looksOfRuns } from '../../../panels/looks.ts'
import { factsOf, type FactsOfRun } from '../lesson/facts.ts'
import { experimentFrom } from '../../../document/link.ts'
import type { NamedLink } from '../../phenomenon.ts'
import { playground } from '../preset.ts'

/** The input of a claim about runs: facts, and one value per step, from step 0. */
export interface Shown extends FactsOfRun {
  readonly w: readonly number[]
  readonly b: readonly number[]
  /** J on the batch, before each step from step 1. */
  readonly batchCost: readonly number[]
  readonly J: readonly number[]
}

export interface RacePhenomenon extends NamedLink {
  /** The part of the map that must be visible: w from, to, b from, to. */
  readonly box?: readonly [number, number, number, number]
  /** Draw J on the batch of each step in place of the map. */
  readonly batches?: true
  claim(...runs: readonly Shown[]): boolean
}

/** Returns the runs of a playground link: the entry's own, or another one that its claim compares with. */
export function computed(link: string): {
  readonly experiment: DescentExperiment
  readonly runs: readonly Shown[]
} {
  const experiment = experimentFrom(link, playground.experiment).experiment as DescentExperiment
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

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))

/** Returns the entry's picture, computed from its own link. */
export function pictureOf(one: RacePhenomenon): Thumbnail {
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
