// α against epochs. Every kind of decay from one α₀, thin, and the runs' own, thick. Points of a manual decay are
// dragged on the curve, or moved by arrow keys.

import styles from './Schedules.module.css'
import { useMemo, useRef, useState } from 'react'
import type { DecaySpec } from '../../engine/experiment.ts'
import { alphaAt, schedules } from '../../engine/schedules/index.ts'
import { column } from '../../engine/row.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import type { Layer, PlotHandle } from '../../plot/index.ts'
import { Handle, Plot, runColor, runDash, runVariable, seriesLayer } from '../../plot/index.ts'
import { changeRun, settle, useExperiment } from '../../state/experiment.ts'
import { formatNumber } from '../../ui/number.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { plotWords } from '../plotWords.ts'
import { rowAtCursor, useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { inPlay, kindsBeside, plainDecay } from './kinds.ts'
import labStyles from '../../ui/Lab.module.css'

type Points = readonly (readonly [number, number])[]

interface Props {
  readonly height?: string
  readonly concealed?: boolean
  /** Every kind with its own numbers, next to the runs'. */
  readonly all?: boolean
}

export function SchedulesPanel({ height = '100%', concealed, all = false }: Props) {
  const looks = useLooks()
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.schedules
  const language = useLanguage()
  const { experiment, view } = useExperiment()
  const plot = useRef<PlotHandle>(null)
  const [span, setSpan] = useState<'10' | '20' | '100'>(all ? '100' : '10')
  const [scale, setScale] = useState<'linear' | 'log'>(all ? 'log' : 'linear')
  const epochs = Number(span)
  const { runs } = experiment
  const alpha0 = runs[view.selected].alpha
  const names = useRunNames()
  const top = Math.max(...runs.map(({ alpha }) => alpha))

  const layers = useMemo((): Layer[] => {
    const stairs = (alpha: number, decay: DecaySpec) => ({
      // An epoch has one α, so each is a stair.
      length: () => 2 * epochs,
      revision: () => 0,
      x: (i: number) => Math.floor((i + 1) / 2),
      y: (i: number) => alphaAt(alpha, Math.floor(i / 2), decay),
    })
    const kinds = all
      ? kindsBeside(runs.filter((_, run) => !view.hidden.includes(run))).map((kind) =>
          seriesLayer({
            key: `kind ${kind}`,
            points: stairs(alpha0, plainDecay(kind)),
            color: (palette) => palette.muted,
            weight: 'thin',
            strength: 0.8,
            label: () => inLanguage(schedules[kind].label, language),
          }),
        )
      : []
    const chosen = runs.flatMap(({ alpha, decay }, run) =>
      view.hidden.includes(run)
        ? []
        : [
            seriesLayer({
              key: `run ${run}`,
              points: stairs(alpha, decay),
              color: runColor(looks[run]),
              dash: runDash(looks[run]),
              label: () => names[run],
            }),
          ],
    )
    return [...kinds, ...chosen]
  }, [runs, view.hidden, alpha0, names, looks, epochs, all, language])

  useFrame(() => {
    plot.current?.setDomain(
      [0, epochs * (all ? 1.35 : 1.15)],
      // α = 0 has a place on the logarithmic axis too.
      scale === 'log' ? [0, top * 1.2, top / 500] : [0, top * 1.15],
    )
    plot.current?.draw()
  })

  const { decay } = runs[view.selected]
  const points = decay.kind === 'manual' ? decay.points : undefined
  const setPoints = (next: Points): void =>
    changeRun('points', view.selected, (before) => ({ ...before, decay: { kind: 'manual', points: next } }))
  const say = (run: number, epoch: number): string =>
    fill(own.at, {
      name: names[run],
      epoch,
      alpha: formatNumber(alphaAt(runs[run].alpha, epoch, runs[run].decay), 3),
    })
  const visible = runs.map((_, run) => run).filter((run) => !view.hidden.includes(run))
  return (
    <div className={`${labStyles.panel} ${styles.schedules}`}>
      <Plot
        key={scale}
        ref={plot}
        name={own.figure}
        caption={
          <>
            {own.figure} <i>α</i>
          </>
        }
        words={plotWords(words)}
        x={{ name: own.epoch, symbol: false, integer: true, domain: [0, epochs] }}
        y={{ name: 'α', scale, hidden: concealed }}
        layers={layers}
        height={height}
        concealed={concealed}
        cursor={() => {
          const row = rowAtCursor(view.selected)
          return row ? row.rows[row.from + column.epoch] : null
        }}
        readout={(x) => {
          const epoch = Math.max(0, Math.floor(x))
          return visible.map((run) => ({
            label: names[run],
            value: `α ${formatNumber(alphaAt(runs[run].alpha, epoch, runs[run].decay), 3)}`,
            color: runVariable(looks[run]),
          }))
        }}
        summary={() => visible.map((run) => `${say(run, 0)}; ${say(run, epochs)}.`).join(' ')}
        table={{
          columns: [
            own.epoch,
            ...visible.map((run) => names[run]),
            ...(all ? inPlay.map((kind) => inLanguage(schedules[kind].label, language)) : []),
          ],
          rows: () =>
            Array.from({ length: epochs + 1 }, (_, epoch) => [
              epoch,
              ...visible.map((run) => formatNumber(alphaAt(runs[run].alpha, epoch, runs[run].decay), 3)),
              ...(all ? inPlay.map((kind) => formatNumber(alphaAt(alpha0, epoch, plainDecay(kind)), 3)) : []),
            ]),
        }}
      >
        {points && !concealed && (
          <PointHandles
            points={points}
            top={top}
            color={runVariable(looks[view.selected])}
            onMove={setPoints}
          />
        )}
      </Plot>
      <div className={styles.row}>
        <Segments
          label={own.span}
          value={span}
          options={{ 10: '10', 20: '20', 100: '100' }}
          onChange={setSpan}
        />
        <Segments
          label={own.axis}
          value={scale}
          options={{ linear: own.linear, log: own.log }}
          onChange={setScale}
        />
        {points && (
          <>
            <Button
              onClick={() => {
                const [epoch, alpha] = points[points.length - 1]
                setPoints([...points, [epoch + 2, Number((alpha / 2).toPrecision(3))]])
                settle()
              }}
            >
              {own.add}
            </Button>
            <Button
              disabled={points.length < 2}
              onClick={() => {
                setPoints(points.slice(0, -1))
                settle()
              }}
            >
              {own.remove}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

interface HandlesProps {
  readonly points: Points
  readonly top: number
  readonly color: string
  readonly onMove: (points: Points) => void
}

/** A point keeps its position among the others: whole epochs, between its neighbors. The first stays at its epoch. */
function PointHandles({ points, top, color, onMove }: HandlesProps) {
  const own = useWords(lessonPanelsWords).lessonPanels.schedules
  return points.map(([epoch, alpha], i) => {
    const low = i === 0 ? epoch : points[i - 1][0] + 1
    const high = i === 0 ? epoch : (points[i + 1]?.[0] ?? 1001) - 1
    return (
      <Handle
        key={i}
        name={fill(own.point, { number: i + 1 })}
        look="dot"
        color={color}
        x={epoch}
        y={alpha}
        stepX={1}
        valueText={fill(own.pointText, { epoch, alpha: formatNumber(alpha, 3) })}
        onMove={(x, y) => {
          const to = Math.min(high, Math.max(low, Math.round(x)))
          const height = Math.min(1.15 * top, Math.max(0, y))
          onMove(points.map((one, k) => (k === i ? [to, Number(height.toPrecision(3))] : one)))
        }}
        onRest={settle}
      />
    )
  })
}
