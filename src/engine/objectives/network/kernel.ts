// The interface of a pass's arithmetic. Two kernels give the same bits: plainKernel.ts, the reference, and
// wasm/networkKernel.ts, with vectors of two doubles or four floats.
//
// The order of summation is part of the definition. A batch's examples take positions p = 0, 1, … in ascending order
// of their indices. Blocks have 4,096 positions. Within a block, position p belongs to lane p mod 2 (float32: mod 4),
// and each lane adds its examples in ascending order. A block's sum is lane 0 + lane 1 (float32: (lane 0 + lane 2) +
// (lane 1 + lane 3)). Blocks are added in ascending order in double precision. Sums within an example (over the
// neurons of a layer) ascend, and a neuron's sum starts with its bias. Float32 shortens the dependency chain for B =
// 1: a neuron's products p₀ … p₇ are added eight at a time, as ((p₀ + p₄) + (p₂ + p₆)) + ((p₁ + p₅) + (p₃ + p₇)),
// then four at a time, then singly. With one output, backpropagation carries ∂z/∂a of that output, and its error
// ∂L/∂z multiplies last.

import type { Stride } from '../objective.ts'
import type { Architecture } from './architecture.ts'
import type { Precision } from './elementary.ts'

export type Reals = Float64Array | Float32Array

/** Examples per block. Lanes are added up after each block. */
export const blockSize = 4096
/** Width of a tile of staged examples: feature k of example p is x[(⌊p/32⌋·n₀ + k)·32 + p mod 32]. */
export const tileWidth = 32

export interface Kernel {
  readonly precision: Precision
  /** How many examples can be staged at once: a multiple of the tile width that divides the block size. */
  readonly room: number
  /** Where the host stages examples, in tiles. Unused positions of the last vector must hold finite numbers. */
  readonly x: Reals
  readonly y: Reals
  /** L(ŷ, y) of the staged examples after `add`. */
  readonly losses: Reals
  /** ŷ of the staged examples, in tiles, after `add` with `outputs`. */
  readonly outputs: Reals
  /** Sets θ and clears all sums. */
  begin(w: Float64Array): void
  /**
   * Adds `count` staged examples to the block. Every call of a block except the last must add a multiple of the tile
   * width.
   */
  add(count: number, gradient: boolean, outputs: boolean): void
  /** Ends a block. */
  fold(gradient: boolean): void
  /** Returns J = (1/B) Σ L + λ/(2B) Σ W², and writes its gradient to dW if given. Biases are not penalized. */
  finish(examples: number, lambda: number, dW: Float64Array | undefined): number
  /** A shortcut for B = 1: the whole pass over one example with features x[0], x[1], … and targets y[0], y[1], … */
  single?(w: Float64Array, lambda: number, dW: Float64Array): number
  /**
   * Runs whole steps on staged batches, including the rule and the rows. Returns undefined if the kernel does not
   * implement the rule.
   */
  descent?(stride: Stride, lambda: number): KernelDescent | undefined
}

export interface KernelDescent {
  /** The most steps per call. */
  readonly most: number
  /**
   * Runs `count` steps after `stride.step`. Their batches (the last with `last` examples) must be staged, each starting
   * at a new tile, or for B = 1 as rows of features and of targets. Writes rows starting at index `row` and returns how
   * many.
   */
  advance(stride: Stride, count: number, last: number, rows: Float64Array, row: number): number
}

/** Returns the room for staged examples: a block, or fewer if a block would take more than about a megabyte. */
export function roomFor(architecture: Architecture, examples: number): number {
  const numbers =
    architecture.sizes[0] + architecture.targets + architecture.sizes[architecture.sizes.length - 1]
  let room = blockSize
  while (room > tileWidth && (room * numbers > 131072 || room >= 2 * examples)) room /= 2
  return room
}
