// The network's arithmetic in WebAssembly vectors, compiled from network.c: the bits of plainKernel.ts, many times
// faster. Instantiated synchronously from bytes in a neighboring file, so page, worker, single file and command line
// need no fetch. Undefined without WebAssembly or its vectors.

import type { Architecture } from '../objectives/network/architecture.ts'
import type { Precision } from '../objectives/network/elementary.ts'
import { roomFor, tileWidth, type Kernel, type Reals } from '../objectives/network/kernel.ts'
import { descentOf, mostSlots } from './networkDescent.ts'
import { decoded } from './base64.ts'
import { network32, network64 } from './networkBytes.ts'

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  readonly __heap_base: { readonly value: number }
  network(): number
  begin(): void
  add(count: number, gradient: number, outputs: number): void
  fold(gradient: number): void
  finish(examples: number, lambda: number, gradient: number): number
  single(lambda: number): number
  descent(): number
  descend(): number
}
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

const pageBytes = 65536
/** Numbers of rows that the kernel writes before they are copied out: 128 kB. */
const rowsRoom = 16384
const compiled: Partial<Record<Precision, object | null>> = {}

/** Returns the compiled kernel, or null if this engine rejects it. */
function moduleOf(precision: Precision): object | null {
  let module = compiled[precision]
  if (module === undefined) {
    const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly
    try {
      module = api ? new api.Module(decoded(precision === 'float32' ? network32 : network64)) : null
    } catch {
      module = null
    }
    compiled[precision] = module
  }
  return module
}

const activations = { tanh: 0, relu: 1, sigmoid: 2 } as const
const outputKinds = { linear: 0, sigmoid: 1, softmax: 2 } as const

export function createNetworkKernel(
  architecture: Architecture,
  precision: Precision,
  examples: number,
): Kernel | undefined {
  const module = moduleOf(precision)
  if (module === null) return undefined
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly as WebAssemblyApi
  const kernel = new api.Instance(module, {}).exports as Exports
  const { sizes, parameters, targets } = architecture
  const depth = sizes.length - 1
  const room = roomFor(architecture, examples)
  const realBytes = precision === 'float32' ? 4 : 8
  const tileBytes = tileWidth * realBytes
  const widest = Math.max(...sizes.slice(1))
  const units = sizes.slice(1).reduce((sum, n) => sum + n, 0)

  let top = kernel.__heap_base.value
  const take = (bytes: number): number => {
    const at = Math.ceil(top / 64) * 64
    top = at + bytes
    return at
  }
  // θ, dW and the rule's slots in one piece, as in a run.
  const theta = take(parameters * 8 * (2 + mostSlots))
  const gradient = theta + parameters * 8
  const weights = precision === 'float32' ? take(parameters * realBytes) : theta
  const lanes = take(parameters * 16)
  const totals = take(parameters * 8)
  const x = take(room * sizes[0] * realBytes)
  const y = take(room * targets * realBytes)
  const losses = take(room * realBytes)
  const outputs = take(room * sizes[depth] * realBytes)
  const a = take(units * tileBytes)
  const deltas = take(3 * widest * tileBytes)
  const rows = take(rowsRoom * 8)
  const missing = top - kernel.memory.buffer.byteLength
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / pageBytes))

  const { buffer } = kernel.memory
  const layers = Array.from({ length: 9 }, (_, l) => sizes[l] ?? 0)
  // The order of struct Network in network.c. θ is aligned to 8 bytes, and pointers have 4.
  new Int32Array(buffer, kernel.network()).set([
    depth,
    activations[architecture.activation],
    outputKinds[architecture.output],
    targets,
    parameters,
    ...layers,
    theta,
    weights,
    lanes,
    totals,
    gradient,
    x,
    y,
    losses,
    outputs,
    a,
    deltas,
    widest,
  ])
  const reals = (at: number, count: number): Reals =>
    precision === 'float32' ? new Float32Array(buffer, at, count) : new Float64Array(buffer, at, count)
  const thetaView = new Float64Array(buffer, theta, parameters)
  const gradientView = new Float64Array(buffer, gradient, parameters)
  return {
    precision,
    room,
    x: reals(x, room * sizes[0]),
    y: reals(y, room * targets),
    losses: reals(losses, room),
    outputs: reals(outputs, room * sizes[depth]),
    begin(w) {
      thetaView.set(w)
      kernel.begin()
    },
    add(count, wantGradient, wantOutputs) {
      kernel.add(count, wantGradient ? 1 : 0, wantOutputs ? 1 : 0)
    },
    fold(wantGradient) {
      kernel.fold(wantGradient ? 1 : 0)
    },
    single(w, lambda, dW) {
      thetaView.set(w)
      const cost = kernel.single(lambda)
      dW.set(gradientView)
      return cost
    },
    descent: (stride, lambda) =>
      descentOf(kernel, { buffer, parameters, room, theta, rows, rowsRoom }, stride, lambda),
    finish(count, lambda, dW) {
      const cost = kernel.finish(count, lambda, dW ? 1 : 0)
      if (dW) dW.set(gradientView)
      return cost
    },
  }
}
