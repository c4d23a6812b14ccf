// The session of the map. Its document is a race and what is swept of it.

import { createSession } from '../../document/session.ts'
import type { Experiment } from '../../engine/experiment.ts'
import { change, type Document, type Preset } from '../../state/experiment.ts'
import { documentOf } from './settings.ts'
import { loadRegistries, useRegistries } from '../../state/registries.ts'
import { landed, sessionOfRace } from '../raceSession.ts'
import { mapCodec } from './codec.ts'
import { ownMap } from './preset.ts'

export function openMap(experiment: Experiment): void {
  if (experiment.lab !== 'map') return
  change('import', ({ view }) => documentOf(experiment, view, ownMap))
  landed()
}

export const mapSession = createSession<Document, Preset>({
  ...sessionOfRace,
  lab: 'map',
  codec: () => (useRegistries.getState().surfaces ? mapCodec : undefined),
  async loadCodec() {
    await loadRegistries()
    return mapCodec
  },
  take: openMap,
})
