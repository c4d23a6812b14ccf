// What follows from one β: about how many days, how much weight they really have, the lag, the remaining noise, the
// warm-up.

import { averagedDays, meanLag, noiseFactor, warmUp, weightWithin } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { MathText } from '../../../ui/MathText.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { useAverages } from '../document.ts'
import { useReadings } from '../pagePicture.ts'
import { useAverageWords } from './averageWords.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

export function WeightFacts() {
  const { words } = useAverageWords()
  const facts = words.weights
  const beta = useAverages(({ experiment: { betas }, view }) => betas[view.selected] ?? betas[0])
  const lag = useAverages((state) => state.view.lag)
  const measured = useReadings((state) => state.measures?.lag)
  const days = averagedDays(beta)
  const rows: readonly (readonly [string, string, string?])[] = [
    [facts.about, fill(facts.aboutValue, { days: formatNumber(days, 3) })],
    [facts.inside, fill(facts.insideValue, { percent: formatNumber(100 * weightWithin(beta, days), 2) })],
    [
      fill(facts.falls, { days: formatNumber(days, 3) }),
      fill(facts.fallsValue, { ratio: formatNumber(1 - weightWithin(beta, days), 3) }),
    ],
    [
      facts.lag,
      fill(facts.lagValue, { days: formatNumber(meanLag(beta), 3) }),
      lag && measured
        ? [
            fill(facts.lagMeasured, { days: formatNumber(measured.days, 2) }),
            measured.days < 0.8 * meanLag(beta) && facts.lagSlower,
          ]
            .filter(Boolean)
            .join('. ')
        : undefined,
    ],
    [facts.noise, fill(facts.noiseValue, { factor: formatNumber(noiseFactor(beta), 2) })],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value, more]) => (
        <div key={name}>
          <dt>
            <MathText text={name} />
          </dt>
          <dd>
            <MathText text={value} />
            {more && <span className={textStyles.note}>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The bar of the weights so far, 1 − βᵗ. */
export function WarmUpMeter({ beta, t }: { readonly beta: number; readonly t: number }) {
  const { words } = useAverageWords()
  const sum = warmUp(beta, t)
  const value = fill(words.weights.warmValue, { percent: formatNumber(100 * sum, 3) })
  return (
    <div className={styles.warmUp}>
      <div className={styles.warmUpHead}>
        <span>
          <MathText text={words.weights.warm} />
        </span>
        <span>{value}</span>
      </div>
      <div
        className={styles.warmUpBar}
        role="meter"
        aria-label={words.weights.warm}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={sum}
        aria-valuetext={value}
        style={{ '--share': sum }}
      />
      <p className={textStyles.note}>
        <MathText text={fill(words.weights.start, { percent: formatNumber(100 * (1 - sum), 2) })} />
      </p>
    </div>
  )
}
