// A visible search for each run's best α: thirteen values, and how low the run ends with each. Then the runs use the
// best.

import { useEffect, useMemo, useRef, useState } from 'react'
import { lowest, triedAlphas } from '../../engine/ending.ts'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import type { Layer, PlotHandle } from '../../plot/index.ts'
import { logDomain, Plot, runColor, runDash, seriesLayer } from '../../plot/index.ts'
import { changeExperiment, settle, useExperiment } from '../../state/experiment.ts'
import { tryAlphas } from '../../state/fairRace.ts'
import { notify } from '../../state/notice.ts'
import { Button } from '../../ui/Button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import labStyles from '../../ui/Lab.module.css'

const ends = [triedAlphas[0], triedAlphas[triedAlphas.length - 1]] as const

/** The same runs on the same problem, whatever their α. */
const problemOf = ({ runs, ...rest }: DescentExperiment): string =>
  JSON.stringify([rest, runs.map((run) => ({ ...run, alpha: 0 }))])

export function FindAlpha({ concealed }: { readonly concealed?: boolean }) {
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.findAlpha
  const looks = useLooks()
  const names = useRunNames()
  const problem = useExperiment(({ experiment }) => problemOf(experiment))
  const [found, setFound] = useState<{
    readonly of: string
    readonly costs: readonly (readonly number[])[]
  }>()
  const [running, setRunning] = useState(false)
  const stop = useRef<() => void>(() => {})
  const plot = useRef<PlotHandle>(null)
  // Another problem has other best α's.
  useEffect(() => () => (stop.current(), setRunning(false)), [problem])
  const costs = useMemo(() => (found?.of === problem ? found.costs : []), [found, problem])

  const start = (): void => {
    const { experiment } = useExperiment.getState()
    const known: number[][] = experiment.runs.map(() => [])
    setRunning(true)
    stop.current = tryAlphas(
      experiment,
      () => known.forEach((one) => (one.length = 0)),
      ({ run, cost, done }) => {
        known[run].push(cost)
        setFound({ of: problem, costs: known.map((one) => [...one]) })
        if (done) take(known)
      },
      (fault) => {
        setRunning(false)
        if (fault) notify(fault)
      },
    )
  }
  const layers = useMemo(
    (): Layer[] =>
      costs.map((line, run) =>
        seriesLayer({
          key: `alphas ${run}`,
          points: {
            length: () => line.length,
            revision: () => 0,
            x: (i) => triedAlphas[i],
            y: (i) => line[i],
          },
          color: runColor(looks[run]),
          dash: runDash(looks[run]),
          label: () => names[run],
        }),
      ),
    [costs, looks, names],
  )
  useFrame(() => {
    const all = costs.flat().filter(Number.isFinite)
    if (all.length > 0) {
      const low = Math.min(...all)
      plot.current?.setDomain(ends, logDomain({ low, high: Math.max(...all), positive: low }))
    }
    plot.current?.draw()
  })
  if (concealed) return null
  const done = costs.reduce((sum, one) => sum + one.length, 0)
  const facts = costs.flatMap((line, run) =>
    line.length < triedAlphas.length
      ? []
      : [
          fill(own.best, {
            run: names[run],
            alpha: triedAlphas[lowest(line)],
            cost: formatNumber(line[lowest(line)], 2),
          }),
        ],
  )
  return (
    <div className={labStyles.panel}>
      <Plot
        ref={plot}
        name={own.name}
        words={plotWords(words)}
        actions={
          <Button onClick={start} disabled={running}>
            {running ? fill(own.finding, { done, count: names.length * triedAlphas.length }) : own.find}
          </Button>
        }
        x={{ name: words.plots.axes.alpha, scale: 'log', domain: ends }}
        y={{ name: 'J', scale: 'log', domain: [0.01, 1] }}
        layers={layers}
        height="100%"
        summary={() => facts.join('. ')}
        table={{
          columns: [words.plots.axes.alpha, ...names],
          rows: () =>
            triedAlphas.map((alpha, i) => [
              alpha,
              ...names.map((_, run) => formatNumber(costs[run]?.[i] ?? NaN, 3)),
            ]),
        }}
      />
    </div>
  )
}

/** Gives each run its best α. */
function take(costs: readonly (readonly number[])[]): void {
  changeExperiment('best alpha', (before) => ({
    ...before,
    runs: before.runs.map((run, i) => ({ ...run, alpha: triedAlphas[lowest(costs[i])] })),
  }))
  settle()
}
