// The session of the averages: the lab's own page and the lessons on averages.

import { createCodec } from '../../document/codec.ts'
import { createSession } from '../../document/session.ts'
import { DeviceMemory } from '../../document/storage.ts'
import type { AveragesExperiment, Experiment } from '../../engine/experiment.ts'
import {
  changeAverages,
  openAverages,
  settleAverages,
  useAverages,
  type AveragesDocument,
  type AveragesRoute,
} from './document.ts'
import { averagesPreset, averagesView } from './preset.ts'
import { say } from '../say.ts'

/** The lab's own page. */
export const averagesRoute: AveragesRoute = { experiment: averagesPreset, view: averagesView }

const codec = createCodec<AveragesDocument, AveragesRoute>({
  at: ({ view }) => view.at,
  base: ({ experiment }) => experiment,
  read: (experiment, { view }, { step }) => ({
    experiment: experiment as AveragesExperiment,
    view: { ...view, day: step || view.day },
  }),
  write: ({ experiment }) => experiment,
  restored(experiment, stored, { view }, { step }) {
    if (experiment.lab !== 'averages') return undefined
    const { selected, day, lag } = { ...averagesView, ...(stored as object) }
    return {
      experiment,
      view: {
        ...view,
        selected: Number(selected) || 0,
        day: step || Number(day) || 1,
        lag: lag === true,
      },
    }
  },
})

export function openAveragesFile(experiment: Experiment): void {
  if (experiment.lab !== 'averages') return
  changeAverages('import', experiment)
  settleAverages()
}

export const averagesSession = createSession<AveragesDocument, AveragesRoute>({
  lab: 'averages',
  memory: new DeviceMemory('ravine.averages', say),
  document() {
    const { experiment, view } = useAverages.getState()
    return { experiment, view }
  },
  subscribe: (listener) => void useAverages.subscribe(listener),
  setPreset: (preset) => useAverages.setState({ preset }),
  codec: () => codec,
  loadCodec: () => Promise.resolve(codec),
  show({ preset, document }, instead) {
    const { experiment, view } = instead ?? document
    openAverages(preset, experiment, view)
  },
  step(preset) {
    const { day } = useAverages.getState().view
    return day === preset.view.day ? undefined : day
  },
  take: openAveragesFile,
  say,
})
