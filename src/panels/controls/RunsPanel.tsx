// The runs of the race: a row for each with its color, its name and its J at the cursor. The selected one is pressed.

import { useEffect, useRef, useState } from 'react'
import { featuredOptimizers, optimizers } from '../../engine/optimizers/index.ts'
import { defaultRule } from '../../engine/optimizers/ownRule.ts'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { runDash, runMarker, runVariable } from '../../plot/index.ts'
import { change, changeRun, settle, toggleRun, useExperiment } from '../../state/experiment.ts'
import { Button } from '../../ui/Button.tsx'
import { LiveText, type LiveTextHandle } from '../../ui/LiveText.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { RunChip } from '../../ui/RunChip.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Optimizer } from '../../engine/optimizers/optimizer.ts'
import { formatNumber } from '../../ui/number.ts'
import { costAtCursor, endAtCursor, noValueOf, useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { suitedAlpha } from './suitedAlpha.ts'
import labStyles from '../../ui/Lab.module.css'

const mostRuns = 12
const longestName = 60

/** `fixed`: runs can be selected, hidden and compared, but not added, renamed or removed. */
export function RunsPanel({ fixed = false }: { fixed?: boolean }) {
  const looks = useLooks()
  const words = useWords()
  const view = useExperiment((state) => state.view)
  const names = useRunNames()
  const [renaming, setRenaming] = useState<number>()
  const given = useExperiment(({ experiment }) =>
    renaming === undefined ? undefined : experiment.runs[renaming]?.name,
  )
  const costs = useRef<(LiveTextHandle | null)[]>([])
  const shown = useRef<string[]>([])
  useEffect(() => void (shown.current = []))
  useFrame(() => {
    names.forEach((_, i) => {
      const ended = noValueOf(i) ? words.playground.noValueShort : '↗ ∞'
      const text = endAtCursor(i) === undefined ? `J ${shortCost(costAtCursor(i))}` : ended
      if (shown.current[i] === text) return
      shown.current[i] = text
      costs.current[i]?.set(text)
    })
  }, 'words')

  const add = (): void => {
    const { experiment } = useExperiment.getState()
    // The course's first optimizer not in the race yet, else its last one.
    const optimizer =
      featuredOptimizers.find((key) => experiment.runs.every((run) => run.optimizer !== key)) ??
      featuredOptimizers[featuredOptimizers.length - 1]
    const run = { optimizer, alpha: suitedAlpha({ optimizer }, experiment), decay: { kind: 'none' } } as const
    change('add a run', (before) => ({
      experiment: { ...before.experiment, runs: [...before.experiment.runs, complete(run)] },
      view: { ...before.view, selected: before.experiment.runs.length },
    }))
    settle()
  }
  const remove = (index: number): void => {
    change('remove a run', ({ experiment: before, view: seen }) => ({
      experiment: { ...before, runs: before.runs.filter((_, i) => i !== index) },
      view: {
        ...seen,
        selected: seen.selected > index ? seen.selected - 1 : seen.selected,
        hidden: seen.hidden.filter((i) => i !== index).map((i) => (i > index ? i - 1 : i)),
      },
    }))
    settle()
  }
  const select = (selected: number): void => {
    // Selecting a run does not change the experiment, so it adds no undo step.
    useExperiment.setState((state) => ({ view: { ...state.view, selected }, editing: undefined }))
  }

  return (
    <section className={labStyles.runs} role="group" aria-label={words.controls.runs}>
      <h2>{words.controls.runs}</h2>
      {names.map((name, i) => (
        <RunChip
          key={i}
          name={name}
          color={runVariable(looks[i])}
          dash={runDash(looks[i])}
          marker={runMarker(looks[i])}
          selected={view.selected === i}
          dimmed={view.hidden.includes(i)}
          onSelect={() => select(i)}
        >
          <LiveText
            digits={6}
            ref={(handle) => {
              costs.current[i] = handle
            }}
          />
          <Menu
            label={`${words.common.more}: ${name}`}
            icon="more"
            items={[
              {
                label: view.hidden.includes(i) ? words.controls.show : words.controls.hide,
                onSelect: () => toggleRun(i),
              },
              ...(fixed
                ? []
                : [
                    { label: words.controls.rename, onSelect: () => setRenaming(i) },
                    {
                      label: words.controls.remove,
                      disabled: names.length === 1,
                      divided: true,
                      onSelect: () => remove(i),
                    },
                  ]),
            ]}
          />
        </RunChip>
      ))}
      {renaming !== undefined && renaming < names.length && (
        <TextField
          key={renaming}
          focused
          label={fill(words.controls.renameRun, { name: names[renaming] })}
          value={given ?? ''}
          onCommit={(text) => {
            changeRun('name', renaming, ({ name: _, ...run }) =>
              text.trim() ? { ...run, name: text.trim().slice(0, longestName) } : run,
            )
            settle()
          }}
          onDone={() => setRenaming(undefined)}
        />
      )}
      {!fixed && (
        <Button icon="plus" disabled={names.length >= mostRuns} onClick={add}>
          {words.controls.buttons.addRun}
        </Button>
      )}
    </section>
  )
}

/** Few digits if a power of ten needs the space. */
const shortCost = (cost: number): string =>
  formatNumber(cost, Math.abs(cost) < 1e-4 || Math.abs(cost) >= 1e7 ? 2 : 3)

type PlainRun = Pick<DescentExperiment['runs'][number], 'optimizer' | 'alpha' | 'decay'>

/** Fills in every default of a run, as in an experiment file. */
export function complete(run: PlainRun): DescentExperiment['runs'][number] {
  const { hyperparameters, biasCorrection } = optimizers[run.optimizer] as Optimizer
  const rule = run.optimizer === 'rule' ? { rule: defaultRule } : {}
  return { ...run, ...hyperparameters, ...(biasCorrection === undefined ? {} : { biasCorrection }), ...rule }
}
