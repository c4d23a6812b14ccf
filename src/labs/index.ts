// The labs. The first comes with the page; the others are loaded when their page or an experiment of theirs is opened.

import { remembered } from '../fetch/retried.ts'
import type { Experiment } from '../engine/experiment.ts'
import { labRoutes } from '../document/routes.ts'
import { isLesson, labOfLesson } from '../course/ids.ts'
import { lab as descent } from './descent/index.ts'
import { unspecific, type Lab } from './lab.ts'

export type LabId = Experiment['lab']

interface LabEntry {
  readonly id: LabId
  /** The route of free play. */
  readonly route: string
  /** Its name and its short name among the words that all pages share. */
  readonly name: 'playground' | 'averages' | 'map'
  readonly short?: 'mapShort'
  /** Its runs can race against those of a class. */
  readonly races?: true
  /** The lab, where it is there already. */
  readonly lab?: Lab
  load(): Promise<Lab>
}

/** The lab that is there at once. */
export const firstLab: Lab = unspecific(descent)

export const labs: Readonly<Record<LabId, LabEntry>> = {
  descent: {
    id: 'descent',
    route: labRoutes.descent,
    name: 'playground',
    races: true,
    lab: firstLab,
    load: () => Promise.resolve(firstLab),
  },
  averages: {
    id: 'averages',
    route: labRoutes.averages,
    name: 'averages',
    load: remembered(async () => unspecific((await import('./averages/index.ts')).lab)),
  },
  map: {
    id: 'map',
    route: labRoutes.map,
    name: 'map',
    short: 'mapShort',
    load: remembered(async () => unspecific((await import('./map/index.ts')).lab)),
  },
}

/** The lab whose document a route shows. */
export function labAt(route: string): LabEntry | undefined {
  if (isLesson(route)) return labs[labOfLesson(route)]
  // The class race runs a document of free play.
  if (route === 'class') return labs[firstLab.id]
  return Object.values(labs).find((lab) => lab.route === route)
}
