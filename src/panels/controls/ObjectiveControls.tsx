// The surface and its data: the objective, its shape, its examples and their noise.

import { Suspense } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { objectives, parseSurface, type ObjectiveEntry } from '../../engine/objectives/index.ts'
import type { ObjectiveKind, ObjectiveSpec } from '../../engine/experiment.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../../i18n/index.ts'
import {
  change,
  changeExperiment,
  changeView,
  settle,
  useExperiment,
  type Document,
  exchange,
} from '../../state/experiment.ts'
import { draftOf, useFormulaDraft } from '../../document/formulaDraft.ts'
import { setSpeed, usePlayback, usualSpeed } from '../../state/playback.ts'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { formatNumber } from '../../ui/number.ts'
import { networkHome } from '../network/networkHome.ts'
import { Quantity } from './Quantity.tsx'
import { suitedAlpha, suitedRuns, tellAlphas } from './suitedAlpha.ts'
import { turned } from './turn.ts'

const NetworkControls = fetched(async () => (await import('../network/NetworkControls.tsx')).NetworkControls)

const ExamplesSlider = fetched(async () => (await import('../network/ExamplesSlider.tsx')).ExamplesSlider)

type Numbers = Readonly<Record<string, number>>

export interface OnlyProps {
  /** Show only these controls, by their names in LessonControls.tsx. Default: all, under their heading. */
  readonly only?: readonly string[]
}

export function ObjectiveControls({ only }: OnlyProps) {
  const words = useWords()
  const language = useLanguage()
  const objective = useExperiment(({ experiment }) => experiment.objective)
  const turnStart = useExperiment(({ view }) => view.turnStart)
  const { sliders, means, ticks, choices, boxes } = words.controls
  const draft = useFormulaDraft((state) => draftOf(state.draft, objective))
  const entry = objectives[objective.kind] as ObjectiveEntry
  const shows = (name: string): boolean => !only || only.includes(name)
  const has = (field: string): boolean => (entry.fields as readonly string[]).includes(field) && shows(field)
  const numbers = objective as unknown as Numbers
  const set = (field: string, value: unknown): void =>
    changeExperiment(`objective ${field}`, (before) => ({
      ...before,
      objective: { ...before.objective, [field]: value } as ObjectiveSpec,
    }))
  const kinds = Object.keys(objectives) as ObjectiveKind[]
  const option = (value: ObjectiveKind) => ({ value, label: inLanguage(objectives[value].label, language) })

  return (
    <section className="controls-group" aria-label={words.playground.surfaceAndData}>
      {!only && <h2>{words.playground.surfaceAndData}</h2>}
      {shows('objective') && (
        <Choice
          label={choices.objective}
          value={objective.kind}
          groups={[
            {
              label: words.common.thisWeek,
              options: kinds.filter((kind) => objectives[kind].week).map(option),
            },
            { label: words.common.more, options: kinds.filter((kind) => !objectives[kind].week).map(option) },
          ]}
          note={[
            inLanguage(entry.help, language),
            ...(objective.kind === 'bowl' || objective.kind === 'quadratic'
              ? [words.playground.otherBowls]
              : []),
          ].join(sentenceGap(language))}
          onChange={(kind) => {
            const { experiment } = useExperiment.getState()
            change('objective', (before) => withObjective(before, kind))
            settle()
            const after = useExperiment.getState().experiment
            if (objective.kind !== 'network' && kind !== 'network')
              tellAlphas(experiment.runs, after, words.notices.suitedAlpha, language)
          }}
        />
      )}
      {objective.kind === 'expression' && shows('objective') && (
        <TextField
          key={draft}
          label={boxes.formula}
          formula
          draft={draft}
          value={objective.source}
          check={(text) => {
            const parsed = parseSurface(text)
            return parsed.ok ? null : `${boxes.formula}: ${inLanguage(parsed.fault.located, language)}`
          }}
          note={words.playground.formulaHelp}
          onCommit={(source) => {
            set('source', source)
            settle()
          }}
        />
      )}
      {objective.kind === 'network' && shows('network') && (
        <Suspense>
          <NetworkControls />
        </Suspense>
      )}
      {objective.kind === 'network' && only?.includes('m') && (
        <Suspense>
          <ExamplesSlider />
        </Suspense>
      )}
      {(objective.kind === 'bowl' || objective.kind === 'quadratic') && (
        <>
          {shows('kappa') && (
            <Quantity
              label={sliders.kappa}
              value={objective.curvature[0] > 0 ? objective.curvature[1] / objective.curvature[0] : 1}
              scale="log"
              min={1}
              max={1000}
              allowed={{ min: 0, minOpen: true, max: 1e12 }}
              ticks={[
                {
                  value: payingKappa(0.9),
                  label: fill(ticks.pays, { value: formatNumber(payingKappa(0.9), 2) }),
                },
              ]}
              onChange={(kappa) =>
                set('curvature', [objective.curvature[0] || 1, kappa * (objective.curvature[0] || 1)])
              }
            />
          )}
          {shows('angle') && (
            <Quantity
              label={sliders.angle}
              value={objective.angle}
              scale="linear"
              min={-90}
              max={90}
              step={1}
              unit="°"
              allowed={{ min: -1e6, max: 1e6 }}
              valueText={fill(means.degrees, { value: formatNumber(objective.angle) })}
              onChange={(angle) =>
                changeExperiment('objective angle', (before) => turned(before, angle, turnStart))
              }
            />
          )}
          {shows('turnStart') && (
            <Toggle
              label={words.controls.turnStart}
              checked={turnStart}
              note={turnStart ? words.playground.turnNote : undefined}
              onChange={(on) => {
                changeView('turn start', { turnStart: on })
                settle()
              }}
            />
          )}
        </>
      )}
      {has('m') && (
        <Quantity
          label={sliders.m}
          value={numbers.m}
          scale="log"
          min={16}
          max={100_000}
          whole
          allowed={{ min: objective.kind === 'bowl' ? 2 : 1, max: 5_000_000 }}
          onChange={(m) => set('m', m)}
        />
      )}
      {has('labelNoise') && (
        <Quantity
          label={sliders.labelNoise}
          value={numbers.labelNoise}
          scale="linear"
          min={0}
          max={3}
          step={0.05}
          allowed={{ min: 0 }}
          onChange={(noise) => set('labelNoise', noise)}
        />
      )}
      {has('mislabelled') && (
        <Quantity
          label={sliders.mislabelled}
          value={numbers.mislabelled}
          scale="linear"
          min={0}
          max={0.5}
          step={0.01}
          allowed={{ min: 0, max: 1 }}
          valueText={fill(means.examples, {
            value: formatNumber(Math.round(numbers.mislabelled * numbers.m)),
            m: formatNumber(numbers.m),
          })}
          onChange={(share) => set('mislabelled', share)}
        />
      )}
      {has('noise') && (
        <Quantity
          label={sliders.surfaceNoise}
          value={numbers.noise}
          scale="linear"
          min={0}
          max={10}
          step={0.1}
          allowed={{ min: 0 }}
          onChange={(noise) => set('noise', noise)}
        />
      )}
      {has('scale') && (
        <Quantity
          label={sliders.costScale}
          value={numbers.scale}
          scale="log"
          min={0.001}
          max={1000}
          allowed={{ min: 0 }}
          onChange={(scale) => set('scale', scale)}
        />
      )}
    </section>
  )
}

/** The κ above which momentum with this β, each at its best α, beats gradient descent: √β = (κ − 1)/(κ + 1). */
function payingKappa(beta: number): number {
  const rate = Math.sqrt(beta)
  return (1 + rate) / (1 - rate)
}

/** Switches the objective. Networks and planes need different runs, so each brings its own. */
function withObjective(now: Document, kind: ObjectiveKind): Document {
  const { speed } = usePlayback.getState()
  const kept = exchange({ document: { experiment: now.experiment, view: now.view }, speed }, kind)
  const isOtherFamily = (kind === 'network') !== (now.experiment.objective.kind === 'network')
  if (isOtherFamily) setSpeed(kept?.speed ?? (kind === 'network' ? networkHome.speed! : usualSpeed))
  const before = kept ? { ...kept.document, view: { ...kept.document.view, at: now.view.at } } : now
  if (before.experiment.objective.kind === kind) return before
  if (kind === 'network')
    return { experiment: networkHome.experiment, view: { ...networkHome.view, at: before.view.at } }
  const { start: _, ...rest } = before.experiment
  const experiment = { ...rest, objective: objectives[kind].defaultSpec() }
  if (rest.objective.kind !== 'network') {
    const { home } = useExperiment.getState()
    return { ...before, experiment: { ...experiment, runs: suitedRuns(rest, experiment, home.experiment) } }
  }
  const alpha = suitedAlpha({ optimizer: 'gd' }, experiment)
  const runs = [{ optimizer: 'gd', alpha, decay: { kind: 'none' } }] as const
  return {
    experiment: { ...experiment, runs, costEvery: 1, batchSize: 'all', steps: 200 },
    view: { ...before.view, axis: 'step', selected: 0, hidden: [] },
  }
}
