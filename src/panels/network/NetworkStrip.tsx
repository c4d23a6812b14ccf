// Below the data view of a network, one at a time: α, one batch under the microscope, choosing B.

import { Suspense, useState } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { networkWords } from '../../i18n/areas/network.ts'
import { useWords } from '../../i18n/index.ts'
import { useMicroscope } from '../../state/microscope.ts'
import { Segments } from '../../ui/Segments.tsx'
import { RatePanel } from '../series/RatePanel.tsx'
import { Microscope } from './Microscope.tsx'
import labStyles from '../../ui/Lab.module.css'

const ChoosingPanel = fetched(async () => (await import('./ChoosingPanel.tsx')).ChoosingPanel)

type Strip = 'batch' | 'choosing' | 'alpha'

export function NetworkStrip() {
  const words = useWords(networkWords)
  const step = useMicroscope((state) => state.step)
  const [chosen, choose] = useState<{ readonly strip: Strip; readonly at: number | undefined }>()
  // Clicking a spike opens the microscope.
  const strip = chosen && chosen.at === step ? chosen.strip : 'batch'
  return (
    <>
      <div className={labStyles.stripChoice}>
        <Segments
          label={words.network.strip}
          hideLabel
          value={strip}
          options={words.network.strips}
          onChange={(to) => choose({ strip: to, at: step })}
        />
      </div>
      <Suspense>
        {strip === 'batch' ? (
          <Microscope />
        ) : strip === 'choosing' ? (
          <ChoosingPanel />
        ) : (
          <RatePanel height="100%" />
        )}
      </Suspense>
    </>
  )
}
