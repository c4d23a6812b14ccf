// What the arithmetic of a pass is asked for. Two kernels give the same bits: plainKernel.ts, the reference, and
// wasm/networkKernel.ts, vectors of two doubles or four floats.
//
// The order of summation, part of the definition: a batch's examples stand in ascending order of their numbers at
// positions p = 0, 1, …; blocks of 4,096 positions; within a block position p belongs to lane p mod 2 (float32: mod 4)
// and each lane adds its examples in ascending order; a block's sum is lane 0 + lane 1 (float32: (lane 0 + lane 2) +
// (lane 1 + lane 3)), and blocks are added in ascending order in double precision. Sums inside an example (over the
// neurons of a layer) go in ascending order, a neuron's from its bias on. In float32, so that B = 1 waits less: a neuron's
// products p₀ … p₇ join its sum by eights, as ((p₀ + p₄) + (p₂ + p₆)) + ((p₁ + p₅) + (p₃ + p₇)), then by four, then alone; and
// with one output what goes back through the layers is ∂z/∂a of it, which its error ∂L/∂z multiplies at last.

import type { Stride } from '../objective.ts'
import type { Architecture } from './architecture.ts'
import type { Precision } from './elementary.ts'

export type Reals = Float64Array | Float32Array

/** The examples of a block, after which lanes are added up. */
export const blockSize = 4096
/** The examples that stand side by side in staged data: feature k of example p is x[(⌊p/32⌋·n₀ + k)·32 + p mod 32]. */
export const tileWidth = 32

export interface Kernel {
  readonly precision: Precision
  /** How many examples can be staged at once, a multiple of the tile's width that divides the block. */
  readonly room: number
  /** Where the host stages examples, in tiles. Places of a last vector without an example must hold finite numbers. */
  readonly x: Reals
  readonly y: Reals
  /** L(ŷ, y) of the staged examples after `add`. */
  readonly losses: Reals
  /** ŷ of the staged examples, in tiles, after `add` with `outputs`. */
  readonly outputs: Reals
  /** Takes θ and clears all sums. */
  begin(w: Float64Array): void
  /** Adds `count` staged examples to the block; all calls of a block but its last bring a multiple of the tile's width. */
  add(count: number, gradient: boolean, outputs: boolean): void
  /** Ends a block. */
  fold(gradient: boolean): void
  /** J = (1/B) Σ L + λ/(2B) Σ W²; writes its gradient to dW when there is one. Biases are not penalized. */
  finish(examples: number, lambda: number, dW: Float64Array | undefined): number
  /** A shorter way for B = 1: the whole pass over the example whose features are x[0], x[1], … and targets y[0], y[1], … */
  single?(w: Float64Array, lambda: number, dW: Float64Array): number
  /**
   * Whole steps on staged batches, rule and rows included; undefined for a rule that the kernel has no form of.
   */
  descent?(stride: Stride, lambda: number): KernelDescent | undefined
}

export interface KernelDescent {
  /** How many steps can be done at once. */
  readonly most: number
  /**
   * Does `count` steps after `stride.step`, whose batches (the last one of `last` examples) are staged: each from a new
   * tile on, or for B = 1 as rows of features and of targets. Writes rows from number `row` on; returns how many.
   */
  advance(stride: Stride, count: number, last: number, rows: Float64Array, row: number): number
}

/** The room for staged examples: a block, or less where a block would take more than about a megabyte. */
export function roomFor(architecture: Architecture, examples: number): number {
  const numbers =
    architecture.sizes[0] + architecture.targets + architecture.sizes[architecture.sizes.length - 1]
  let room = blockSize
  while (room > tileWidth && (room * numbers > 131072 || room >= 2 * examples)) room /= 2
  return room
}
