// The map's initial experiment: momentum on the elongated bowl, α against β, steps to the target.

import type { DescentExperiment, MapExperiment } from '../engine/experiment.ts'
import { optimizers, type OptimizerKey } from '../engine/optimizers/index.ts'
import { completed } from '../engine/validate.ts'
import { plainView, type Home } from '../state/experiment.ts'
import { split } from '../document/link/syntax.ts'
import { documentOf, mapOf, usable } from '../state/mapSettings.ts'

const base: DescentExperiment = completed({
  objective: { kind: 'bowl', curvature: [1, 20] },
  steps: 200,
  runs: [{ optimizer: 'momentum', alpha: 0.1, beta: 0.9 }],
})

const own: MapExperiment = mapOf({ experiment: base, view: plainView })

/** The map's own experiment for the optimizer named in the address. An axis that it lacks is replaced. */
function homeFor(search: string): MapExperiment {
  const named = split(search)
    .findLast(([name]) => name === 'run')?.[1]
    .split(/[,:]/)[0]
  if (named === undefined || !Object.hasOwn(optimizers, named)) return own
  const optimizer = named as OptimizerKey
  const { runs } = completed({ ...base, runs: [{ optimizer, alpha: optimizers[optimizer].alpha }] })
  const { x, y } = usable(own, { ...base, runs })
  return { ...own, base: { ...own.base, runs }, x, y }
}

export const mapHome: Home = {
  ...documentOf(own, plainView, own),
  form: {
    home: own,
    homeFor,
    write: mapOf,
    read: (experiment, view) => documentOf(experiment, view, own),
  },
}
