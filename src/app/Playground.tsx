// Free play: the map, time beneath it, the cost and α against steps, and every number to turn.

import { lazy, Suspense, useMemo, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { hasCloud } from '../panels/cloud/cloud.ts'
import { FairnessNote } from '../panels/FairnessNote.tsx'
import { MapPanel } from '../panels/map/MapPanel.tsx'
import { OutcomeNote } from '../panels/OutcomeNote.tsx'
import { RisingNote } from '../panels/RisingNote.tsx'
import { ComputingNote } from '../panels/network/NetworkNotes.tsx'
import { PlaybackPanel } from '../panels/PlaybackPanel.tsx'
import { CostPanel } from '../panels/series/CostPanel.tsx'
import { MemoryPanel } from '../panels/series/MemoryPanel.tsx'
import { RatePanel } from '../panels/series/RatePanel.tsx'
import { useExperiment } from '../state/experiment.ts'
import { Segments } from '../ui/Segments.tsx'
import { pageView } from './session.ts'

// The pictures come first.
const Controls = lazy(async () => ({
  default: (await import('./PlaygroundControls.tsx')).PlaygroundControls,
}))
const LinePanel = lazy(async () => ({ default: (await import('../panels/LinePanel.tsx')).LinePanel }))

const CloudPanel = lazy(async () => ({
  default: (await import('../panels/cloud/CloudPanel.tsx')).CloudPanel,
}))
const NetworkView = lazy(async () => ({
  default: (await import('../panels/network/NetworkView.tsx')).NetworkView,
}))
const DiagnosisNote = lazy(async () => ({
  default: (await import('../panels/lesson/DiagnosisNote.tsx')).DiagnosisNote,
}))
const NetworkStrip = lazy(async () => ({
  default: (await import('../panels/network/NetworkStrip.tsx')).NetworkStrip,
}))

export function Playground() {
  const words = useWords()
  const [strip, setStrip] = useState<'alpha' | 'memory' | 'cloud'>('alpha')
  const clouds = useExperiment(({ experiment }) => hasCloud(experiment))
  const line = useExperiment(
    ({ experiment: { objective } }) => objective.kind === 'leastSquares' && objective.x[0].length === 2,
  )
  const network = useExperiment(({ experiment: { objective } }) => objective.kind === 'network')
  const hidden = useMemo(() => pageView().hide ?? [], [])
  const shows = (part: string): boolean => !hidden.includes(part)
  return (
    <main className="lab" id="main" tabIndex={-1}>
      <h1 className="spoken">{words.playground.title}</h1>
      <div className="lab-pictures">
        <div className="lab-map">
          {network ? (
            <Suspense>
              <NetworkView bowl />
            </Suspense>
          ) : (
            <MapPanel />
          )}
        </div>
        <div className="lab-notes">
          <FairnessNote />
          <OutcomeNote />
          <RisingNote />
          {!network && (
            <Suspense>
              <DiagnosisNote />
            </Suspense>
          )}
          <ComputingNote />
        </div>
        {shows('playback') && <PlaybackPanel />}
        <div className="lab-strips">
          <div className="lab-strip">
            <CostPanel height="100%" />
          </div>
          <div className="lab-strip">
            {network ? (
              <Suspense>
                <NetworkStrip />
              </Suspense>
            ) : line ? (
              <Suspense>
                <LinePanel />
              </Suspense>
            ) : (
              <>
                <div className="lab-strip-choice">
                  <Segments
                    label={words.playground.strip}
                    hideLabel
                    value={strip}
                    options={[
                      { value: 'alpha', label: words.plots.names.alpha },
                      { value: 'memory', label: words.plots.names.memory },
                      ...(clouds ? [{ value: 'cloud' as const, label: words.network.strips.cloud }] : []),
                    ]}
                    onChange={setStrip}
                  />
                </div>
                {strip === 'alpha' ? (
                  <RatePanel height="100%" />
                ) : strip === 'cloud' && clouds ? (
                  <Suspense>
                    <CloudPanel />
                  </Suspense>
                ) : (
                  <div className="lab-memory" role="figure" aria-label={words.plots.names.memory}>
                    <MemoryPanel direction={0} height="100%" />
                    <MemoryPanel direction={1} height="100%" />
                  </div>
                )}
              </>
            )}
          </div>
        </div>
      </div>
      {shows('controls') && (
        <div className="lab-controls" role="region" aria-label={words.common.controls}>
          <Suspense>
            <Controls />
          </Suspense>
        </div>
      )}
    </main>
  )
}
