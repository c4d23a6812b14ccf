// How α falls over the epochs: the kind of decay, and its numbers from the registry. The first of them is `Decay rate`.

import type { DecaySpec } from '../../engine/experiment.ts'
import { schedules, type DecayKind } from '../../engine/schedules/index.ts'
import type { Schedule, ScheduleParameter } from '../../engine/schedules/schedule.ts'
import { inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { changeRun, settle, useExperiment } from '../../state/experiment.ts'
import { Choice } from '../../ui/Choice.tsx'
import type { Allowed } from '../../ui/number.ts'
import { useLooks } from '../runs.ts'
import { ManualPoints } from './ManualPoints.tsx'
import { Quantity } from './Quantity.tsx'
import { runVariable } from '../../plot/index.ts'

const allowedBy: Readonly<Record<ScheduleParameter['allowed'], Allowed>> = {
  share: { min: 0, max: 1 },
  nonNegative: { min: 0 },
  positive: { min: 0, minOpen: true },
  wholeFromOne: { min: 1, whole: true },
}

export function DecayControls() {
  const looks = useLooks()
  const words = useWords()
  const language = useLanguage()
  const selected = useExperiment(({ view }) => view.selected)
  const decay = useExperiment(({ experiment, view }) => experiment.runs[view.selected].decay)
  const schedule = schedules[decay.kind] as Schedule
  const kinds = Object.keys(schedules) as DecayKind[]
  const set = (key: string, next: DecaySpec): void =>
    changeRun(key, selected, (before) => ({ ...before, decay: next }))
  const numbers = decay as unknown as Readonly<Record<string, number>>

  return (
    <>
      <Choice
        label={words.controls.choices.decay}
        value={decay.kind}
        groups={[
          {
            options: kinds.map((kind) => ({
              value: kind,
              label: inLanguage(schedules[kind].label, language),
            })),
          },
        ]}
        onChange={(kind) => {
          const defaults = Object.entries(schedules[kind].parameters).map(([name, { default: value }]) => [
            name,
            value,
          ])
          const { alpha } = useExperiment.getState().experiment.runs[selected]
          const points = kind === 'manual' ? { points: [[0, alpha] as const] } : {}
          set('decay', { kind, ...Object.fromEntries(defaults), ...points } as DecaySpec)
          settle()
        }}
      />
      {Object.entries(schedule.parameters).map(([name, parameter], i) => (
        <Quantity
          key={name}
          label={i === 0 ? words.controls.sliders.decayRate : inLanguage(parameter.label, language)}
          note={i === 0 && name !== 'rate' ? inLanguage(parameter.label, language) : undefined}
          value={numbers[name]}
          scale={parameter.scale}
          min={parameter.min}
          max={parameter.max}
          zero={parameter.scale === 'log' && parameter.allowed === 'nonNegative'}
          whole={parameter.whole}
          allowed={allowedBy[parameter.allowed]}
          color={runVariable(looks[selected])}
          onChange={(value) => set(`decay ${name}`, { ...decay, [name]: value } as DecaySpec)}
        />
      ))}
      {decay.kind === 'manual' && (
        <ManualPoints points={decay.points} onChange={(points) => set('points', { ...decay, points })} />
      )}
    </>
  )
}
