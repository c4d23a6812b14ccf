// The surface and its data: the objective, its shape, its examples and their noise.

import { Fragment, Suspense } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { objectives, parseSurface } from '../../engine/objectives/index.ts'
import type { ObjectiveEntry } from '../../engine/objectives/entry.ts'
import type {
  DescentExperiment,
  ObjectiveKind,
  ObjectiveSpec,
  QuadraticSpec,
} from '../../engine/experiment.ts'
import type { ObjectiveField } from '../../engine/objectives/fields.ts'
import { breakEvenKappa } from '../../engine/theory.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../../i18n/index.ts'
import {
  change,
  changeExperiment,
  changeView,
  settle,
  useExperiment,
  type Document,
  type View,
  exchange,
} from '../../state/experiment.ts'
import { draftOf, useFormulaDraft } from '../../document/formulaDraft.ts'
import { setSpeed, usePlayback, usualSpeed } from '../../state/playback.ts'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { formatNumber } from '../../ui/number.ts'
import { networkPreset } from '../network/networkPreset.ts'
import { Quantity } from './Quantity.tsx'
import { suitedAlpha, suitedRuns, tellAlphas } from './suitedAlpha.ts'
import { turned } from './turn.ts'

const NetworkControls = fetched(async () => (await import('../network/NetworkControls.tsx')).NetworkControls)

const ExamplesSlider = fetched(async () => (await import('../network/ExamplesSlider.tsx')).ExamplesSlider)

export interface OnlyProps {
  /** Show only these controls, by their names in src/course/controls.ts. Default: all, under their heading. */
  readonly only?: readonly string[]
}

export function ObjectiveControls({ only }: OnlyProps) {
  const words = useWords()
  const language = useLanguage()
  const objective = useExperiment(({ experiment }) => experiment.objective)
  const { choices, boxes } = words.controls
  const draft = useFormulaDraft((state) => draftOf(state.draft, objective))
  const entry = objectives[objective.kind] as ObjectiveEntry
  const shows = (name: string): boolean => !only || only.includes(name)
  const kinds = Object.keys(objectives) as ObjectiveKind[]
  const option = (value: ObjectiveKind) => ({ value, label: inLanguage(objectives[value].label, language) })

  return (
    <section aria-label={words.playground.surfaceAndData}>
      {!only && <h2>{words.playground.surfaceAndData}</h2>}
      {shows('objective') && (
        <Choice
          label={choices.objective}
          value={objective.kind}
          groups={[
            {
              label: words.common.thisWeek,
              options: kinds.filter((kind) => objectives[kind].featured).map(option),
            },
            {
              label: words.common.more,
              options: kinds.filter((kind) => !objectives[kind].featured).map(option),
            },
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
            changeExperiment('objective source', (before) => ({
              ...before,
              objective: { ...before.objective, source } as ObjectiveSpec,
            }))
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
      {Object.entries(entry.fields).map(([name, field]) => (
        <Fragment key={name}>
          {shows(field.control) && <FieldSlider name={name} field={field} objective={objective} />}
          {name === 'angle' && shows('turnStart') && <TurnStart />}
        </Fragment>
      ))}
    </section>
  )
}

type Numbers = Readonly<Record<string, number>>

/** Fields whose slider shows another number than the file has, or changes more than one. */
const views: Readonly<
  Record<
    string,
    {
      read?(objective: ObjectiveSpec): number
      write(before: DescentExperiment, value: number, view: View): DescentExperiment
    }
  >
> = {
  curvature: {
    read: (objective) => {
      const [flat, steep] = (objective as QuadraticSpec).curvature
      return flat > 0 ? steep / flat : 1
    },
    write: (before, kappa) => {
      const flat = (before.objective as QuadraticSpec).curvature[0] || 1
      return {
        ...before,
        objective: { ...before.objective, curvature: [flat, kappa * flat] } as QuadraticSpec,
      }
    },
  },
  angle: { write: (before, angle, { turnStart }) => turned(before, angle, turnStart) },
}

interface FieldProps {
  readonly name: string
  readonly field: ObjectiveField
  readonly objective: ObjectiveSpec
}

function FieldSlider({ name, field: { slider, range, means }, objective }: FieldProps) {
  const words = useWords()
  const numbers = objective as unknown as Numbers
  const { m } = numbers
  const value = views[name]?.read?.(objective) ?? numbers[name]
  const { sliders, ticks, means: meaning } = words.controls
  const pays = breakEvenKappa(0.9)
  return (
    <Quantity
      label={sliders[slider as keyof typeof sliders]}
      value={value}
      {...range}
      ticks={
        name === 'curvature'
          ? [{ value: pays, label: fill(ticks.pays, { value: formatNumber(pays, 2) }) }]
          : undefined
      }
      valueText={
        means &&
        fill(meaning[means], {
          value: formatNumber(means === 'examples' ? Math.round(value * m) : value),
          m: formatNumber(m),
        })
      }
      onChange={(to) => {
        const { view } = useExperiment.getState()
        changeExperiment(
          `objective ${name}`,
          (before) =>
            views[name]?.write(before, to, view) ?? {
              ...before,
              objective: { ...before.objective, [name]: to } as ObjectiveSpec,
            },
        )
      }}
    />
  )
}

function TurnStart() {
  const words = useWords()
  const turnStart = useExperiment(({ view }) => view.turnStart)
  return (
    <Toggle
      label={words.controls.turnStart}
      checked={turnStart}
      note={turnStart ? words.playground.turnNote : undefined}
      onChange={(on) => {
        changeView('turn start', { turnStart: on })
        settle()
      }}
    />
  )
}

/** Switches the objective. Networks and planes need different runs, so each brings its own. */
function withObjective(now: Document, kind: ObjectiveKind): Document {
  const { speed } = usePlayback.getState()
  const kept = exchange({ document: { experiment: now.experiment, view: now.view }, speed }, kind)
  const isOtherFamily = (kind === 'network') !== (now.experiment.objective.kind === 'network')
  if (isOtherFamily) setSpeed(kept?.speed ?? (kind === 'network' ? networkPreset.speed! : usualSpeed))
  const before = kept ? { ...kept.document, view: { ...kept.document.view, at: now.view.at } } : now
  if (before.experiment.objective.kind === kind) return before
  if (kind === 'network')
    return { experiment: networkPreset.experiment, view: { ...networkPreset.view, at: before.view.at } }
  const { start: _, ...rest } = before.experiment
  const experiment = { ...rest, objective: objectives[kind].defaultSpec() }
  if (rest.objective.kind !== 'network') {
    const { preset } = useExperiment.getState()
    return { ...before, experiment: { ...experiment, runs: suitedRuns(rest, experiment, preset.experiment) } }
  }
  const alpha = suitedAlpha({ optimizer: 'gd' }, experiment)
  const runs = [{ optimizer: 'gd', alpha, decay: { kind: 'none' } }] as const
  return {
    experiment: { ...experiment, runs, costEvery: 1, batchSize: 'all', steps: 200 },
    view: { ...before.view, axis: 'step', selected: 0, hidden: [] },
  }
}
