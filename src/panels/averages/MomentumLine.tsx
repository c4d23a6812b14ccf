// One line: the average that is seen here is momentum's V, where the series is the gradients.

import { fill } from '../../i18n/index.ts'
import { useAverages } from '../../state/averages.ts'
import { MathText } from '../../ui/MathText.tsx'
import { useAverageWords } from './averageWords.ts'

/** The momentum lesson's step with the two lines, where dW is the series and V its average. */
export const twoLines = 4

export function MomentumLine() {
  const { words } = useAverageWords()
  const beta = useAverages(
    (state) => state.experiment.betas[state.view.selected] ?? state.experiment.betas[0],
  )
  return (
    <p className="momentum-line">
      <MathText text={words.curves.momentum} />
      <a href={`#/momentum?beta=${beta}&at=${twoLines}`}>
        <MathText text={fill(words.curves.momentumLink, { beta })} />
      </a>
      {words.curves.momentumEnd}
      <span className="note">{words.curves.momentumNote}</span>
    </p>
  )
}
