// The playground: the map, playback below it, the cost and α against steps, and every setting.

import { Suspense, useCallback, useMemo, useState } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { useWords } from '../../i18n/index.ts'
import { MapPanel } from '../../panels/map/MapPanel.tsx'
import { hasMiddle } from '../../panels/start.ts'
import { PlaybackPanel } from '../../panels/PlaybackPanel.tsx'
import { CostPanel } from '../../panels/series/CostPanel.tsx'
import { useExperiment } from '../../state/experiment.ts'
import { LabFrame } from '../../ui/LabFrame.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { usePendingPart, useFirstPaint } from '../../state/firstPaint.ts'
import { pageView } from '../../document/session.ts'
import textStyles from '../../styles/Text.module.css'
import labStyles from '../../ui/Lab.module.css'

// The pictures come first.
const Notes = fetched(async () => (await import('./PlaygroundNotes.tsx')).PlaygroundNotes)
const Controls = fetched(async () => (await import('./PlaygroundControls.tsx')).PlaygroundControls)
const MemoryPanel = fetched(async () => (await import('../../panels/series/MemoryPanel.tsx')).MemoryPanel)
const RatePanel = fetched(async () => (await import('../../panels/series/RatePanel.tsx')).RatePanel)
const LinePanel = fetched(async () => (await import('../../panels/LinePanel.tsx')).LinePanel)

const CloudPanel = fetched(async () => (await import('../../panels/cloud/CloudPanel.tsx')).CloudPanel)
const NetworkView = fetched(async () => (await import('../../panels/network/NetworkView.tsx')).NetworkView)
const NetworkStrip = fetched(async () => (await import('../../panels/network/NetworkStrip.tsx')).NetworkStrip)

export function Playground() {
  const words = useWords()
  const painted = useFirstPaint((state) => state.painted)
  const [strip, setStrip] = useState<'memory' | 'alpha' | 'cloud'>('memory')
  const clouds = useExperiment(({ experiment: { objective } }) => hasMiddle(objective))
  const line = useExperiment(
    ({ experiment: { objective } }) => objective.kind === 'leastSquares' && objective.x[0].length === 2,
  )
  const network = useExperiment(({ experiment: { objective } }) => objective.kind === 'network')
  const hidden = useMemo(() => pageView().hide ?? [], [])
  const shows = (part: string): boolean => !hidden.includes(part)
  const [notes, setNotes] = useState(!shows('notes'))
  const [controls, setControls] = useState(!shows('controls'))
  const notesShown = useCallback(() => setNotes(true), [])
  const controlsShown = useCallback(() => setControls(true), [])
  usePendingPart(notes && controls)
  return (
    <LabFrame
      data-controls={shows('controls') || undefined}
      data-pending={(shows('controls') && !controls) || undefined}
    >
      <h1 className={textStyles.spoken}>{words.playground.title}</h1>
      <div className={labStyles.pictures}>
        <div
          className={labStyles.map}
          data-figure={network ? 'network' : 'map'}
          data-flush={!network || undefined}
        >
          {network ? (
            <Suspense>
              <NetworkView bowl />
            </Suspense>
          ) : (
            <MapPanel welcome />
          )}
        </div>
        {shows('notes') && (
          <div className={labStyles.notes}>
            {painted && (
              <Suspense>
                <Notes onShown={notesShown} />
              </Suspense>
            )}
          </div>
        )}
        {shows('playback') && <PlaybackPanel />}
        {shows('strips') && (
          <div
            className={labStyles.strips}
            data-network={network || undefined}
            data-choice={(!network && !line) || undefined}
          >
            <div className={labStyles.strip}>
              <CostPanel height="100%" />
            </div>
            <div
              className={labStyles.strip}
              data-figure={network ? 'network' : line ? 'line' : strip}
              data-choice={network || !line || undefined}
            >
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
                  <div className={labStyles.stripChoice}>
                    <Segments
                      label={words.playground.strip}
                      hideLabel
                      stacks
                      value={strip}
                      options={{
                        memory: words.plots.names.memory,
                        alpha: words.plots.names.alpha,
                        ...(clouds && { cloud: words.plots.cloud }),
                      }}
                      shown={{ memory: words.playground.memory }}
                      onChange={setStrip}
                    />
                  </div>
                  {strip === 'alpha' ? (
                    <Suspense>
                      <RatePanel height="100%" />
                    </Suspense>
                  ) : strip === 'cloud' && clouds ? (
                    <Suspense>
                      <CloudPanel />
                    </Suspense>
                  ) : (
                    <div className={labStyles.memory} role="figure" aria-label={words.plots.names.memory}>
                      <Suspense>
                        <MemoryPanel direction={0} height="100%" unnamed />
                        <MemoryPanel direction={1} height="100%" unnamed />
                      </Suspense>
                    </div>
                  )}
                </>
              )}
            </div>
          </div>
        )}
      </div>
      {shows('controls') && (
        <div className={labStyles.controls} role="region" aria-label={words.common.controls}>
          {painted && (
            <Suspense>
              <Controls rate={network || line || strip !== 'alpha'} onShown={controlsShown} />
            </Suspense>
          )}
        </div>
      )}
    </LabFrame>
  )
}
