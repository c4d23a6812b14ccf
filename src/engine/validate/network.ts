// The fields of the network objective and of its data. Layers, inputs and labels must match.

import { datasets, generatedSets, realSets } from '../datasets/index.ts'
import type { DatasetSpec, NetworkSpec } from '../experiment.ts'
import { mostExamples } from '../objectives/fields.ts'
import { datasetExamples } from '../objectives/examples.ts'
import { parameterCount } from '../objectives/network/architecture.ts'
import type { Faults, Keys } from './faults.ts'
import { byKind, choice, type Fields, isObject, list, nonNegative, number, numberList } from './fields.ts'
import { type Check, optional, required, share, whole, withDefault } from './fields.ts'

export const mostRows = 100_000
const mostParameters = 10_000
const mostLayers = 8

/** The most numbers in a row: one per parameter. */
const mostColumns = 10_000

/** Rows of numbers. Whether their lengths match is checked where the length is known. */
export const rows: Check = list(numberList(1, mostColumns), 1, mostRows, {
  en: 'rows of numbers',
  zh: '行数',
})

const labels: Check = list(
  (value, keys, faults) =>
    Array.isArray(value) ? numberList(1, mostColumns)(value, keys, faults) : number(value, keys, faults),
  1,
  mostRows,
  { en: 'numbers, or rows of numbers', zh: '数（或数的行）' },
)

/** The indices of examples whose labels the user flipped. */
const flipped = optional(
  list(whole(0, mostExamples - 1), 0, mostRows, { en: 'numbers of examples', zh: '样本编号' }),
)

const datasetFields: Readonly<Record<string, Fields>> = {
  inline: { x: required(rows), y: required(labels) },
  ...Object.fromEntries(
    Object.entries(generatedSets).map(([kind, { noise }]) => [
      kind,
      {
        m: withDefault(whole(1, mostExamples), 512),
        noise: withDefault(nonNegative, noise),
        mislabelled: withDefault(share, 0),
        flipped,
      },
    ]),
  ),
  ...Object.fromEntries(Object.keys(realSets).map((kind) => [kind, { flipped }])),
}

/** Returns the fields of a data set of which only the kind is given. */
export function datasetDefaults(kind: string): Readonly<Record<string, unknown>> {
  const fields = Object.hasOwn(datasetFields, kind) ? Object.entries(datasetFields[kind]) : []
  const given = fields.filter(([, field]) => field.default !== undefined)
  return Object.fromEntries([['kind', kind], ...given.map(([name, field]) => [name, field.default])])
}

export const networkFields: Fields = {
  layers: required(
    list(whole(1), 2, mostLayers + 1, {
      en: 'whole numbers: the inputs, then at most 8 layers',
      zh: '整数（先是输入数，再至多 8 层）',
    }),
  ),
  activation: required(choice(['tanh', 'relu', 'sigmoid'])),
  loss: required(choice(['crossEntropy', 'squared'])),
  lambda: withDefault(nonNegative, 0),
  dataset: required(byKind(datasetFields), (dataset) => ({
    kind: required(choice([])),
    ...datasetFields[dataset.kind as string],
  })),
  precision: withDefault(choice(['float64', 'float32']), 'float64'),
}

/** The rules between the fields. Every field present must be valid. */
export function checkNetwork(network: Partial<NetworkSpec>, keys: Keys, faults: Faults): void {
  const { layers, loss, dataset } = network
  if (!layers) return
  const parameters = parameterCount(layers)
  if (parameters > mostParameters) {
    const what = { en: 'expected a network of at most 10,000 parameters', zh: '网络至多有 10,000 个参数' }
    faults.addGot([...keys, 'layers'], what, parameters)
  }
  if (!isObject(dataset)) return
  const inputs = layers[0]
  const outputs = layers[layers.length - 1]
  if (dataset.kind === 'inline') {
    if (dataset.x && dataset.y) checkInline(dataset, inputs, outputs, loss, [...keys, 'dataset'], faults)
    return
  }
  const m = datasetExamples(dataset as DatasetSpec)
  const beyond = dataset.flipped?.findIndex((i) => i >= m) ?? -1
  if (beyond >= 0) {
    const what = {
      en: `expected the number of an example, a whole number from 0 to ${m - 1}`,
      zh: `应为样本编号，即 0 到 ${m - 1} 的整数`,
    }
    faults.addGot([...keys, 'dataset', 'flipped', beyond], what, dataset.flipped![beyond])
  }
  const facts = datasets[dataset.kind]
  if (inputs < facts.fewestFeatures || inputs > facts.features) {
    const much =
      facts.features > facts.fewestFeatures
        ? `${facts.fewestFeatures} to ${facts.features}`
        : String(facts.features)
    const what = {
      en: `expected ${much}, the inputs of ${dataset.kind}`,
      zh: `应为 ${dataset.kind} 的输入数 ${much}`,
    }
    faults.addGot([...keys, 'layers', 0], what, inputs)
  }
  const lastLayer = [...keys, 'layers', layers.length - 1]
  if (loss === 'squared' && outputs !== 1) {
    const what = {
      en: `expected 1 output for the labels of ${dataset.kind} under squared`,
      zh: `squared 下 ${dataset.kind} 的输出数应为 1`,
    }
    faults.addGot(lastLayer, what, outputs)
  }
  if (loss !== 'crossEntropy') return
  if (facts.classes === 0) {
    const what = {
      en: 'expected "squared", for labels that are no classes',
      zh: '标签不是类别，应为 "squared"',
    }
    faults.addGot([...keys, 'loss'], what, loss)
  } else if (facts.classes !== 'any' && Math.max(2, outputs) < facts.classes) {
    const what = {
      en: `expected at least ${facts.classes} outputs, one a class`,
      zh: `应至少有 ${facts.classes} 个输出，每类一个`,
    }
    faults.addGot(lastLayer, what, outputs)
  }
}

function checkInline(
  { x, y }: Extract<DatasetSpec, { kind: 'inline' }>,
  inputs: number,
  outputs: number,
  loss: NetworkSpec['loss'] | undefined,
  keys: Keys,
  faults: Faults,
): void {
  x.forEach((row, i) => {
    if (row.length !== inputs)
      faults.expected(
        [...keys, 'x', i],
        { en: `a row of ${inputs} numbers, the inputs`, zh: `${inputs} 个输入数的一行` },
        row,
      )
  })
  if (y.length !== x.length)
    faults.expected(
      [...keys, 'y'],
      { en: `a list of ${x.length}, one a row of x`, zh: `${x.length} 项的列表，x 每行一个` },
      y,
    )
  if (loss === undefined) return
  const classes = Math.max(2, outputs)
  y.forEach((label, i) => {
    if (loss === 'crossEntropy') {
      if (!Number.isInteger(label) || (label as number) < 0 || (label as number) >= classes)
        faults.expected(
          [...keys, 'y', i],
          {
            en: `a class, a whole number from 0 to ${classes - 1}`,
            zh: `类别，即 0 到 ${classes - 1} 的整数`,
          },
          label,
        )
    } else if (Array.isArray(label) ? label.length !== outputs : outputs !== 1) {
      const what =
        outputs === 1
          ? { en: 'a number', zh: '数' }
          : { en: `a row of ${outputs} numbers`, zh: `${outputs} 个数的一行` }
      faults.expected([...keys, 'y', i], what, label)
    }
  })
}
