// The labs. Descent comes with the page; the others are loaded when their page or an experiment of theirs is opened.

import { retried } from '../fetch/retried.ts'
import type { Experiment } from '../engine/experiment.ts'
import { labRoutes } from '../document/routes.ts'
import { lab as descent } from './descent/index.ts'
import type { Lab } from './lab.ts'

export type LabId = Experiment['lab']

interface LabEntry {
  readonly id: LabId
  /** The route of free play. */
  readonly route: string
  /** The lab, where it is there already. */
  readonly lab?: Lab
  load(): Promise<Lab>
}

/** The lab that is there at once. */
export const firstLab: Lab = unspecific(descent)

export const labs: Readonly<Record<LabId, LabEntry>> = {
  descent: { id: 'descent', route: labRoutes.descent, lab: firstLab, load: () => Promise.resolve(firstLab) },
  averages: {
    id: 'averages',
    route: labRoutes.averages,
    load: () => retried(async () => unspecific((await import('./averages/index.ts')).lab)),
  },
  map: {
    id: 'map',
    route: labRoutes.map,
    load: () => retried(async () => unspecific((await import('./map/index.ts')).lab)),
  },
}

/** A lab whose experiments may be of any kind. */
function unspecific<E extends Experiment>(lab: Lab<E>): Lab {
  return lab as unknown as Lab
}
