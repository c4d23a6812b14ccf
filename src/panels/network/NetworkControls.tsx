// The network's own controls: its data, layers and loss. An invalid combination is rejected with the field's name, and
// the last network stays.

import { Suspense, useMemo, useState } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { datasets, generatedSets, realSets, type DatasetKind } from '../../engine/datasets/index.ts'
import type {
  Activation,
  DatasetSpec,
  DescentExperiment,
  Loss,
  NetworkSpec,
} from '../../engine/experiment.ts'
import { objectiveFields } from '../../engine/objectives/fields.ts'
import { parameterCount } from '../../engine/objectives/network/architecture.ts'
import { validate } from '../../engine/validate.ts'
import { Faults } from '../../engine/validate/faults.ts'
import { checkNetwork } from '../../engine/validate/network.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, inLanguage, useLanguage, useWords, type Language } from '../../i18n/index.ts'
import { changeExperiment, settle, useExperiment } from '../../state/experiment.ts'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formatNumber } from '../../ui/number.ts'
import { Quantity } from '../controls/Quantity.tsx'
import { changeNetwork, mOf } from './dataset.ts'
import { ExamplesSlider, mostForEveryStep } from './ExamplesSlider.tsx'
import { LambdaSlider } from './LambdaSlider.tsx'

const OwnTable = fetched(async () => (await import('../own/OwnTable.tsx')).OwnTable)

/** Returns the first fault of an experiment in one sentence, or null. */
function faultOfExperiment(experiment: DescentExperiment, language: Language): string | null {
  const result = validate(experiment)
  return result.ok ? null : inLanguage(result.faults[0].words, language)
}

/** Whether a loss works with these labels and outputs. */
function fits(loss: Loss, layers: NetworkSpec['layers'], dataset: DatasetSpec): boolean {
  const faults = new Faults()
  checkNetwork({ loss, layers, dataset }, [], faults)
  return !faults.any
}

const losses: readonly Loss[] = ['crossEntropy', 'squared']

/** Switches to another set, with layers and loss that fit it. */
export function withDataset(spec: NetworkSpec, kind: DatasetKind): NetworkSpec {
  const { network } = datasets[kind]
  const { dataset: before } = spec
  const generated = Object.hasOwn(generatedSets, kind)
  const m = 'm' in before ? before.m : 512
  const dataset = generated
    ? { kind, m, noise: generatedSets[kind as keyof typeof generatedSets].noise, mislabelled: 0 }
    : { kind }
  const { layers, activation, loss, lambda } = network
  return { ...spec, layers, activation, loss, lambda, dataset: dataset as DatasetSpec }
}

export function NetworkControls() {
  const words = useWords(networkWords)
  const language = useLanguage()
  const { experiment } = useExperiment()
  const spec = experiment.objective as NetworkSpec
  const { dataset, layers: sizes } = spec
  // Reads all labels, so not at each slider move.
  const unfit = useMemo(() => losses.filter((loss) => !fits(loss, sizes, dataset)), [sizes, dataset])
  const own = words.network
  const [reading, setReading] = useState(false)
  const { sliders, means } = words.controls
  const option = (kind: string) => ({
    value: kind,
    label: inLanguage(datasets[kind as DatasetKind].label, language),
  })
  const layersOf = (text: string): number[] | null => {
    const parts = text
      .normalize('NFKC')
      .split(/[\s,;、-]+/u)
      .filter(Boolean)
    return parts.length > 1 && parts.every((part) => /^\d{1,5}$/.test(part)) ? parts.map(Number) : null
  }
  const set = (field: string, value: unknown): void => {
    changeNetwork(`objective ${field}`, (before) => ({ ...before, [field]: value }))
  }
  const setData = (field: string, value: number): void =>
    changeNetwork(`dataset ${field}`, (before) => ({
      ...before,
      dataset: { ...before.dataset, [field]: value } as DatasetSpec,
    }))
  const generated = 'm' in dataset ? dataset : undefined
  const m = mOf(spec)
  const costEvery = experiment.costEvery === 'epoch' ? 'epoch' : experiment.costEvery === 1 ? 'every' : 'ten'
  return (
    <>
      <Choice
        label={own.dataset}
        value={reading ? 'own' : dataset.kind === 'inline' ? 'inline' : dataset.kind}
        groups={[
          { label: own.generatedSets, options: Object.keys(generatedSets).map(option) },
          { label: own.realSets, options: Object.keys(realSets).map(option) },
          {
            options: [
              ...(dataset.kind === 'inline' ? [{ value: 'inline', label: own.ownSetNow }] : []),
              { value: 'own', label: own.ownSet },
            ],
          },
        ]}
        note={dataset.kind === 'inline' ? undefined : inLanguage(datasets[dataset.kind].help, language)}
        onChange={(kind) => {
          setReading(kind === 'own')
          if (kind === 'own' || kind === 'inline') return
          changeNetwork('dataset', (before) => withDataset(before, kind as DatasetKind))
          settle()
        }}
      />
      {reading && (
        <Suspense>
          <OwnTable open onClose={() => setReading(false)} />
        </Suspense>
      )}
      {generated && (
        <>
          <ExamplesSlider />
          <Quantity
            label={own.dataNoise}
            value={generated.noise}
            scale="linear"
            min={0}
            max={1}
            step={0.01}
            allowed={{ min: 0 }}
            onChange={(noise) => setData('noise', noise)}
          />
          <Quantity
            label={sliders.mislabelled}
            value={generated.mislabelled}
            {...objectiveFields.mislabelled.range}
            valueText={fill(means.examples, {
              value: formatNumber(Math.round(generated.mislabelled * m)),
              m: formatNumber(m),
            })}
            onChange={(share) => setData('mislabelled', share)}
          />
        </>
      )}
      <TextField
        label={own.layers}
        value={spec.layers.join(', ')}
        check={(text) => {
          const layers = layersOf(text)
          if (!layers) return fill(own.layersFault, { name: own.layers })
          const fault = faultOfExperiment({ ...experiment, objective: { ...spec, layers } }, language)
          return fault && fill(own.fault, { fault: `${own.layers}: ${fault}` })
        }}
        note={fill(own.layersNote, { count: formatNumber(parameterCount(spec.layers)) })}
        onCommit={(text) => {
          set('layers', layersOf(text))
          settle()
        }}
      />
      <Choice<Activation>
        label={own.activation}
        value={spec.activation}
        options={{ tanh: 'tanh', relu: 'relu', sigmoid: 'sigmoid' }}
        onChange={(activation) => {
          set('activation', activation)
          settle()
        }}
      />
      <Choice<Loss>
        label={own.loss}
        value={spec.loss}
        groups={[
          {
            options: losses.map((value) => ({
              value,
              label: own.losses[value],
              disabled: unfit.includes(value),
            })),
          },
        ]}
        onChange={(loss) => {
          set('loss', loss)
          settle()
        }}
      />
      <LambdaSlider />
      <Choice<NetworkSpec['precision']>
        label={own.precision}
        value={spec.precision}
        options={own.precisions}
        onChange={(precision) => {
          set('precision', precision)
          settle()
        }}
      />
      <Choice<'every' | 'ten' | 'epoch'>
        label={own.costEvery}
        value={costEvery}
        options={own.costEverySteps}
        note={m > mostForEveryStep ? own.costEveryNote : undefined}
        onChange={(choice) => {
          const every = choice === 'epoch' ? 'epoch' : choice === 'every' ? 1 : 10
          changeExperiment('cost every', (before) => ({ ...before, costEvery: every }))
          settle()
        }}
      />
    </>
  )
}
