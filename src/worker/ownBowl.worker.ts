// Computes J on a plane through a network's weights, cell by cell, with progress: the network's own bowl.

import { createNetwork } from '../engine/objectives/network.ts'
import { placeIn, principalPlane, randomPlane, Slice } from '../engine/objectives/network/slice.ts'
import { answering } from './answering.ts'
import type { BowlReply, BowlRequest } from './ownBowl.ts'

/** The most examples over which J is evaluated. */
const mostExamples = 2048
const mostCells = 3300
const cellsAtOnce = 16
const quiet = 40

function picture({ id, spec, seed, path, plane: kind, aspect }: BowlRequest): void {
  const { dataset } = spec
  const own = 'm' in dataset ? { ...dataset, m: Math.min(dataset.m, mostExamples) } : dataset
  const network = createNetwork({ ...spec, dataset: own }, seed)
  const last = path[path.length - 1]
  const plane = kind === 'path' ? principalPlane(path) : randomPlane(network.architecture, last, seed)
  const points = kind === 'path' ? path.map((w) => placeIn(plane, w)) : [[0, 0] as [number, number]]
  const range: [number, number, number, number] = [-aspect, aspect, -1, 1]
  if (kind === 'path') {
    const wide = [0, 1].map((k) => {
      const low = Math.min(...points.map((point) => point[k]))
      const high = Math.max(...points.map((point) => point[k]))
      return [low, high] as const
    })
    // Both axes use the same unit, so the slice is not stretched.
    const half = 0.65 * Math.max((wide[0][1] - wide[0][0]) / aspect, wide[1][1] - wide[1][0], 0.25)
    wide.forEach(([low, high], k) => {
      const reach = k === 0 ? aspect * half : half
      range[2 * k] = (low + high) / 2 - reach
      range[2 * k + 1] = (low + high) / 2 + reach
    })
  }
  const rows = Math.round(Math.sqrt(mostCells / aspect))
  const columns = Math.round(rows * aspect)
  const slice = new Slice(network, plane, range, columns, rows)
  let told = performance.now()
  while (!slice.advance(cellsAtOnce)) {
    if (performance.now() - told < quiet) continue
    told = performance.now()
    postMessage({ id, progress: slice.done / slice.cells.length } satisfies BowlReply)
  }
  const { cells } = slice
  postMessage({
    id,
    progress: 1,
    bowl: { cells, columns, rows, range, points, explained: plane.explained, examples: network.examples },
  } satisfies BowlReply)
}

answering(picture)
