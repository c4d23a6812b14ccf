// Copies examples from the training set into a kernel's tiles: feature k of the example at position p goes to
// (⌊p/32⌋·n₀ + k)·32 + p mod 32. Copies of the last example pad the last vector.

import type { Dataset } from '../../datasets/dataset.ts'
import { tileWidth, type Kernel } from './kernel.ts'

/**
 * Stages `count` examples at positions starting with `to`: entries `from`, `from` + 1, … of `order`, or of the set
 * itself without an order.
 */
export function stage(
  data: Dataset,
  kernel: Kernel,
  order: Uint32Array | undefined,
  from: number,
  count: number,
  to = 0,
): void {
  const { x, y, features, targets } = data
  const tx = kernel.x
  const ty = kernel.y
  const filled = (count + 3) & ~3
  if (features === 2 && targets === 1) {
    // Two features are by far the most common, so they get a shorter loop.
    for (let p = 0; p < filled; p++) {
      const place = from + (p < count ? p : count - 1)
      const i = order === undefined ? place : order[place]
      const at = 2 * (to + p) - (p & (tileWidth - 1))
      tx[at] = x[2 * i]
      tx[at + tileWidth] = x[2 * i + 1]
      ty[to + p] = y[i]
    }
    return
  }
  for (let p = 0; p < filled; p++) {
    const place = from + (p < count ? p : count - 1)
    const i = order === undefined ? place : order[place]
    const column = p & (tileWidth - 1)
    const tile = to + p - column
    let at = tile * features + column
    for (let k = i * features, end = k + features; k < end; k++, at += tileWidth) tx[at] = x[k]
    at = tile * targets + column
    for (let k = i * targets, end = k + targets; k < end; k++, at += tileWidth) ty[at] = y[k]
  }
}

/** Stages single examples as rows of features and of targets, for steps with B = 1. */
export function stageRows(
  data: Dataset,
  kernel: Kernel,
  order: Uint32Array,
  from: number,
  count: number,
): void {
  const { x, y, features, targets } = data
  const tx = kernel.x
  const ty = kernel.y
  if (features === 2 && targets === 1) {
    for (let p = 0; p < count; p++) {
      const i = order[from + p]
      tx[2 * p] = x[2 * i]
      tx[2 * p + 1] = x[2 * i + 1]
      ty[p] = y[i]
    }
    return
  }
  for (let p = 0, toX = 0, toY = 0; p < count; p++) {
    const i = order[from + p]
    for (let k = i * features, end = k + features; k < end; k++) tx[toX++] = x[k]
    for (let k = i * targets, end = k + targets; k < end; k++) ty[toY++] = y[k]
  }
}
