// Only the averages lab's picture, for the projector.

import { averagesRoute } from '../../labs/averages/session.ts'
import { useAveragesLab } from '../../labs/averages/useAveragesLab.ts'
import { AveragePanel } from '../../panels/averages/AveragePanel.tsx'

export function AveragesScene() {
  return useAveragesLab('averages-lab', averagesRoute) ? <AveragePanel height="100%" /> : null
}
