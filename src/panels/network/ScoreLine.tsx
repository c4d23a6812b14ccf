// Accuracy of the selected run at the cursor, and what it has read so far. Set by hand in the frame.

import { useRef } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { examplesSeen, shapeOf } from '../../state/axis.ts'
import { useExperiment } from '../../state/experiment.ts'
import { shownStep } from '../../state/networkWeights.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { runNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { accuracyText } from './boundaryWords.ts'
import { classesOf, mOf } from './dataset.ts'
import { scoreSeen } from './batchSeen.ts'

export function ScoreLine() {
  const words = useWords(networkWords)
  const language = useLanguage()
  const { experiment, view } = useExperiment()
  const line = useRef<HTMLParagraphElement>(null)
  const spec = experiment.objective as NetworkSpec
  const name = runNames(experiment, language)[view.selected] ?? ''
  useFrame(() => {
    const step = shownStep(view.selected)
    if (!line.current || step < 0) return
    const shape = shapeOf(view.selected)
    const facts = fill(words.network.seen, {
      examples: formatNumber(examplesSeen(shape, step)),
      epoch: Math.max(0, Math.floor((step - 1) / shape.stepsPerEpoch)),
      seconds: formatNumber(race.traces[view.selected]?.secondsAt(step) ?? 0, 3),
    })
    const text = `${name}: ${accuracyText(words, mOf(spec), classesOf(spec), scoreSeen.now)} · ${facts}`
    if (line.current.textContent !== text) line.current.textContent = text
  })
  return <p className="network-score" ref={line} />
}
