// What the averages bring to lessons.

import { useAverages } from '../document.ts'
import { lab } from '../index.ts'
import { unspecific } from '../../lab.ts'
import type { LessonParts } from '../../lessonParts.ts'
import { averagesDocumentsOf } from './documents.ts'
import { AveragesControls, averagesFigures, Timeline, usual } from './figures.tsx'
import { Pictures } from './Pictures.tsx'
import { useDriver } from './useDriver.ts'
import { Watch } from './Watch.tsx'

export const parts: LessonParts = {
  lab: unspecific(lab),
  documents: averagesDocumentsOf,
  usePlace: () => useAverages(({ view }) => view.at),
  useDriver,
  figures: averagesFigures,
  usual,
  Pictures,
  slides: true,
  Controls: AveragesControls,
  oneControl: (controls) => controls.slice(0, 1),
  Time: Timeline,
  ConsoleControls: Timeline,
  Watch,
}
