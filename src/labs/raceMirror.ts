// A race in a second window: the same document, computed there too.

import { change, openDocument, settle, useExperiment, type Document } from '../state/experiment.ts'
import { holdAt, moveTo } from '../state/playback.ts'
import { loadRegistries } from '../state/registries.ts'
import { viewFrom } from '../state/storedView.ts'
import { beginConducting } from './conducting.ts'
import { createMirror } from './mirror.ts'

export const raceMirror = createMirror({
  lab: 'descent',
  store: useExperiment,
  show(snapshot) {
    void loadRegistries()
    openDocument(snapshot as Document)
    beginConducting()
  },
  moveTo(step) {
    holdAt()
    moveTo(step)
  },
  apply(experiment, view) {
    change('console', () => ({ experiment, view: viewFrom(view) }))
    settle()
  },
})
