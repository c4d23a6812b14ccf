// One sentence: this average is momentum's V, with the gradients as the series.

import { fill } from '../../../i18n/index.ts'
import { useAverages } from '../document.ts'
import { MathText } from '../../../ui/MathText.tsx'
import { useAverageWords } from './averageWords.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

/** The step of the momentum lesson with both lines: dW is the series and V its average. */
export const twoLines = 4

export function MomentumLine() {
  const { words } = useAverageWords()
  const beta = useAverages(
    (state) => state.experiment.betas[state.view.selected] ?? state.experiment.betas[0],
  )
  return (
    <p className={styles.momentumLine}>
      <MathText text={words.curves.momentum} />
      <a href={`#/momentum?beta=${beta}&at=${twoLines}`}>
        <MathText text={fill(words.curves.momentumLink, { beta })} />
      </a>
      {words.curves.momentumEnd}
      <span className={textStyles.note}>{words.curves.momentumNote}</span>
    </p>
  )
}
