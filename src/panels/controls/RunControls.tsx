// The selected run: its optimizer, α, hyperparameters, bias correction and decay. Everything comes from the registries,
// so a new optimizer needs no change here.

import { Suspense, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { HyperparameterName, RunSpec } from '../../engine/experiment.ts'
import { hyperparameters } from '../../engine/hyperparameters.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'
import type { Optimizer } from '../../engine/optimizers/optimizer.ts'
import { fetched } from '../../fetch/fetched.tsx'
import { fill, inLanguage, useLanguage, useWords, type Dictionary } from '../../i18n/index.ts'
import { changeExperiment, changeRun, changeView, settle, useExperiment } from '../../state/experiment.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { formatNumber } from '../../ui/number.ts'
import { limitOf } from '../limits.ts'
import { useLooks } from '../runs.ts'
import { DecayControls } from './DecayControls.tsx'
import { Quantity } from './Quantity.tsx'
import { OwnParameters } from './OwnParameters.tsx'
import { RunOverrides } from './RunOverrides.tsx'
import type { OnlyProps } from './ObjectiveControls.tsx'
import { complete } from './RunsPanel.tsx'
import { suitedAlpha } from './suitedAlpha.ts'
import { runVariable } from '../../plot/index.ts'
import labStyles from '../../ui/Lab.module.css'

// The editor of custom rules loads with the first of them.
const RuleEditor = fetched(async () => (await import('../rule/RuleEditor.tsx')).RuleEditor)

const registry = optimizers as Readonly<Record<OptimizerKey, Optimizer>>

export function RunControls({ only, rate }: OnlyProps & { readonly rate?: ReactNode }) {
  const looks = useLooks()
  const words = useWords()
  const language = useLanguage()
  const index = useExperiment(({ view }) => view.selected)
  const oneAlpha = useExperiment(({ view }) => view.oneAlpha)
  const chosen = useExperiment(({ experiment, view }) => experiment.runs[view.selected].optimizer)
  const correcting = useExperiment(({ experiment, view }) => experiment.runs[view.selected].biasCorrection)
  const optimizer = registry[chosen]
  const keys = Object.keys(registry) as OptimizerKey[]
  const option = (value: OptimizerKey) => ({ value, label: inLanguage(registry[value].label, language) })
  const color = runVariable(looks[index])
  const shows = (name: string): boolean => !only || only.includes(name)

  const choose = (key: OptimizerKey): void => {
    const { experiment } = useExperiment.getState()
    changeRun('optimizer', index, (before) => {
      const keep =
        before.alpha !== suitedAlpha(before, experiment) && !optimizerChangesScale(before.optimizer, key)
      const { name, batchSize, steps, convention } = before
      const own = JSON.parse(JSON.stringify({ name, batchSize, steps, convention })) as Partial<RunSpec>
      const alpha = keep ? before.alpha : suitedAlpha({ optimizer: key, convention }, experiment)
      return { ...complete({ optimizer: key, alpha, decay: before.decay }), ...own }
    })
    settle()
  }

  return (
    <section className={labStyles.runControls} aria-label={words.controls.selectedRun}>
      {shows('optimizer') && (
        <Choice
          label={words.controls.choices.optimizer}
          value={chosen}
          groups={[
            {
              label: words.common.thisWeek,
              options: keys.filter((key) => registry[key].featured).map(option),
            },
            { label: words.common.more, options: keys.filter((key) => !registry[key].featured).map(option) },
          ]}
          onChange={choose}
          note={inLanguage(optimizer.help, language)}
        />
      )}
      {chosen === 'rule' && shows('optimizer') && (
        <Suspense>
          <RuleEditor
            key={index}
            index={index}
            alphaOf={(rule) => suitedAlpha(rule, useExperiment.getState().experiment)}
          />
        </Suspense>
      )}
      {shows('alpha') && <AlphaSlider />}
      {shows('oneAlpha') && (
        <Toggle
          label={words.controls.oneAlpha}
          checked={oneAlpha}
          onChange={(one) => {
            changeView('one alpha', { oneAlpha: one })
            settle()
          }}
          note={oneAlpha ? words.playground.oneAlphaNote : undefined}
        />
      )}
      {(Object.keys(optimizer.hyperparameters) as HyperparameterName[]).filter(shows).map((name) => (
        <HyperparameterSlider key={name} name={name} index={index} color={color} />
      ))}
      <OwnParameters index={index} color={color} />
      <UsualValues index={index} shows={shows} />
      {optimizer.biasCorrection !== undefined && shows('biasCorrection') && (
        <Toggle
          label={words.controls.biasCorrection}
          checked={correcting ?? optimizer.biasCorrection}
          onChange={(biasCorrection) => {
            changeRun('bias correction', index, (before) => ({ ...before, biasCorrection }))
            settle()
          }}
        />
      )}
      {shows('decay') && <DecayControls />}
      {rate}
      {shows('overrides') && <RunOverrides />}
    </section>
  )
}

interface UsualProps {
  readonly index: number
  readonly shows: (name: HyperparameterName) => boolean
}

/** Resets β₁, β₂ and ε to their usual values. Shown only if one of them differs. */
function UsualValues({ index, shows }: UsualProps) {
  const words = useWords()
  const usualOf = (run: RunSpec): Readonly<Partial<Record<HyperparameterName, number>>> =>
    registry[run.optimizer].hyperparameters
  const namesOf = (run: RunSpec): HyperparameterName[] =>
    (Object.keys(usualOf(run)) as HyperparameterName[]).filter(shows)
  const areUsual = useExperiment(({ experiment }) => {
    const run = experiment.runs[index]
    const usual = usualOf(run)
    return namesOf(run).every((name) => (run[name] ?? usual[name]) === usual[name])
  })
  if (areUsual) return null
  return (
    <Button
      onClick={() => {
        changeRun('usual values', index, (before) => ({
          ...before,
          ...Object.fromEntries(namesOf(before).map((name) => [name, usualOf(before)[name]])),
        }))
        settle()
      }}
    >
      {words.controls.usualValues}
    </Button>
  )
}

/** Whether α means a step length for only one of the two optimizers. */
function optimizerChangesScale(from: OptimizerKey, to: OptimizerKey): boolean {
  const multiplies = (key: OptimizerKey): boolean => registry[key].traits.scale === 'gradient'
  return multiplies(from) !== multiplies(to)
}

function AlphaSlider() {
  const looks = useLooks()
  const words = useWords()
  const selected = useExperiment(({ view }) => view.selected)
  const alpha = useExperiment(({ experiment }) => experiment.runs[selected].alpha)
  const limit = useExperiment(useShallow(({ experiment }) => limitOf(experiment, experiment.runs[selected])))
  const change = (to: number): void => {
    if (useExperiment.getState().view.oneAlpha)
      changeExperiment('alpha of all', (before) => ({
        ...before,
        runs: before.runs.map((one) => ({ ...one, alpha: to })),
      }))
    else changeRun('alpha', selected, (before) => ({ ...before, alpha: to }))
  }
  const tick = limit && {
    value: limit.value,
    label: `${limit.name} = ${formatNumber(limit.value, 3)}`,
  }
  // Where something happens: up to just above the limit, or a decade to each side.
  const sweepRange = limit
    ? ([limit.value / 4, 1.12 * limit.value] as const)
    : ([alpha / 10, 10 * alpha] as const)
  return (
    <Quantity
      label={words.controls.sliders.alpha}
      sweepRange={sweepRange}
      value={alpha}
      scale="log"
      min={1e-5}
      max={10}
      allowed={{ min: 0, minOpen: true }}
      color={runVariable(looks[selected])}
      ticks={tick && tick.value >= 1e-5 && tick.value <= 10 ? [tick] : undefined}
      valueText={
        limit && alpha > limit.value
          ? fill(words.controls.means.beyondLimit, {
              value: formatNumber(alpha),
              limit: `${limit.name} = ${formatNumber(limit.value, 3)}`,
            })
          : formatNumber(alpha)
      }
      onChange={change}
    />
  )
}

interface HyperparameterProps {
  readonly name: HyperparameterName
  readonly index: number
  readonly color: string
}

function HyperparameterSlider({ name, index, color }: HyperparameterProps) {
  const words = useWords()
  const language = useLanguage()
  const { label, scale, min, max, belowOne } = hyperparameters[name]
  const value = useExperiment(({ experiment }) => {
    const run = experiment.runs[index]
    return run[name] ?? registry[run.optimizer].hyperparameters[name] ?? 0
  })
  return (
    <Quantity
      label={inLanguage(label, language)}
      value={value}
      scale={scale}
      min={min}
      max={max}
      zero={scale === 'log'}
      allowed={belowOne ? { min: 0, max: 1, maxOpen: true } : { min: 0 }}
      color={color}
      valueText={meaningOf(words, value, belowOne)}
      onChange={(to) => changeRun(name, index, (before) => ({ ...before, [name]: to }))}
    />
  )
}

/** "0.9, averages about 10 steps" */
function meaningOf(words: Dictionary, value: number, average: boolean): string {
  const shown = formatNumber(value)
  if (!average) return shown
  const { means } = words.controls
  return value === 0
    ? fill(means.noAverage, { value: shown })
    : fill(means.steps, { value: shown, count: formatNumber(Math.round(10 / (1 - value)) / 10, 3) })
}
