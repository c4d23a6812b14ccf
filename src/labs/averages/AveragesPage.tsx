// The averages lab as a page: its session, and the lab when the document is there.

import { hiddenParts } from '../../document/session.ts'
import { AveragesLab, drawing } from '../../panels/averages/AveragesLab.tsx'
import { averagesRoute } from './session.ts'
import { useAveragesLab } from './useAveragesLab.ts'

const names = [drawing]

export function AveragesPage() {
  if (!useAveragesLab('averages-lab', averagesRoute, names)) return null
  const hidden = hiddenParts()
  return <AveragesLab shows={(part) => !hidden.includes(part)} />
}
