// What the map sweeps and what its colors mean. An invalid number is rejected in one sentence, and the last map stays.

import type { HyperparameterName, MapAxis } from '../../../engine/experiment.ts'
import { hyperparameters } from '../../../engine/hyperparameters.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, useWords } from '../../../i18n/index.ts'
import {
  change,
  examplesOf,
  settle,
  useExperiment,
  type Document,
  type MapSettings,
} from '../../../state/experiment.ts'
import { axisFor, baseOf, mapOf, parametersOf, type MapParameter } from '../settings.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import type { Allowed } from '../../../ui/number.ts'
import { NumberOf } from '../../../panels/controls/NumberOf.tsx'
import { axisName } from './axisName.ts'
import type { Shown } from './colors.ts'
import textStyles from '../../../styles/Text.module.css'
import styles from './HyperMap.module.css'

const finest = 256
const mostSeeds = 100

export function changeMap(recipe: (settings: MapSettings) => MapSettings): void {
  change('map', (document) => {
    const { x, y, measure, seeds } = mapOf(document)
    const { target } = document.view.map ?? {}
    const before: MapSettings = { x, y, measure, seeds, ...(target !== undefined && { target }) }
    return { ...document, view: { ...document.view, map: recipe(before) } }
  })
  settle()
}

/** Returns the selected run with the course's decay, if it has another or none. */
function decaying(document: Document): Document {
  const { experiment, view } = document
  const runs = experiment.runs.map((run, i) =>
    i !== view.selected || run.decay.kind === 'inverse'
      ? run
      : { ...run, decay: { kind: 'inverse' as const, rate: 1, every: 1 } },
  )
  return { ...document, experiment: { ...experiment, runs } }
}

interface MapControlsProps {
  readonly shown: Shown
  readonly onShown: (shown: Shown) => void
}

export function MapControls({ shown, onShown }: MapControlsProps) {
  const words = useWords(mapWords)
  const { experiment, view } = useExperiment()
  const document = { experiment, view }
  const map = mapOf(document)
  const own = parametersOf(baseOf(document))
  const known = own.includes('decay.rate') ? own : [...own, 'decay.rate' as const]
  const { names } = words.map
  const target = map.target ?? 0
  return (
    <section aria-label={words.map.settings}>
      <h2>{words.map.settings}</h2>
      {(['x', 'y'] as const).map((which) => {
        const label = which === 'x' ? words.map.across : words.map.up
        const other = map[which === 'x' ? 'y' : 'x'].parameter
        return (
          <fieldset key={which} className={styles.axis}>
            <legend className={textStyles.spoken}>{label}</legend>
            <Choice<MapParameter>
              label={label}
              value={map[which].parameter}
              groups={[{ options: known.map((value) => ({ value, label: axisName(names, value) })) }]}
              onChange={(parameter) => {
                // The rate only exists for that decay.
                if (parameter === 'decay.rate') change('map', decaying)
                changeMap((before) => {
                  const axis = axisFor(parameter, map.base, before[which].count)
                  // Choosing the other axis's parameter swaps the two.
                  return parameter === other
                    ? { ...before, x: before.y, y: before.x }
                    : { ...before, [which]: axis }
                })
              }}
            />
            <AxisNumbers which={which} axis={map[which]} label={label} m={examplesOf(experiment)} />
          </fieldset>
        )
      })}
      <Segments
        label={words.map.measure}
        value={map.measure}
        options={{ steps: words.map.measures.steps, cost: words.map.measures.cost }}
        onChange={(measure) => changeMap((before) => ({ ...before, measure }))}
      />
      {map.measure === 'steps' && (
        <>
          <NumberOf
            label={words.map.target}
            value={target}
            allowed={{}}
            onCommit={(value) => changeMap((before) => ({ ...before, target: value }))}
            note={words.map.targetNote}
          />
          <Toggle
            label={words.map.targetAuto}
            checked={view.map?.target === undefined}
            onChange={(auto) =>
              changeMap(({ target: _, ...before }) => (auto ? before : { ...before, target }))
            }
          />
        </>
      )}
      <NumberOf
        label={words.map.seeds}
        value={map.seeds}
        allowed={{ min: 1, max: mostSeeds, whole: true }}
        onCommit={(seeds) => changeMap((before) => ({ ...before, seeds }))}
      />
      {map.seeds > 1 && (
        <Toggle
          label={words.map.spread}
          checked={shown === 'spread'}
          onChange={(spread) => onShown(spread ? 'spread' : 'value')}
        />
      )}
    </section>
  )
}

/** The allowed range of an axis end. */
function allowedEnd({ parameter, scale }: MapAxis, m: number): Allowed {
  const log = scale === 'log'
  if (parameter === 'batchSize') return { min: 1, max: m }
  if (parameter === 'alpha' || parameter === 'curvature') return { min: 0, minOpen: true }
  if (parameter === 'decay.rate') return { min: 0, minOpen: log }
  if (!Object.hasOwn(hyperparameters, parameter)) return log ? { min: 0, minOpen: true } : {}
  return hyperparameters[parameter as HyperparameterName].belowOne
    ? { min: 0, minOpen: log, max: 1, maxOpen: true }
    : { min: 0, minOpen: log }
}

function AxisNumbers({
  which,
  axis,
  label,
  m,
}: {
  which: 'x' | 'y'
  axis: MapAxis
  label: string
  m: number
}) {
  const words = useWords(mapWords)
  const set = (change: Partial<MapAxis>): void =>
    changeMap((before) => ({ ...before, [which]: { ...before[which], ...change } }))
  const end = allowedEnd(axis, m)
  const fields = { from: end, to: end, count: { min: 1, max: finest, whole: true } }
  return (
    <div className={styles.axisNumbers}>
      {(['from', 'to', 'count'] as const).map((name) => (
        <NumberOf
          key={name}
          label={fill(words.map[name], { axis: label })}
          value={axis[name]}
          allowed={fields[name]}
          onCommit={(value) => set({ [name]: value })}
        />
      ))}
      <Segments
        label={fill(words.map.scale, { axis: label })}
        value={axis.scale}
        options={{ linear: words.plots.linear, log: words.plots.logarithmic }}
        disabled={(axis.from <= 0 || axis.to <= 0) && 'log'}
        onChange={(scale) => set({ scale })}
      />
    </div>
  )
}
