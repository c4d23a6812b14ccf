// The registry of objectives: what menus, sliders and help show for each kind. create.ts builds them. Keys are ids in
// shared links, so never rename one. A new surface is one file in surfaces/ and one line there.

import type { ObjectiveKind } from '../experiment.ts'
import { fraction, s, type Formula } from '../formula.ts'
import { defaultSource, expressionWords } from '../surfaces/expression.ts'
import { surfaces, type PlainSurfaceKind } from '../surfaces/index.ts'
import { quadraticWords } from '../surfaces/quadratic.ts'
import type { ObjectiveEntry } from './entry.ts'
import { exampleLine } from './exampleLine.ts'
import { objectiveFields, tiltedFields, twoExamples } from './fields.ts'
import { networkEntry } from './networkEntry.ts'

export { parseSurface } from '../language/parse.ts'

export type ObjectiveRegistry = { readonly [K in ObjectiveKind]: ObjectiveEntry<K> }

const { curvature, angle, labelNoise, mislabelled, scale } = objectiveFields
const tilts = { m: 512, noise: 0, scale: 1 } as const
const squares: Formula = [
  'J =',
  fraction(['1'], ['2', s('m')]),
  'Σ',
  { group: [s('theta'), '·', s('x', '(i)'), '−', s('y', '(i)')], power: '2' },
]

type PlainRegistry = { readonly [K in PlainSurfaceKind]: ObjectiveEntry<K> }

const plain = Object.fromEntries(
  Object.entries(surfaces).map(([kind, surface]) => {
    const { label, help, featured } = surface
    const entry = {
      label,
      help,
      featured,
      group: 'surface',
      fields: tiltedFields,
      // Typeset on first use.
      get formula() {
        return surface.formula
      },
      defaultSpec: () => ({ kind, ...tilts }),
    }
    return [kind, entry]
  }),
) as unknown as PlainRegistry

export const objectives: ObjectiveRegistry = {
  bowl: {
    label: { en: 'Bowl of examples', zh: '样本构成的碗' },
    help: {
      en: 'Least squares on generated examples: you choose the shape of the bowl, and the mini-batch gradients come from actual batches.',
      zh: '在生成的样本上做最小二乘：碗的形状由你选择，小批量梯度来自真实的小批量。',
    },
    formula: [squares],
    group: 'data',
    featured: true,
    fields: { curvature, angle, m: twoExamples, labelNoise, mislabelled, scale },
    defaultSpec: () => ({
      kind: 'bowl',
      m: 512,
      curvature: [1, 20],
      angle: 0,
      labelNoise: 0.5,
      mislabelled: 0,
      scale: 1,
    }),
  },
  quadratic: {
    ...quadraticWords,
    group: 'surface',
    fields: { curvature, angle, ...tiltedFields },
    defaultSpec: () => ({ kind: 'quadratic', curvature: [1, 20], angle: 0, ...tilts }),
  },
  leastSquares: {
    label: { en: 'Line through points', zh: '过点的直线' },
    help: {
      en: 'Least squares on your own data; with rows [x, 1] every point of the map is a line y = wx + b.',
      zh: '在你自己的数据上做最小二乘；每行取 [x, 1] 时，图上每一点就是一条直线 y = wx + b。',
    },
    formula: [squares],
    group: 'data',
    featured: true,
    fields: {},
    defaultSpec: exampleLine,
  },
  ...plain,
  network: networkEntry,
  expression: {
    ...expressionWords,
    group: 'surface',
    fields: tiltedFields,
    defaultSpec: () => ({ kind: 'expression', source: defaultSource, ...tilts }),
  },
}
