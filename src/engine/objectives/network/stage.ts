// Brings examples from the training set into a kernel's tiles: feature k of the example at place p stands at
// (⌊p/32⌋·n₀ + k)·32 + p mod 32. A last vector is filled up with copies of the last example.

import type { Dataset } from '../../datasets/dataset.ts'
import { tileWidth, type Kernel } from './kernel.ts'

/** Stages `count` examples: numbers `from`, `from` + 1, … of `order`, or of the set itself without one. */
export function stage(
  data: Dataset,
  kernel: Kernel,
  order: Uint32Array | undefined,
  from: number,
  count: number,
): void {
  const { x, y, features, targets } = data
  const tx = kernel.x
  const ty = kernel.y
  const filled = (count + 3) & ~3
  if (features === 2 && targets === 1) {
    // Points of the plane, by far the most frequent, in a shorter loop.
    for (let p = 0; p < filled; p++) {
      const place = from + (p < count ? p : count - 1)
      const i = order === undefined ? place : order[place]
      const to = 2 * p - (p & (tileWidth - 1))
      tx[to] = x[2 * i]
      tx[to + tileWidth] = x[2 * i + 1]
      ty[p] = y[i]
    }
    return
  }
  for (let p = 0; p < filled; p++) {
    const place = from + (p < count ? p : count - 1)
    const i = order === undefined ? place : order[place]
    const column = p & (tileWidth - 1)
    const tile = p - column
    let to = tile * features + column
    for (let k = i * features, end = k + features; k < end; k++, to += tileWidth) tx[to] = x[k]
    to = tile * targets + column
    for (let k = i * targets, end = k + targets; k < end; k++, to += tileWidth) ty[to] = y[k]
  }
}
