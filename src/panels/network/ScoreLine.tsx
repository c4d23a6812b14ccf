// Accuracy of the selected run at the last counted step, and what it had read by then. Set imperatively in the frame.

import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { examplesSeen, shapeOf } from '../../state/axis.ts'
import { useExperiment } from '../../state/experiment.ts'
import { shownStep } from '../../state/networkWeights.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { runNames } from '../runs.ts'
import { useLiveText } from '../useLiveText.ts'
import { accuracyText } from './boundaryWords.ts'
import { classesOf, mOf } from './dataset.ts'
import { scoreSeen } from './batchSeen.ts'
import styles from './Network.module.css'

export function ScoreLine() {
  const words = useWords(networkWords)
  const language = useLanguage()
  const { experiment, view } = useExperiment()
  const spec = experiment.objective as NetworkSpec
  const name = runNames(experiment, language)[view.selected] ?? ''
  const line = useLiveText<HTMLParagraphElement>(() => {
    if (shownStep(view.selected) < 0) return undefined
    // During playback the count lags behind the weights, so the line names the step that was counted.
    const counted = scoreSeen.now?.run === view.selected ? scoreSeen.now : undefined
    const step = counted?.step ?? shownStep(view.selected)
    const shape = shapeOf(view.selected)
    const facts = fill(words.network.seen, {
      examples: formatNumber(examplesSeen(shape, step)),
      epoch: Math.max(0, Math.floor((step - 1) / shape.stepsPerEpoch)),
      seconds: formatNumber(race.traces[view.selected]?.secondsAt(step) ?? 0, 3),
    })
    const accuracy = counted && `${accuracyText(words, mOf(spec), classesOf(spec), counted.score)} · `
    return fill(words.network.scoreOf, { run: name, score: `${accuracy ?? ''}${facts}` })
  })
  return <p className={styles.score} ref={line} />
}
