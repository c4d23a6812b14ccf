// Beneath the data view of a network, one at a time: α, one batch under the microscope, choosing B, the network's own bowl.

import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../../i18n/index.ts'
import { useMicroscope } from '../../state/microscope.ts'
import { Segments } from '../../ui/Segments.tsx'
import { RatePanel } from '../series/RatePanel.tsx'
import { Microscope } from './Microscope.tsx'

const ChoosingPanel = lazy(async () => ({ default: (await import('./ChoosingPanel.tsx')).ChoosingPanel }))
const OwnBowlPanel = lazy(async () => ({ default: (await import('./OwnBowlPanel.tsx')).OwnBowlPanel }))

const strips = ['batch', 'choosing', 'bowl', 'alpha'] as const
type Strip = (typeof strips)[number]

export function NetworkStrip() {
  const words = useWords()
  const [strip, setStrip] = useState<Strip>('batch')
  const step = useMicroscope((state) => state.step)
  useEffect(() => {
    if (step !== undefined) setStrip('batch')
  }, [step])
  return (
    <>
      <div className="lab-strip-choice">
        <Segments
          label={words.network.strip}
          hideLabel
          value={strip}
          options={strips.map((value) => ({ value, label: words.network.strips[value] }))}
          onChange={setStrip}
        />
      </div>
      <Suspense>
        {strip === 'batch' ? (
          <Microscope />
        ) : strip === 'choosing' ? (
          <ChoosingPanel />
        ) : strip === 'bowl' ? (
          <OwnBowlPanel />
        ) : (
          <RatePanel height="100%" />
        )}
      </Suspense>
    </>
  )
}
