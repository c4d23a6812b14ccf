// Cards about two slips in the notes on averages: what is written, what it should be, and a state that shows it.

import { changeAverages, lookAtAverages, settleAverages } from '../document.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAverageWords } from './averageWords.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

interface Erratum {
  readonly key: 'v2' | 'label'
  readonly written: string
  readonly meant: string
  readonly beta: number
  readonly corrected: boolean
}

const errata: readonly Erratum[] = [
  { key: 'v2', written: 'V₂ = 0.9·V₀ + 0.1·θ₂', meant: 'V₂ = 0.9·V₁ + 0.1·θ₂', beta: 0.9, corrected: false },
  {
    key: 'label',
    written: '1 − β = 1 − 0.98² = 0.0396',
    meant: '1 − βᵗ = 1 − 0.98² = 0.0396',
    beta: 0.98,
    corrected: true,
  },
]

function show({ beta, corrected }: Erratum): void {
  changeAverages('erratum', { betas: [beta], biasCorrection: corrected, windows: [] })
  settleAverages()
  lookAtAverages({ selected: 0, day: 2 })
}

export function ErrataCards() {
  const { words } = useAverageWords()
  return (
    <section data-part="more" className={styles.errata}>
      <h2>{words.errata.heading}</h2>
      {errata.map((erratum) => (
        <article key={erratum.key}>
          <dl>
            <dt>{words.errata.written}</dt>
            <dd>
              <s>{erratum.written}</s>
            </dd>
            <dt>{words.errata.meant}</dt>
            <dd>{erratum.meant}</dd>
          </dl>
          <p className={textStyles.note}>{words.errata[erratum.key]}</p>
          <Button onClick={() => show(erratum)}>{words.errata.show}</Button>
        </article>
      ))}
    </section>
  )
}
