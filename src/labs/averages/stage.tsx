// What the averages bring to the projector.

import { useWords } from '../../i18n/index.ts'
import { unspecific } from '../lab.ts'
import type { StageParts } from '../stageParts.ts'
import { lab } from './index.ts'
import { AveragePanel } from './view/AveragePanel.tsx'

const pictures = [{ key: 'averages', Picture: () => <AveragePanel height="100%" /> }]

export const parts: StageParts = {
  lab: unspecific(lab),
  useTitle: () => useWords().common.averages,
  usePictures: () => pictures,
  figures: {},
  maps: [],
}
