// The averages lab as a route.

import { AveragesLab } from '../panels/averages/AveragesLab.tsx'
import { useShownAverages } from './useShownAverages.ts'

export function AveragesRoute() {
  useShownAverages()
  return <AveragesLab />
}
