// What descent brings to lessons.

import { PlaybackPanel } from '../../../panels/PlaybackPanel.tsx'
import { useExperiment } from '../../../state/experiment.ts'
import { firstLab } from '../../index.ts'
import type { LessonParts } from '../../lessonParts.ts'
import { ConsoleControls } from './ConsoleControls.tsx'
import { documentsOf } from './documents.ts'
import { descentFigures, usual } from './figures.tsx'
import { LessonControls } from './LessonControls.tsx'
import { oneOf } from './oneControl.ts'
import { Pictures } from './Pictures.tsx'
import { useDriver } from './useDriver.ts'
import { Verdict } from './Verdict.tsx'
import { Watch } from './Watch.tsx'

export const parts: LessonParts = {
  lab: firstLab,
  documents: documentsOf,
  usePlace: () => useExperiment(({ view }) => view.at),
  useDriver,
  figures: descentFigures,
  usual,
  Pictures,
  Controls: LessonControls,
  oneControl: oneOf,
  Time: PlaybackPanel,
  ConsoleControls,
  Watch,
  Verdict,
}
