// Sixty-four trajectories in lockstep, compiled from sweep.c: each lane with the bits of the engine's single run.
// Undefined where there is no WebAssembly, or none with vectors.

import { decoded } from './base64.ts'
import { sweep } from './sweepBytes.ts'

/** In the order of the first enum of sweep.c. */
export const field = {
  alpha: 0,
  rate: 1,
  beta: 2,
  beta2: 3,
  epsilon: 4,
  weightDecay: 5,
  fade: 6,
  /** Eight constants of the surface. */
  surface: 7,
  w0: 15,
  w1: 16,
  steps: 17,
  cost: 18,
  /** 1 while the run goes on, 0 once it diverged. */
  alive: 19,
} as const
export const fieldCount = 20
export const lanes = 64

export const rules = {
  gd: 0,
  momentum: 1,
  nesterov: 2,
  adagrad: 3,
  rmsprop: 4,
  adadelta: 5,
  adam: 6,
  adamw: 6,
  amsgrad: 7,
  adamax: 8,
  nadam: 9,
  lion: 10,
} as const

export const forms = { quadratic: 0, bowl: 1, rosenbrock: 2, himmelblau: 3, beale: 4, saddle: 5 } as const

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  readonly __heap_base: { readonly value: number }
  lanes(): number
  begin(
    rule: number,
    form: number,
    course: number,
    correcting: number,
    decaying: number,
    stepsPerEpoch: number,
    targeted: number,
    scale: number,
    target: number,
  ): number
  complete(count: number): void
  advanceTilted(count: number, tilts: number): number
  advanceExamples(count: number, counts: number, x0: number, x1: number, y: number): number
}
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

export interface SweepKernel {
  readonly begin: Exports['begin']
  /** All steps of the run, with the same gradient for every example. */
  readonly complete: Exports['complete']
  /** As many steps as `tilts` has pairs. */
  advanceTilted(tilts: Float64Array): number
  /** A step for each count of examples, which follow each other in the columns. */
  advanceExamples(counts: Int32Array, x0: Float64Array, x1: Float64Array, y: Float64Array): number
  /** Lane i of field k is number 64k + i. */
  fields(): Float64Array
}

const pageBytes = 65536
let known: SweepKernel | null | undefined

export function sweepKernel(): SweepKernel | undefined {
  known ??= create() ?? null
  return known ?? undefined
}

function create(): SweepKernel | undefined {
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly
  if (!api) return undefined
  let kernel: Exports
  try {
    kernel = new api.Instance(new api.Module(decoded(sweep)), {}).exports as Exports
  } catch {
    return undefined
  }
  const heap = Math.ceil(kernel.__heap_base.value / 64) * 64
  /** Room for so many bytes above the kernel's own. */
  const reserve = (bytes: number): ArrayBuffer => {
    const missing = heap + bytes - kernel.memory.buffer.byteLength
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / pageBytes))
    return kernel.memory.buffer
  }
  return {
    begin: kernel.begin,
    complete: kernel.complete,
    advanceTilted(tilts) {
      new Float64Array(reserve(tilts.byteLength), heap, tilts.length).set(tilts)
      return kernel.advanceTilted(tilts.length / 2, heap)
    },
    advanceExamples(counts, x0, x1, y) {
      const column = x0.length * 8
      const atCounts = heap + 3 * column
      const buffer = reserve(3 * column + counts.byteLength)
      ;[x0, x1, y].forEach((values, k) => new Float64Array(buffer, heap + k * column, x0.length).set(values))
      new Int32Array(buffer, atCounts, counts.length).set(counts)
      return kernel.advanceExamples(counts.length, atCounts, heap, heap + column, heap + 2 * column)
    },
    fields: () => new Float64Array(kernel.memory.buffer, kernel.lanes(), fieldCount * lanes),
  }
}
