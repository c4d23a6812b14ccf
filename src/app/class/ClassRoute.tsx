// The class race: lines `name code`, each run on the address's problem, all paths in one picture with the selected one
// on top, ranked by steps below the target, then by J.

import styles from './ClassRace.module.css'
import { useEffect, useId, useMemo, useState } from 'react'
import { hyperparameters } from '../../engine/hyperparameters.ts'
import type { HyperparameterName, RunSpec } from '../../engine/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { MapPanel } from '../../panels/map/MapPanel.tsx'
import { PlaybackPanel } from '../../panels/PlaybackPanel.tsx'
import { changeExperiment, settle, useExperiment } from '../../state/experiment.ts'
import { mostDrawn, raceAll, ranked, useClassRace } from '../../state/classRace.ts'
import { requestDraw } from '../../state/frame.ts'
import { cursor } from '../../state/playback.ts'
import { targetOf } from '../../state/target.ts'
import { loadRegistries, useRegistries } from '../../state/registries.ts'
import { Button } from '../../ui/Button.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { formatNumber } from '../../ui/number.ts'
import { firstLab } from '../../labs/index.ts'
import { useLab } from '../../labs/useLab.ts'
import { readLines, resultsCsv, type Ranked } from './lines.ts'
import { racePaths, raceOn, useRacing } from './racing.ts'
import textStyles from '../../styles/Text.module.css'
import fieldStyles from '../../ui/Field.module.css'
import { LabFrame } from '../../ui/LabFrame.tsx'
import labStyles from '../../ui/Lab.module.css'
import pageStyles from '../Page.module.css'
import { TableHead } from '../../ui/TableHead.tsx'

export function ClassRoute() {
  const open = useLab(firstLab, 'class', firstLab.preset())
  const ready = useRegistries((state) => state.optimizers !== undefined)
  useEffect(() => void loadRegistries().catch(() => {}), [])
  return open && ready ? <ClassRace /> : <main className={pageStyles.loading} id="main" />
}

function ClassRace() {
  // A race on another problem is over.
  useEffect(() => raceOn(useExperiment.getState().experiment), [])
  const words = useWords(stageWords)
  const own = words.stage.race
  const language = useLanguage()
  const id = useId()
  const network = useExperiment(({ experiment }) => experiment.objective.kind === 'network')
  const { results, busy } = useClassRace()
  const { text, lines, chosen } = useRacing()
  const [target, setTarget] = useState(() =>
    Number(targetOf(useExperiment.getState().experiment).toPrecision(2)),
  )
  const [said, setSaid] = useState('')
  useEffect(() => {
    document.title = `${own.title} · ${words.common.ravine}`
    return () => void (document.title = words.common.ravine)
  }, [own, words])

  const start = (goal = target): void => {
    const { experiment } = useExperiment.getState()
    const read = readLines(text, experiment, own)
    useRacing.setState({ lines: read, chosen: undefined })
    setSaid('')
    raceAll(
      experiment,
      read.runners.map(({ run }) => run),
      goal,
    )
  }
  const list = useMemo(() => ranked(results), [results])
  const table = list.map((one): Ranked => {
    const { name, run } = lines.runners[one.runner]
    const setting = settingOf(run, inLanguage(optimizers[run.optimizer].label, language))
    return { ...one, name, setting }
  })
  const choose = (runner: number): void => {
    useRacing.setState({ chosen: runner })
    changeExperiment('class', (before) => ({ ...before, runs: [lines.runners[runner].run] }))
    settle()
  }
  const best = list[0]?.runner
  useEffect(() => {
    if (!busy && best !== undefined && chosen === undefined) choose(best)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when a race has ended
  }, [busy, best])
  useEffect(requestDraw, [results])

  const steps = useExperiment(({ experiment }) => experiment.steps)
  const marks = useMemo(
    () => racePaths(results, lines, chosen, { step: () => cursor.step, steps }),
    [results, lines, chosen, steps],
  )

  const copy = async (): Promise<void> => {
    const csv = resultsCsv(table)
    try {
      await navigator.clipboard.writeText(csv)
      setSaid(own.copied)
    } catch {
      setSaid(csv)
    }
  }
  return (
    <LabFrame className={styles.race} data-controls>
      <div className={labStyles.pictures}>
        {!network && (
          <>
            <div className={labStyles.map} data-flush>
              <MapPanel marks={marks} locked />
            </div>
            <PlaybackPanel />
          </>
        )}
      </div>
      <div className={labStyles.controls} role="region" aria-label={own.title}>
        <h1>{own.title}</h1>
        <p className={textStyles.note}>{own.about}</p>
        <label htmlFor={`${id}lines`}>{own.lines}</label>
        <textarea
          id={`${id}lines`}
          className={fieldStyles.textBox}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          placeholder={own.example}
          value={text}
          onChange={(event) => useRacing.setState({ text: event.target.value })}
        />
        <div className={styles.start}>
          <label htmlFor={`${id}target`}>{own.target}</label>
          <NumberBox
            id={`${id}target`}
            name={own.target}
            value={target}
            allowed={{ min: 0, minOpen: true }}
            fault={(given) => given}
            onAccept={() => {}}
            onReject={() => {}}
            onCommit={(value) => {
              setTarget(value)
              if (lines.runners.length > 0) start(value)
            }}
          />
          <Button kind="primary" disabled={text.trim() === ''} onClick={() => start()}>
            {own.run}
          </Button>
          <Button disabled={table.length === 0} onClick={() => void copy()}>
            {own.copy}
          </Button>
        </div>
        <p role="status" className={styles.said}>
          {busy ? fill(own.busy, { count: results.length, all: lines.runners.length }) : said}
        </p>
        {lines.faults.length > 0 && (
          <div className={styles.faults} role="alert">
            {lines.faults.slice(0, 50).map((fault) => (
              <p key={fault}>{fault}</p>
            ))}
          </div>
        )}
        {lines.runners.length > mostDrawn && !network && (
          <p className={textStyles.note}>{fill(own.tooMany, { count: mostDrawn })}</p>
        )}
        {table.length > 0 && (
          <table className={styles.table}>
            <TableHead
              names={[own.rank, own.name, fill(own.steps, { target: formatNumber(target) }), own.cost]}
            />
            <tbody>
              {table.map((one, i) => (
                <tr key={list[i].runner} data-chosen={list[i].runner === chosen || undefined}>
                  <td>{i + 1}</td>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.name}
                      aria-pressed={list[i].runner === chosen}
                      onClick={() => choose(list[i].runner)}
                    >
                      {one.name}
                    </button>
                    <small>{one.setting}</small>
                  </th>
                  <td>{one.diverged ? own.diverged : (one.steps ?? own.never)}</td>
                  <td>{one.diverged ? '' : formatNumber(one.cost, 3)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </LabFrame>
  )
}

/** Returns a runner's settings: `Momentum, α 0.05, β 0.9`. */
function settingOf(run: RunSpec, name: string): string {
  const defaults = optimizers[run.optimizer].hyperparameters
  const others = (Object.keys(defaults) as HyperparameterName[])
    .filter((key) => run[key] !== undefined && (key !== 'epsilon' || run[key] !== defaults[key]))
    .map((key) => `${hyperparameters[key].symbol} ${run[key]}`)
  return [name, `α ${run.alpha}`, ...others].join(', ')
}
