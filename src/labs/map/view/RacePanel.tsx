// The fair race: the course's four optimizers from the same start, within the chosen equal budget, each at its default
// α or at the best one found by a visible search, with many seeds as bands. A sentence says when it is not fair.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { DescentExperiment } from '../../../engine/experiment.ts'
import { optimizers, featuredOptimizers } from '../../../engine/optimizers/index.ts'
import { searchedAlpha, searchGrid, type Finish, type Racer } from '../../../engine/race.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../../../i18n/index.ts'
import { examplesOf } from '../../../state/experiment.ts'
import { notify } from '../../../state/notice.ts'
import { runRace } from '../../../state/fairRace.ts'
import { runDash, runVariable } from '../../../plot/index.ts'
import { Button } from '../../../ui/Button.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { NumberOf } from '../../../panels/controls/NumberOf.tsx'
import { RacePlot, type Line } from './RacePlot.tsx'
import { WinnersTable } from './WinnersTable.tsx'
import { looksOfRuns } from '../../../panels/looks.ts'
import styles from './HyperMap.module.css'
import { TableHead } from '../../../ui/TableHead.tsx'

type Budget = 'updates' | 'examples' | 'time'

const counts = { min: 1, max: 10_000, whole: true }
const seedCounts = { min: 1, max: 50, whole: true }

/** Returns the four at the base's batch size and, if that is less than m, also full-batch gradient descent. */
function racersOf(base: DescentExperiment, updates: number, budget: Budget): Racer[] {
  const m = examplesOf(base)
  const B = base.batchSize === 'all' ? m : base.batchSize
  const same = featuredOptimizers.map((optimizer) => ({
    optimizer,
    batchSize: base.batchSize,
    steps: updates,
  }))
  if (B === m) return same
  const steps = budget === 'updates' ? updates : Math.max(1, Math.round((updates * B) / m))
  return [...same, { optimizer: featuredOptimizers[0], batchSize: 'all', steps }]
}

export function RacePanel({ base }: { base: DescentExperiment }) {
  const words = useWords(mapWords)
  const language = useLanguage()
  const said = words.map.race
  const [budget, setBudget] = useState<Budget>('updates')
  const [search, setSearch] = useState<'best' | 'own'>('best')
  const [seeds, setSeeds] = useState(5)
  const [updates, setUpdates] = useState(100)
  const [running, setRunning] = useState(false)
  const [result, setResult] = useState<{ finishes: Finish[]; verdict: string }>()
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])
  const big = base.objective.kind === 'network'

  const name = (racer: Racer): string => {
    const label = inLanguage(optimizers[racer.optimizer].label, language)
    return racer.batchSize === 'all' && base.batchSize !== 'all' ? `${label}, B = m` : label
  }
  const start = (): void => {
    stop.current()
    const racers = racersOf(base, updates, budget)
    const sentences: string[] = []
    if (search === 'own') sentences.push(said.unfairAlpha)
    if (budget === 'updates' && racers.length > featuredOptimizers.length)
      sentences.push(fill(said.unfairExamples, { name: name(racers.at(-1)!) }))
    if (budget === 'time') sentences.push(said.unfairTime)
    const verdict = sentences.join(sentenceGap(language)) || fill(said.fair, { count: searchGrid.length })
    setRunning(true)
    stop.current = runRace(
      { type: 'race', base, racers, seeds, search: search === 'best', equalTime: budget === 'time' },
      () => setResult({ finishes: [], verdict }),
      (finish) => setResult((before) => ({ finishes: [...before!.finishes, finish], verdict })),
      (fault) => {
        setRunning(false)
        if (fault) notify(fault)
      },
    )
  }
  return (
    <section className={styles.race} aria-label={said.title}>
      <h2>{said.title}</h2>
      <div className={styles.raceForm}>
        <Segments label={said.budget} value={budget} options={said.budgets} onChange={setBudget} />
        <Segments label={said.alpha} value={search} options={said.alphas} onChange={setSearch} />
        <NumberOf label={said.updates} value={updates} allowed={counts} onCommit={setUpdates} />
        <NumberOf label={said.seeds} value={seeds} allowed={seedCounts} onCommit={setSeeds} />
        <Button kind="primary" disabled={big} onClick={start}>
          {running ? said.running : said.start}
        </Button>
      </div>
      {result && (
        <>
          <p role="status">{result.verdict}</p>
          <RaceResult finishes={result.finishes} name={name} />
        </>
      )}
      {!big && <WinnersTable base={base} seeds={seeds} />}
    </section>
  )
}

function RaceResult({ finishes, name }: { finishes: readonly Finish[]; name: (racer: Racer) => string }) {
  const words = useWords(mapWords)
  const said = words.map.race
  const looks = useMemo(() => looksOfRuns(finishes.map(({ racer }) => racer)), [finishes])
  const [races, searches] = useMemo((): [Line[], Line[]] => {
    const drawn = finishes.map(({ racer, low, median, high }, run): Line => ({
      name: name(racer),
      look: looks[run],
      x: Float64Array.from(median, (_, t) => t),
      low,
      y: median,
      high,
    }))
    const tried = finishes.flatMap(({ racer, searched }, run): Line[] =>
      searched.length === 0
        ? []
        : [
            {
              name: name(racer),
              look: looks[run],
              x: Float64Array.from(searched, (_, i) => searchedAlpha(i)),
              y: searched,
            },
          ],
    )
    return [drawn, tried]
  }, [finishes, looks, name])
  const end = (values: Float64Array): string => formatNumber(values.at(-1) ?? NaN)
  return (
    <>
      <div className={styles.racePlots}>
        {searches.length > 0 && (
          <div>
            <RacePlot name={said.searched} lines={searches} x={words.plots.axes.alpha} xLog />
          </div>
        )}
        <div>
          <RacePlot name={said.cost} lines={races} x={words.plots.axes.step} />
        </div>
      </div>
      <div className={styles.scroll}>
        <table>
          <TableHead names={[said.optimizer, said.found, said.steps, said.final]} />
          <tbody>
            {finishes.map((finish, run) => (
              <tr key={name(finish.racer)}>
                <th scope="row">
                  <svg className={styles.key} viewBox="0 0 24 8" aria-hidden="true">
                    <path
                      d="M0 4H24"
                      stroke={runVariable(looks[run])}
                      strokeDasharray={runDash(looks[run]).join(' ')}
                    />
                  </svg>
                  {name(finish.racer)}
                </th>
                <td>{formatNumber(finish.alpha, 3)}</td>
                <td>{formatNumber(finish.racer.steps)}</td>
                <td>
                  {end(finish.median)} ({end(finish.low)} – {end(finish.high)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
