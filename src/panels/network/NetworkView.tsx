// Replaces the map for a network: the decision boundary or the network's own bowl, with the network and what a step
// reads next to it.

import styles from './Network.module.css'
import { Suspense, useState } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { networkWords } from '../../i18n/areas/network.ts'
import { useWords } from '../../i18n/index.ts'
import { Segments } from '../../ui/Segments.tsx'
import { BoundaryPanel } from './BoundaryPanel.tsx'
import { NetworkDrawing } from './NetworkDrawing.tsx'
import { StepFacts } from './NetworkNotes.tsx'
import { ScoreLine } from './ScoreLine.tsx'

const OwnBowlPanel = fetched(async () => (await import('./OwnBowlPanel.tsx')).OwnBowlPanel)

interface NetworkViewProps {
  readonly concealed?: boolean
  /** A prediction is open, so nothing can be changed here. */
  readonly locked?: boolean
  /** Offer the network's own bowl in the same place. */
  readonly bowl?: boolean
}

export function NetworkView({ concealed, locked, bowl = false }: NetworkViewProps) {
  const words = useWords(networkWords)
  const [picture, setPicture] = useState<'boundary' | 'bowl'>('boundary')
  return (
    <div className={styles.view}>
      {bowl && picture === 'bowl' ? (
        <Suspense>
          <OwnBowlPanel />
        </Suspense>
      ) : (
        <BoundaryPanel height="100%" concealed={concealed} locked={locked} />
      )}
      {!concealed && (
        <div className={styles.side} role="region" tabIndex={0} aria-label={words.network.drawing}>
          {bowl && (
            <Segments
              label={words.network.picture}
              hideLabel
              value={picture}
              options={{ boundary: words.plots.names.boundary, bowl: words.network.bowl }}
              onChange={setPicture}
            />
          )}
          <ScoreLine />
          <NetworkDrawing />
          <StepFacts />
        </div>
      )}
    </div>
  )
}
