// Computes what the pictures of a network show at given weights: ŷ on a grid, examples with their losses, the score.
// Each takes little time, because only the beginning of a large set is used.

import { Batches } from '../engine/batches.ts'
import type { NetworkObjective } from '../engine/objectives/network.ts'
import type { Batch } from '../engine/objectives/objective.ts'
import type { NetworkQuery, QueryResult, QueriedExamples } from './protocol.ts'

/** The most examples of one batch to show. */
const mostShown = 2000

/** Caches the orders of one run: those of m = 5,000,000 take 40 MB. */
let known: { readonly key: string; readonly batches: Batches } | undefined

function batchesOf(m: number, { seed, batchSize, reshuffle }: NonNullable<NetworkQuery['batch']>): Batches {
  const key = [m, seed, batchSize, reshuffle].join()
  if (known?.key !== key) known = { key, batches: new Batches(seed, m, batchSize, reshuffle) }
  return known.batches
}

function examplesOf({ view, dataset }: NetworkObjective, w: Float64Array, batch: Batch): QueriedExamples {
  const count = Math.min(batch.count, mostShown)
  const { features, targets } = dataset
  const losses = new Float64Array(count)
  view.losses(w, { ...batch, count }, losses)
  const numbers = batch.whole
    ? Uint32Array.from({ length: count }, (_, i) => i)
    : batch.examples.slice(batch.from, batch.from + count)
  const x = new Float64Array(count * features)
  const y = new Float64Array(count * targets)
  const wrong = new Uint8Array(count)
  numbers.forEach((i, at) => {
    for (let k = 0; k < features; k++) x[at * features + k] = dataset.x[i * features + k]
    for (let k = 0; k < targets; k++) y[at * targets + k] = dataset.y[i * targets + k]
    if (dataset.mislabelled(i)) wrong[at] = 1
  })
  return { numbers, x, y, losses, wrong }
}

function rangesOf({ dataset }: NetworkObjective): [number, number][] {
  const { features, x } = dataset
  const count = Math.min(dataset.examples, mostShown)
  return Array.from({ length: features }, (_, k) => {
    const range: [number, number] = [Infinity, -Infinity]
    for (let i = 0; i < count; i++) {
      range[0] = Math.min(range[0], x[i * features + k])
      range[1] = Math.max(range[1], x[i * features + k])
    }
    return range
  })
}

export function queryNetwork(query: number, network: NetworkObjective, request: NetworkQuery): QueryResult {
  const { view, dataset, architecture } = network
  const { w, grid, sample, batch, score } = request
  const outputs = architecture.sizes[architecture.sizes.length - 1]
  const cells = grid && new Float64Array(grid.columns * grid.rows * outputs)
  if (grid && cells) view.grid(w, grid, cells)
  const first = Math.min(sample ?? 0, dataset.examples)
  const all = { examples: new Uint32Array(0), from: 0, count: first, whole: true }
  const scored = Math.min(score ?? 0, dataset.examples)
  return {
    type: 'queryResult',
    query,
    there: true,
    grid: cells,
    sample: first > 0 ? examplesOf(network, w, all) : undefined,
    batch: batch && examplesOf(network, w, batchesOf(dataset.examples, batch).batchOf(batch.step)),
    score: scored > 0 ? { ...view.score(w, 0, scored), of: scored } : undefined,
    ranges: grid || sample ? rangesOf(network) : undefined,
  }
}
