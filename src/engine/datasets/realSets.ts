// The measured sets shipped with the app. A network takes the first n₀ columns, each standardized. Gorman, Williams &
// Fraser 2014 and Horst, Hill & Gorman 2020 (penguins); Fisher 1936 (iris).

import { measuredExamples } from '../objectives/examples.ts'
import type { RealEntry } from './dataset.ts'
import * as iris from './irisData.ts'
import * as penguins from './penguinsData.ts'

const column = (packed: string, perUnit: number) => (): Float64Array =>
  Float64Array.from(packed.split(' '), (value) => Number(value) / perUnit)
const digits = (packed: string) => (): Float64Array => Float64Array.from(packed, Number)

const classes = { activation: 'tanh', loss: 'crossEntropy', lambda: 0, alpha: 0.03 } as const

export const realSets: Readonly<Record<'penguins' | 'iris', RealEntry>> = {
  penguins: {
    label: { en: 'Penguins', zh: '企鹅' },
    help: {
      en: '333 penguins of the Palmer Archipelago. Bill, flipper and body mass tell three species apart.',
      zh: '帕尔默群岛的 333 只企鹅：由喙、鳍肢和体重区分三个物种。',
    },
    features: 4,
    fewestFeatures: 1,
    classes: 3,
    examples: measuredExamples.penguins,
    network: { layers: [2, 8, 3], ...classes },
    columns: [
      { label: { en: 'Bill length', zh: '喙长' }, unit: 'mm', values: column(penguins.billLength, 10) },
      { label: { en: 'Bill depth', zh: '喙深' }, unit: 'mm', values: column(penguins.billDepth, 10) },
      {
        label: { en: 'Flipper length', zh: '鳍肢长' },
        unit: 'mm',
        values: column(penguins.flipperLength, 10),
      },
      { label: { en: 'Body mass', zh: '体重' }, unit: 'g', values: column(penguins.bodyMass, 1) },
    ],
    classNames: [
      { en: 'Adélie', zh: '阿德利企鹅' },
      { en: 'Chinstrap', zh: '帽带企鹅' },
      { en: 'Gentoo', zh: '巴布亚企鹅' },
    ],
    labels: digits(penguins.species),
  },
  iris: {
    label: { en: 'Iris', zh: '鸢尾花' },
    help: {
      en: 'Fisher’s 150 irises: sepals and petals of three species.',
      zh: '费希尔的 150 朵鸢尾花：三个品种的萼片与花瓣。',
    },
    features: 4,
    fewestFeatures: 1,
    classes: 3,
    examples: measuredExamples.iris,
    network: { layers: [4, 8, 3], ...classes },
    columns: [
      { label: { en: 'Sepal length', zh: '萼片长' }, unit: 'cm', values: column(iris.sepalLength, 10) },
      { label: { en: 'Sepal width', zh: '萼片宽' }, unit: 'cm', values: column(iris.sepalWidth, 10) },
      { label: { en: 'Petal length', zh: '花瓣长' }, unit: 'cm', values: column(iris.petalLength, 10) },
      { label: { en: 'Petal width', zh: '花瓣宽' }, unit: 'cm', values: column(iris.petalWidth, 10) },
    ],
    classNames: [
      { en: 'setosa', zh: '山鸢尾' },
      { en: 'versicolor', zh: '变色鸢尾' },
      { en: 'virginica', zh: '维吉尼亚鸢尾' },
    ],
    labels: digits(iris.species),
  },
}
