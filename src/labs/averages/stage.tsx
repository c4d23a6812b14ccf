// What the averages bring to the projector.

import { experimentFrom } from '../../document/link.ts'
import { labRoutes } from '../../document/routes.ts'
import type { AveragesExperiment } from '../../engine/experiment.ts'
import { useWords } from '../../i18n/index.ts'
import { unspecific } from '../lab.ts'
import type { StageParts } from '../stageParts.ts'
import {
  changeAverages,
  lookAtAverages,
  settleAverages,
  useAverages,
  type AveragesRoute,
} from './document.ts'
import { averagesView } from './preset.ts'
import { lab } from './index.ts'
import { averagesRoute } from './session.ts'
import { AveragePanel } from './view/AveragePanel.tsx'

const pictures = [{ key: 'averages', Picture: () => <AveragePanel height="100%" /> }]

export const parts: StageParts = {
  lab: unspecific(lab),
  useTitle: () => useWords().common.averages,
  usePictures: () => pictures,
  gallery: {
    presets: (all) =>
      all.map(({ route, link, preset }, at): AveragesRoute => {
        if (route !== labRoutes.averages) return { ...averagesRoute, view: { ...averagesView, at } }
        const { experiment, view } = experimentFrom(link, preset)
        return {
          experiment: experiment as AveragesExperiment,
          view: { ...averagesView, day: view.step ?? averagesView.day, at },
        }
      }),
    useAt: () => useAverages(({ view }) => view.at),
    keep() {
      const { experiment, view } = useAverages.getState()
      return () => {
        changeAverages('scene', experiment)
        settleAverages()
        lookAtAverages(view)
      }
    },
  },
  figures: {},
  maps: [],
}
