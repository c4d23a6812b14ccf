// Measures how many examples per second a batch size processes on this machine: steps of plain gradient descent
// (forward, backward and update) in rounds, alongside the streaming worker, on its own data.

import { Batches } from '../engine/batches.ts'
import { createNetwork, type NetworkObjective } from '../engine/objectives/network.ts'
import { answering } from './answering.ts'
import type { MeasureReply, MeasureRequest } from './networkMeasure.ts'

/** Milliseconds per round, and the number of rounds in a median. */
const roundTime = 40
const alpha = 1e-4
/** Examples in the measurement's data: the largest batch, but at least this many. */
const fewest = 16_384

let current = 0

/** Returns examples per second over one round of at least one whole step. */
function round(network: NetworkObjective, batches: Batches, w: Float64Array, dW: Float64Array): number {
  let examples = 0
  let step = 0
  const start = performance.now()
  let spent = 0
  do {
    // Read the clock once per several short steps.
    for (let i = 0; i < 16; i++) {
      const batch = batches.batchOf((step++ % batches.stepsPerEpoch) + 1)
      network.batchCost(w, batch, dW)
      for (let k = 0; k < w.length; k++) w[k] -= alpha * dW[k]
      examples += batch.count
      if (batch.count > 256) break
    }
    spent = performance.now() - start
  } while (spent < roundTime)
  return (1000 * examples) / spent
}

async function measure({ id, spec, seed, sizes, rounds }: MeasureRequest): Promise<void> {
  current = id
  const { dataset } = spec
  const largest = Math.max(...sizes)
  const own = 'm' in dataset ? { ...dataset, m: Math.max(largest, Math.min(dataset.m, fewest)) } : dataset
  const network = createNetwork({ ...spec, dataset: own }, seed)
  const m = network.examples
  const dW = new Float64Array(network.dimension)
  const all = sizes.map((size) => ({ batches: new Batches(seed, m, Math.min(size, m), true) }))
  for (const { batches } of all) round(network, batches, network.start.slice(), dW)
  for (let turn = 0; turn < rounds; turn++)
    for (let i = 0; i < sizes.length; i++) {
      const rate = round(network, all[i].batches, network.start.slice(), dW)
      postMessage({ id, turn, size: sizes[i], rate } satisfies MeasureReply)
      // A newer request or a cancellation may have arrived.
      await new Promise((resolve) => setTimeout(resolve))
      if (current !== id) return
    }
}

answering(measure)
