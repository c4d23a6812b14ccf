// In the map's place when a network is trained: the decision boundary, beside it the network and what a step reads.

import './network.css'
import { useRef } from 'react'
import { useWords } from '../../i18n/index.ts'
import { BoundaryPanel } from './BoundaryPanel.tsx'
import { NetworkDrawing } from './NetworkDrawing.tsx'
import { StepFacts } from './NetworkNotes.tsx'
import { ScoreLine } from './ScoreLine.tsx'

export function NetworkView({ concealed }: { concealed?: boolean }) {
  const words = useWords()
  const side = useRef<HTMLDivElement>(null)
  return (
    <div className="network-view">
      <BoundaryPanel height="100%" concealed={concealed} />
      {!concealed && (
        <div
          className="network-side"
          ref={side}
          role="region"
          tabIndex={0}
          aria-label={words.network.drawing}
        >
          <ScoreLine />
          <NetworkDrawing />
          <StepFacts />
        </div>
      )}
    </div>
  )
}
