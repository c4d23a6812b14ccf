// The route of the averages lab.

import { AveragesLab } from '../panels/averages/AveragesLab.tsx'
import { applyView, hiddenParts } from './session.ts'
import { useFound } from './useFound.ts'
import { useShownAverages } from './useShownAverages.ts'

export function AveragesRoute() {
  useFound()
  useShownAverages()
  const hidden = hiddenParts()
  return <AveragesLab shows={(part) => !hidden.includes(part)} onView={applyView} />
}
