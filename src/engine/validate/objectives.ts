// The fields of the objectives, one table per kind. A surface added to the registry is valid at once.

import type { NetworkSpec, ObjectiveSpec } from '../experiment.ts'
import { limits, parseSurface } from '../language/parse.ts'
import { mostExamples } from '../objectives/fields.ts'
import { parameterCount } from '../objectives/network/architecture.ts'
import { surfaces } from '../surfaces/index.ts'
import type { Faults, Keys } from './faults.ts'
import {
  byKind,
  type Check,
  type Fields,
  list,
  nonNegative,
  number,
  numberList,
  positive,
  required,
} from './fields.ts'
import { isObject, share, text, whole, withDefault } from './fields.ts'
import { checkNetwork, mostRows, networkFields, rows } from './network.ts'

const two = { en: 'numbers, λ₁ and λ₂', zh: '数（λ₁ 与 λ₂）' }
const longestSource = limits.surfaceCharacters

const source: Check = (value, keys, faults) => {
  if (text(value, keys, faults) === undefined) return undefined
  const formula = value as string
  if (formula.length > longestSource) {
    const what = {
      en: `expected a formula of at most ${longestSource} characters`,
      zh: `公式至多 ${longestSource} 个字符`,
    }
    faults.addGot(keys, what, formula.length)
    return undefined
  }
  const parsed = parseSurface(formula)
  if (parsed.ok) return formula
  faults.add(keys, parsed.fault.located)
  return undefined
}

const scale = withDefault(number, 1)
const angle = withDefault(number, 0)
const tilted: Fields = {
  m: withDefault(whole(1, mostExamples), 512),
  noise: withDefault(nonNegative, 0),
  scale,
}

export const objectiveFields: Readonly<Record<string, Fields>> = {
  bowl: {
    m: withDefault(whole(2, mostExamples), 512),
    curvature: withDefault(list(positive, 2, 2, two), [1, 20]),
    angle,
    labelNoise: withDefault(nonNegative, 0.5),
    mislabelled: withDefault(share, 0),
    scale,
  },
  leastSquares: { x: required(rows), y: required(numberList(1, mostRows)) },
  quadratic: { curvature: required(list(nonNegative, 2, 2, two)), angle, ...tilted },
  ...Object.fromEntries(Object.keys(surfaces).map((kind) => [kind, tilted])),
  expression: { source: required(source), ...tilted },
  network: networkFields,
}

const anyObjective = byKind(objectiveFields)

export const objective: Check = (value, keys, faults) => {
  const before = faults.list.length
  const read = anyObjective(value, keys, faults)
  if (!isObject(read)) return undefined
  if (read.kind === 'leastSquares') checkLeastSquares(read, keys, faults)
  if (read.kind === 'network') checkNetwork(read as Partial<NetworkSpec>, keys, faults)
  return faults.list.length > before ? undefined : read
}

function checkLeastSquares({ x, y }: Readonly<Record<string, unknown>>, keys: Keys, faults: Faults): void {
  if (!Array.isArray(x)) return
  const columns = x[0].length
  x.forEach((row, i) => {
    if (row.length !== columns) {
      const what = {
        en: `a row of ${columns} numbers, like the first`,
        zh: `与首行一样 ${columns} 个数的一行`,
      }
      faults.expected([...keys, 'x', i], what, row)
    }
  })
  if (Array.isArray(y) && y.length !== x.length) {
    const what = {
      en: `a list of ${x.length} numbers, one a row of x`,
      zh: `${x.length} 个数的列表，x 每行一个`,
    }
    faults.expected([...keys, 'y'], what, y)
  }
}

/** Returns the number of parameters θ. */
export function dimensionOf(objective: ObjectiveSpec): number {
  if (objective.kind === 'leastSquares') return objective.x[0].length
  return objective.kind === 'network' ? parameterCount(objective.layers) : 2
}
