// "This point is this line": next to a least-squares map, the data, and for every run the line y = wx + b of the
// cursor's point. Two switches show where the ravine comes from: x in other units, and x not centered.

import styles from './Line.module.css'
import { useMemo, useRef } from 'react'
import type { LeastSquaresSpec } from '../engine/experiment.ts'
import { column } from '../engine/row.ts'
import { lessonPanelsWords } from '../i18n/areas/lessonPanels.ts'
import { fill, useWords } from '../i18n/index.ts'
import {
  Plot,
  runColor,
  runDash,
  seriesLayer,
  thinEvenly,
  type Domain,
  type Layer,
  type PlotHandle,
} from '../plot/index.ts'
import { dotsLayer } from '../plot/marks.ts'
import { changeExperiment, settle, useExperiment } from '../state/experiment.ts'
import { cursor } from '../state/playback.ts'
import { race } from '../state/traces.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { formatNumber } from '../ui/number.ts'
import { large, momentsOf, offCenter, withInputs } from './line.ts'
import { LineThread } from './LineThread.tsx'
import { plotWords } from './plotWords.ts'
import { useLooks, rowAtCursor, useRunNames } from './runs.ts'
import { useFrame } from './useFrame.ts'
import textStyles from '../styles/Text.module.css'

/** A cloud of this many points looks as dense as all of them, and draws within a frame. */
const mostDots = 2000

interface LinePanelProps {
  /** A prediction is open, so the inputs cannot change. */
  readonly locked?: boolean
  /** Show the switches expanded. */
  readonly open?: boolean
}

export function LinePanel({ locked = false, open = false }: LinePanelProps) {
  const looks = useLooks()
  const words = useWords(lessonPanelsWords)
  const spec = useExperiment(({ experiment }) => experiment.objective) as LeastSquaresSpec
  const hidden = useExperiment(({ view }) => view.hidden)
  const plot = useRef<PlotHandle>(null)
  const names = useRunNames()
  const { mean, deviation } = useMemo(() => momentsOf(spec.x), [spec.x])
  const shifted = Math.abs(mean) > offCenter * deviation
  const units = deviation > large
  const shown = useRef('')

  const span = useMemo((): { x: Domain; y: Domain } => {
    const of = (value: (i: number) => number): Domain => {
      let [low, high] = [Infinity, -Infinity]
      for (let i = 0; i < spec.y.length; i++) {
        low = Math.min(low, value(i))
        high = Math.max(high, value(i))
      }
      const air = (high - low) * 0.12 || 1
      return [low - air, high + air]
    }
    return { x: of((i) => spec.x[i][0]), y: of((i) => spec.y[i]) }
  }, [spec])

  const shownExamples = useMemo(() => thinEvenly(spec.y.length, mostDots, (i) => spec.y[i]), [spec])
  const layers = useMemo((): Layer[] => {
    const examples = {
      length: () => shownExamples.length,
      revision: () => 0,
      x: (i: number) => spec.x[shownExamples[i]][0],
      y: (i: number) => spec.y[shownExamples[i]],
    }
    const lines = names.flatMap((_, run) => {
      if (hidden.includes(run)) return []
      const at = (x: number): number => {
        const row = rowAtCursor(run)
        return row ? row.rows[row.from + column.theta] * x + row.rows[row.from + column.theta + 1] : NaN
      }
      return [
        seriesLayer({
          key: `line ${run}`,
          points: {
            length: () => 2,
            revision: () => cursor.step + 1e9 * race.version,
            x: (i) => span.x[i],
            y: (i) => at(span.x[i]),
          },
          color: runColor(looks[run]),
          dash: runDash(looks[run]),
        }),
      ]
    })
    return [
      dotsLayer({
        key: 'examples',
        points: examples,
        classes: [{ color: (palette) => palette.muted }],
        radius: 3,
      }),
      ...lines,
    ]
  }, [spec, shownExamples, span, names, looks, hidden])

  useFrame(() => {
    if (!plot.current) return
    const key = `${span.x.join()} ${span.y.join()}`
    if (key !== shown.current) plot.current.setDomain(span.x, span.y)
    shown.current = key
    plot.current.draw()
  })

  const set = (nextUnits: boolean, nextShifted: boolean): void => {
    changeExperiment('inputs', (before) => ({
      ...before,
      objective: withInputs(before.objective as LeastSquaresSpec, nextUnits, nextShifted),
    }))
    settle()
  }
  const line = (run: number): string => {
    const row = rowAtCursor(run)
    if (!row) return '–'
    return `y = ${formatNumber(row.rows[row.from + column.theta], 3)}x + ${formatNumber(row.rows[row.from + column.theta + 1], 3)}`
  }
  return (
    <div className={styles.panel}>
      <Plot
        ref={plot}
        name={words.playground.lineTitle}
        caption={
          shownExamples.length === spec.y.length ? undefined : (
            <>
              {words.playground.lineTitle}
              <small>
                {fill(words.controls.means.examples, {
                  value: formatNumber(shownExamples.length),
                  m: formatNumber(spec.y.length),
                })}
              </small>
            </>
          )
        }
        words={plotWords(words)}
        x={{ name: 'x', domain: span.x }}
        y={{ name: 'y', domain: span.y }}
        layers={layers}
        height="100%"
        summary={() => names.map((name, run) => `${name}: ${line(run)}.`).join(' ')}
        table={{
          columns: ['x', 'y', ...names],
          rows: () =>
            spec.x.slice(0, 200).map(([x], i) => [
              x,
              spec.y[i],
              ...names.map((_, run) => {
                const row = rowAtCursor(run)
                return row
                  ? formatNumber(
                      row.rows[row.from + column.theta] * x + row.rows[row.from + column.theta + 1],
                      4,
                    )
                  : '–'
              }),
            ]),
        }}
      />
      {!locked && <LineThread plot={plot} />}
      {!locked && (
        <Disclosure label={words.playground.ravineTitle} open={open}>
          <Toggle label={words.playground.units} checked={units} onChange={(on) => set(on, shifted)} />
          <Toggle label={words.playground.notCentered} checked={shifted} onChange={(on) => set(units, on)} />
          <p className={textStyles.note}>{words.lessonPanels.line.normalized}</p>
        </Disclosure>
      )}
    </div>
  )
}
