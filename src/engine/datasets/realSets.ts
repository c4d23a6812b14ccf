// The measured sets shipped with the app. A network takes the first n₀ columns, each standardized. Gorman, Williams &
// Fraser 2014 and Horst, Hill & Gorman 2020 (penguins); Fisher 1936 (iris).

import { measuredExamples } from '../objectives/examples.ts'
import type { RealEntry } from './dataset.ts'
import * as iris from './irisData.ts'
import * as penguins from './penguinsData.ts'

/** A column of measurements, packed as whole numbers of a `perUnit`-th of the unit. */
const measured = (en: string, zh: string, unit: string, packed: string, perUnit = 10) => ({
  label: { en, zh },
  unit,
  values: () => Float64Array.from(packed.split(' '), (value) => Number(value) / perUnit),
})
const digits = (packed: string) => (): Float64Array => Float64Array.from(packed, Number)

const classes = { activation: 'tanh', loss: 'crossEntropy', lambda: 0, alpha: 0.03 } as const

/** Four measurements of three species. */
const species = { features: 4, fewestFeatures: 1, classes: 3 } as const

export const realSets: Readonly<Record<'penguins' | 'iris', RealEntry>> = {
  penguins: {
    label: { en: 'Penguins', zh: '企鹅' },
    help: {
      en: '333 penguins of the Palmer Archipelago. Bill, flipper and body mass tell three species apart.',
      zh: '帕尔默群岛的 333 只企鹅：由喙、鳍肢和体重区分三个物种。',
    },
    ...species,
    examples: measuredExamples.penguins,
    network: { layers: [2, 8, 3], ...classes },
    columns: [
      measured('Bill length', '喙长', 'mm', penguins.billLength),
      measured('Bill depth', '喙深', 'mm', penguins.billDepth),
      measured('Flipper length', '鳍肢长', 'mm', penguins.flipperLength),
      measured('Body mass', '体重', 'g', penguins.bodyMass, 1),
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
    ...species,
    examples: measuredExamples.iris,
    network: { layers: [4, 8, 3], ...classes },
    columns: [
      measured('Sepal length', '萼片长', 'cm', iris.sepalLength),
      measured('Sepal width', '萼片宽', 'cm', iris.sepalWidth),
      measured('Petal length', '花瓣长', 'cm', iris.petalLength),
      measured('Petal width', '花瓣宽', 'cm', iris.petalWidth),
    ],
    classNames: [
      { en: 'setosa', zh: '山鸢尾' },
      { en: 'versicolor', zh: '变色鸢尾' },
      { en: 'virginica', zh: '维吉尼亚鸢尾' },
    ],
    labels: digits(iris.species),
  },
}
