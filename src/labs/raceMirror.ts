// A race in a second window: the same document, computed there too.

import { validate } from '../engine/validate.ts'
import { change, openDocument, settle, useExperiment, type Document } from '../state/experiment.ts'
import { holdAt, moveTo } from '../state/playback.ts'
import { loadRegistries } from '../state/registries.ts'
import { viewFrom } from '../state/storedView.ts'
import { beginConducting } from './conducting.ts'
import type { Mirror } from './mirror.ts'

export const raceMirror: Mirror = {
  snapshot() {
    const { experiment, view } = useExperiment.getState()
    return { experiment, view }
  },
  subscribe: useExperiment.subscribe,
  show(snapshot) {
    void loadRegistries()
    openDocument(snapshot as Document)
    beginConducting()
  },
  moveTo(step) {
    holdAt()
    moveTo(step)
  },
  take(snapshot) {
    const { experiment, view } = (snapshot ?? {}) as { experiment?: unknown; view?: unknown }
    const read = validate(experiment)
    if (!read.ok || read.experiment.lab !== 'descent') return
    const found = read.experiment
    change('console', () => ({ experiment: found, view: viewFrom(view) }))
    settle()
  },
}
