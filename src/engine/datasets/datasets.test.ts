import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DatasetSpec, GeneratedDatasetKind } from '../experiment.ts'
import { Ranks } from './draw.ts'
import { datasets, generate, generatedSets, realSets, type Dataset, type Ends } from './index.ts'
import { measuredExamples } from '../objectives/examples.ts'

const kinds = Object.keys(generatedSets) as GeneratedDatasetKind[]
const endsOf = (kind: GeneratedDatasetKind, outputs = 1): Ends => ({
  features: generatedSets[kind].features,
  outputs,
  classes: generatedSets[kind].classes !== 0,
})
interface Wish {
  m?: number
  noise?: number
  mislabelled?: number
  seed?: number
  outputs?: number
}
function make(kind: GeneratedDatasetKind, wish: Wish = {}): Dataset {
  const { m = 400, noise = 0.1, mislabelled = 0, seed = 1, outputs = 1 } = wish
  const generation = generate({ kind, m, noise, mislabelled }, seed, endsOf(kind, outputs))
  expect(generation.advance(m)).toBe(1)
  return generation.data
}
const wrong = (data: Dataset): number[] =>
  Array.from({ length: data.examples }, (_, i) => i).filter((i) => data.mislabelled(i))

describe.each(kinds)('%s', (kind) => {
  it('is the same for the same seed, another for another', () => {
    expect(make(kind)).toMatchObject({ x: make(kind).x, y: make(kind).y })
    expect(make(kind, { seed: 2 }).x).not.toEqual(make(kind).x)
  })

  it('is the same in any chunks', () => {
    const whole = make(kind, { m: 1000, mislabelled: 0.2 })
    const spec: DatasetSpec = { kind, m: 1000, noise: 0.1, mislabelled: 0.2 }
    const pieces = generate(spec, 1, endsOf(kind))
    const shares = [7, 1, 500, 10000].map((count) => pieces.advance(count))
    expect(shares).toEqual([0.007, 0.008, 0.508, 1])
    expect(pieces.data.x).toEqual(whole.x)
    expect(pieces.data.y).toEqual(whole.y)
  })

  it('is the start of a larger set', () => {
    const { features } = generatedSets[kind]
    expect(make(kind, { m: 1000 }).x.slice(0, 400 * features)).toEqual(make(kind, { m: 400 }).x)
  })

  it('has round(m·share) wrong labels, and a larger share only adds', () => {
    const right = make(kind)
    let before: number[] = []
    for (const share of [0, 0.01, 0.05, 0.333, 1]) {
      const data = make(kind, { mislabelled: share })
      const here = wrong(data)
      expect(here).toHaveLength(Math.round(400 * share))
      expect(here).toEqual(expect.arrayContaining(before))
      expect(data.x).toEqual(right.x)
      const changed = Array.from(right.y.keys()).filter((i) => data.y[i] !== right.y[i])
      expect(changed).toEqual(here)
      before = here
    }
  })

  it('has finite coordinates of about 1, every class, and float32 columns of the same draws when large', () => {
    const data = make(kind)
    for (const value of data.x) expect(Math.abs(value)).toBeLessThan(1.7)
    const { classes } = generatedSets[kind]
    expect(data.classes).toBe(classes === 'any' ? 2 : classes)
    const labels = new Set(data.y)
    expect(classes === 0 || [...labels].toSorted((a, b) => a - b).join() === '0,1').toBe(true)
    const large = generate({ kind, m: 100_001, noise: 0.1, mislabelled: 0 }, 1, endsOf(kind))
    large.advance(400)
    expect(large.data.x).toBeInstanceOf(Float32Array)
    expect(large.data.x.subarray(0, data.x.length)).toEqual(Float32Array.from(data.x))
  })
})

it('blobs and spirals have as many classes as the network tells apart', () => {
  for (const kind of ['blobs', 'spiral'] as const) {
    const data = make(kind, { outputs: 5 })
    expect(data.classes).toBe(5)
    expect([...new Set(data.y)].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
  }
})

it('noise has its declared deviation', () => {
  const m = 20000
  const quiet = make('circles', { m, noise: 0 })
  const loud = make('circles', { m, noise: 0.25 })
  let squares = 0
  for (let k = 0; k < 2 * m; k++) squares += (loud.x[k] - quiet.x[k]) ** 2
  expect(Math.sqrt(squares / (2 * m))).toBeCloseTo(0.25, 2)
})

it.each([1, 2, 3, 10, 255, 256, 257, 5000])('ranks of %i examples are a permutation', (m) => {
  const ranks = new Ranks(9, m)
  const seen = new Set(Array.from({ length: m }, (_, i) => ranks.of(i)))
  expect(seen.size).toBe(m)
  expect(Math.max(...seen)).toBe(m - 1)
})

describe.each(['penguins', 'iris'] as const)('%s', (kind) => {
  const rows = readFileSync(`public/data/${kind}.csv`, 'utf8').trimEnd().split('\n').slice(1)
  it('contains the numbers of its file', () => {
    const { columns, classNames, labels } = realSets[kind]
    const values = columns.map((column) => column.values())
    const label = labels()
    const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')
    const ours = Array.from({ length: measuredExamples[kind] }, (_, i) =>
      [...values.map((column) => String(column[i])), plain(classNames[label[i]].en)].join(','),
    )
    expect(ours).toEqual(rows)
  })

  it('is standardized, and gives its first columns', () => {
    const { data } = generate({ kind }, 1, { features: 3, outputs: 3, classes: true })
    expect([data.examples, data.features, data.classes]).toEqual([rows.length, 3, 3])
    for (let k = 0; k < 3; k++) {
      const column = Array.from({ length: data.examples }, (_, i) => data.x[i * 3 + k])
      const mean = column.reduce((a, b) => a + b, 0) / rows.length
      expect(mean).toBeCloseTo(0, 12)
      expect(column.reduce((a, b) => a + (b - mean) ** 2, 0) / rows.length).toBeCloseTo(1, 12)
    }
  })
})

it('every entry has words in both languages and a network that fits it', () => {
  for (const entry of Object.values(datasets)) {
    for (const words of [entry.label, entry.help]) expect(words.en && words.zh).toBeTruthy()
    const { layers, loss } = entry.network
    expect(layers[0]).toBeLessThanOrEqual(entry.features)
    expect(layers[0]).toBeGreaterThanOrEqual(entry.fewestFeatures)
    expect(loss).toBe(entry.classes === 0 ? 'squared' : 'crossEntropy')
  }
})

describe('labels flipped by hand', () => {
  const moons = (flipped: number[], mislabelled: number): Dataset => {
    const generation = generate({ kind: 'moons', m: 50, noise: 0, mislabelled, flipped }, 1, endsOf('moons'))
    generation.advance(50)
    return generation.data
  }
  it('are wrong, and known to be; flipped twice they are right again', () => {
    expect(wrong(moons([3, 40, 50], 0))).toEqual([3, 40])
    expect(moons([3], 0).y[3]).toBe(1 - moons([], 0).y[3])
    expect(wrong(moons([3], 1))).not.toContain(3)
    expect(moons([3], 1).y[3]).toBe(moons([], 0).y[3])
  })
  it('exist on measured sets', () => {
    const { data } = generate({ kind: 'iris', flipped: [0, 149, 150] }, 1, {
      features: 2,
      outputs: 3,
      classes: true,
    })
    expect([data.y[0], data.y[149]]).toEqual([1, 0])
    expect(wrong(data)).toEqual([0, 149])
  })
})
