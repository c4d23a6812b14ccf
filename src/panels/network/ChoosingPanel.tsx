// Choosing B, measured on this machine: examples per second and seconds per epoch against B, medians with their spread.
// 64 to 512 is marked. For small sets the rule is the full batch.

import styles from './Network.module.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, sentenceGap, useLanguage, useWords } from '../../i18n/index.ts'
import { Plot, seriesLayer, type Layer, type PlotHandle } from '../../plot/index.ts'
import { bandLayer } from '../../plot/marks.ts'
import { useExperiment } from '../../state/experiment.ts'
import { measure, measureRounds, median, stopMeasuring, useMeasured } from '../../state/networkMeasure.ts'
import { Button } from '../../ui/Button.tsx'
import { MathText } from '../../ui/MathText.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { formatNumber } from '../../ui/number.ts'
import { plotWords } from '../plotWords.ts'
import { useFrame } from '../useFrame.ts'
import { mOf } from './dataset.ts'
import textStyles from '../../styles/Text.module.css'

const smallSet = 2000
const usual = [64, 512] as const

export function ChoosingPanel() {
  const words = useWords(networkWords)
  const own = words.network
  const language = useLanguage()
  const { experiment } = useExperiment()
  const spec = experiment.objective as NetworkSpec
  const m = mOf(spec)
  const { spec: measuredSpec, sizes, now } = useMeasured()
  const known = useMemo(
    () => (JSON.stringify(measuredSpec) === JSON.stringify(spec) ? sizes : []),
    [measuredSpec, spec, sizes],
  )
  const [shown, setShown] = useState<'rate' | 'epoch'>('rate')
  const plot = useRef<PlotHandle>(null)
  useEffect(() => stopMeasuring, [])

  const layers = useMemo((): Layer[] => {
    const x = (i: number): number => known[i].size
    const length = (): number => known.length
    const revision = (): number => 0
    const of = (rate: number): number => (shown === 'rate' ? rate : m / rate)
    const slowest = (i: number): number => of(known[i].rates[0])
    const fastest = (i: number): number => of(known[i].rates[known[i].rates.length - 1])
    const [low, high] = shown === 'rate' ? [slowest, fastest] : [fastest, slowest]
    return [
      bandLayer({
        key: 'usual',
        points: {
          length: () => 2,
          revision,
          x: (i) => usual[i],
          low: () => 1e-12,
          high: () => 1e15,
        },
        color: (palette) => palette.runs[2],
        strength: 0.14,
      }),
      bandLayer({
        key: 'spread',
        points: { length, revision, x, low, high },
        color: (palette) => palette.runs[0],
        strength: 0.3,
      }),
      seriesLayer({
        key: 'rate',
        points: { length, revision, x, y: (i) => of(median(known[i].rates)) },
        color: (palette) => palette.runs[0],
        present: true,
      }),
    ]
  }, [known, shown, m])
  useFrame(() => {
    if (known.length > 0) {
      const rates = known.flatMap((one) => one.rates.map((rate) => (shown === 'rate' ? rate : m / rate)))
      const most = Math.max(m > 1 ? Math.min(m, 65_536) : 2, known[known.length - 1].size)
      plot.current?.setDomain([0.8, most * 1.4], [Math.min(...rates) / 1.6, Math.max(...rates) * 1.6])
    }
    plot.current?.draw()
  })
  const rate = (i: number): number => median(known[i].rates)
  const last = known.length - 1
  return (
    <section className={styles.measured} aria-label={own.choosing}>
      <div className={styles.microscopeHead}>
        <Button onClick={() => (now === undefined ? measure(spec, experiment.seed, m) : stopMeasuring())}>
          {now !== undefined ? own.stop : known.length > 0 ? own.measureAgain : own.measure}
        </Button>
        {known.length > 0 && (
          <Segments
            label={own.choosingUnit}
            hideLabel
            value={shown}
            options={{ rate: own.examplesPerSecond, epoch: own.epochTime }}
            onChange={setShown}
          />
        )}
        {now !== undefined && (
          <span role="status" className={textStyles.note}>
            {fill(own.measuring, { size: formatNumber(now) })}
          </span>
        )}
      </div>
      <p className={textStyles.note}>
        <MathText
          text={[
            known.length === 0 ? own.choosingHelp : own.powers,
            fill(m <= smallSet ? own.rule.small : own.rule.large, { m: formatNumber(m) }),
          ].join(sentenceGap(language))}
        />
      </p>
      {known.length > 0 && (
        <Plot
          ref={plot}
          name={own.choosing}
          caption={
            <>
              {shown === 'rate' ? own.examplesPerSecond : own.epochTime}
              <small>
                {fill(own.choosingSub, { rounds: measureRounds })} · {own.usual}
              </small>
            </>
          }
          words={plotWords(words)}
          x={{ name: 'B', scale: 'log' }}
          y={{ name: '', scale: 'log' }}
          layers={layers}
          height="100%"
          summary={() =>
            last < 1
              ? own.choosingHelp
              : fill(own.choosingSummary, {
                  least: known[0].size,
                  slow: formatNumber(rate(0), 2),
                  most: formatNumber(known[last].size),
                  fast: formatNumber(rate(last), 2),
                })
          }
          table={{
            columns: ['B', own.examplesPerSecond, own.epochTime, own.updates],
            rows: () =>
              known.map(({ size, rates }) => [
                size,
                `${formatNumber(median(rates), 3)} (${fill(own.spread, {
                  low: formatNumber(rates[0], 3),
                  high: formatNumber(rates[rates.length - 1], 3),
                })})`,
                formatNumber(m / median(rates), 3),
                formatNumber(Math.ceil(m / size)),
              ]),
          }}
          readout={(at) => {
            const near = known.reduce((best, one) =>
              Math.abs(Math.log(one.size / at)) < Math.abs(Math.log(best.size / at)) ? one : best,
            )
            return [
              { label: 'B', value: formatNumber(near.size) },
              { label: own.examplesPerSecond, value: formatNumber(median(near.rates), 3) },
              { label: own.epochTime, value: formatNumber(m / median(near.rates), 3) },
              { label: own.updates, value: formatNumber(Math.ceil(m / near.size)) },
            ]
          }}
        />
      )}
    </section>
  )
}
