// Between addresses and the documents of the map: an address holds the map as its file does.

import { createCodec } from '../../document/codec.ts'
import { draftOf } from '../../document/formulaDraft.ts'
import { split, withSource } from '../../document/link/syntax.ts'
import type { MapExperiment } from '../../engine/experiment.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { completed, validate } from '../../engine/validate.ts'
import type { Document, Preset } from '../../state/experiment.ts'
import { documentOf, mapOf, usable } from './settings.ts'
import { viewFrom } from '../../state/storedView.ts'
import { ownMap } from './preset.ts'

/** The map's own, around the optimizer that the address names: an axis that it lacks is another one. */
function mapFor(search: string): MapExperiment {
  const named = split(search)
    .findLast(([name]) => name === 'run')?.[1]
    .split(/[,:]/)[0]
  if (named === undefined || !Object.hasOwn(optimizers, named)) return ownMap
  const optimizer = named as OptimizerKey
  const { runs } = completed({ ...ownMap.base, runs: [{ optimizer, alpha: optimizers[optimizer].alpha }] })
  const { x, y } = usable(ownMap, { ...ownMap.base, runs })
  return { ...ownMap, base: { ...ownMap.base, runs }, x, y }
}

export const mapCodec = createCodec<Document, Preset>({
  at: () => 0,
  base: (_, search) => (search === undefined ? ownMap : mapFor(search)),
  read: (experiment, { view }) => documentOf(experiment, view, ownMap),
  write: mapOf,
  restored(experiment, stored) {
    if (experiment.lab !== 'descent') return undefined
    const document = { experiment, view: viewFrom(stored) }
    return validate(mapOf(document)).ok ? document : undefined
  },
  finish: (link, _, document, draft) => withSource(link, draftOf(draft, document.experiment.objective)),
})
