// How unlikely it is that all n curvatures of a point with zero gradient are positive: pⁿ if each is so independently
// with probability p. At 20,000 directions 2⁻²⁰⁰⁰⁰ ≈ 10⁻⁶⁰²¹. A heuristic, not a theorem (Dauphin et al. 2014).

import styles from './Curvature.module.css'
import { useMemo, useRef, useState } from 'react'
import { fill, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { disc, Plot, seriesLayer, type PlotHandle } from '../../plot/index.ts'
import { faultOf } from '../controls/fault.ts'
import { formatNumber } from '../../ui/number.ts'
import { Slider } from '../../ui/Slider.tsx'
import { plotWords } from '../plotWords.ts'
import { useFrame } from '../useFrame.ts'
import { CoinThrows } from './CoinThrows.tsx'
import { oddsInWords, powerOfTen } from './odds.ts'
import textStyles from '../../styles/Text.module.css'

const most = 20_000
const places = 121
/** The picture scales with n, so the line always falls equally far. */
const endOf = (n: number): number => Math.max(4, 1.25 * n)

export function SaddleOdds({ height = '100%' }: { readonly height?: string }) {
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.curvature
  const plot = useRef<PlotHandle>(null)
  const [n, setN] = useState(most)
  const [p, setP] = useState(0.5)
  const state = useRef({ n, p, revision: 0 })
  if (state.current.n !== n || state.current.p !== p)
    state.current = { n, p, revision: state.current.revision + 1 }
  const layers = useMemo(
    () => [
      seriesLayer({
        key: 'odds',
        points: {
          length: () => places,
          revision: () => state.current.revision,
          x: (i) => (endOf(state.current.n) * i) / (places - 1),
          y: (i) => powerOfTen(state.current.p, (endOf(state.current.n) * i) / (places - 1)),
        },
        color: (palette) => palette.ink,
      }),
    ],
    [],
  )
  useFrame(() => {
    const lowest = powerOfTen(p, endOf(n))
    plot.current?.setDomain([0, endOf(n)], [lowest * 1.08, -lowest * 0.08])
    plot.current?.draw('over')
  })
  const value = oddsInWords(p, n)
  const told = value.oneIn ? own.oneIn : own.zeros
  const sentence = `${fill(own.odds, { p, n: formatNumber(n), value: value.number })}${own.semicolon}${fill(told, { count: value.oneIn ?? '', zeros: value.zeros })}`
  const sliderWords = { n: own.directions, p: own.share }
  return (
    <div className={styles.saddleOdds}>
      <Plot
        ref={plot}
        name={own.oddsFigure}
        words={plotWords(words)}
        x={{ name: own.oddsAxis, symbol: false, integer: true, domain: [0, 4] }}
        y={{ name: own.oddsY, symbol: false, domain: [-2, 0.1] }}
        layers={layers}
        overlay={({ pen, scales, label }) => {
          const [x, y] = [scales.x(n), scales.y(powerOfTen(p, n))]
          disc(pen, x, y, 5 * scales.size, scales.palette.runs[1], scales.palette.paper)
          label({
            x,
            y,
            text: value.number,
            color: scales.palette.runs[1],
            bold: true,
            distance: 10,
            priority: 3,
          })
        }}
        height={height}
        summary={() => sentence}
        table={{
          columns: ['n', 'pⁿ'],
          rows: () =>
            [1, 2, 5, 10, 20, 100, 1000, 10_000, most].map((one) => [one, oddsInWords(p, one).number]),
        }}
      />
      <CoinThrows p={p} n={n} />
      <div className={styles.saddleOddsWords}>
        <p role="status">{sentence}</p>
        {!value.oneIn && (
          // All of them pass by. The sentence says how many.
          <div className={styles.zeros} aria-hidden="true">
            <span key={value.zeros}>0.{'0'.repeat(value.zeros)}…</span>
          </div>
        )}
        <Slider
          label={sliderWords.n}
          scale="log"
          whole
          min={1}
          max={most}
          value={n}
          valueText={fill(own.directionsText, { n: formatNumber(n) })}
          fault={faultOf(words, sliderWords.n, { min: 1, max: most, whole: true }, n)}
          onInput={setN}
          onCommit={setN}
        />
        <Slider
          label={sliderWords.p}
          scale="linear"
          min={0.1}
          max={0.99}
          value={p}
          fault={faultOf(words, sliderWords.p, { min: 0.1, max: 0.99 }, p)}
          onInput={setP}
          onCommit={setP}
        />
        <p className={textStyles.note}>{own.heuristic}</p>
      </div>
    </div>
  )
}
