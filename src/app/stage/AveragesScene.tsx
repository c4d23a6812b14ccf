// Only the averages lab's picture, for the projector.

import '../../panels/averages/averages.css'
import { AveragePanel } from '../../panels/averages/AveragePanel.tsx'
import { useAveragesSession } from '../../panels/averages/AveragesLab.tsx'
import type { LinkView } from '../../document/link.ts'

export function AveragesScene({ onView }: { readonly onView: (view: LinkView) => void }) {
  useAveragesSession(onView)
  return <AveragePanel height="100%" />
}
