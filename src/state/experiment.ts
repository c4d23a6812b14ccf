// The document on show: the page's own, of all that a process may have.

import { page } from './page.ts'

export {
  examplesOf,
  plainView,
  type Document,
  type ExperimentState,
  type Preset,
  type MapSettings,
  type View,
} from './descentDocument.ts'

export const {
  useExperiment,
  openDocument,
  change,
  settle,
  undo,
  redo,
  reset,
  exchange,
  changeExperiment,
  changeView,
  changeRun,
  newSeed,
  toggleRun,
} = page.document
