// The network's objective, J^{t} = (1/B) Σ L(ŷ, y) + λ/(2B) Σ_l ‖W^[l]‖² over the batch. B is that batch's own size, or
// m for J. Biases are not penalized. Forward and backward propagation run over all examples of a batch at once.

import type { NetworkSpec } from '../experiment.ts'
import { generate, type Dataset, type Ends, type Generation } from '../datasets/index.ts'
import { createNetworkKernel } from '../wasm/networkKernel.ts'
import { architectureOf, drawStart, type Architecture } from './network/architecture.ts'
import type { Kernel } from './network/kernel.ts'
import { Pass } from './network/pass.ts'
import { createPlainKernel } from './network/plainKernel.ts'
import { createDescent } from './network/strides.ts'
import { NetworkView } from './network/view.ts'
import type { Batch, Objective } from './objective.ts'

export interface NetworkOptions {
  /** A finished data set started by `prepare`. Without it the whole set is generated here. */
  readonly generation?: Generation
  /** 'plain' forces the TypeScript reference kernel. */
  readonly kernel?: 'plain'
}

export interface NetworkObjective extends Objective {
  readonly spec: NetworkSpec
  readonly architecture: Architecture
  readonly dataset: Dataset
  /** Whether WebAssembly computes it. The numbers are the same. */
  readonly fast: boolean
  /** ŷ on a grid, losses and accuracy, for pictures. */
  readonly view: NetworkView
  /** Computes J, and its gradient if dW is given, over a batch or over all examples, in pieces of any length. */
  pass(w: Float64Array, batch?: Batch, dW?: Float64Array): Pass
}

const endsOf = (spec: NetworkSpec): Ends => ({
  features: spec.layers[0],
  outputs: spec.layers[spec.layers.length - 1],
  classes: spec.loss === 'crossEntropy',
})

/** Starts generating the network's data in blocks. Pass the finished result to `createNetwork`. */
export function prepare(spec: NetworkSpec, seed: number): Generation {
  return generate(spec.dataset, seed, endsOf(spec))
}

function kernelFor(spec: NetworkSpec, architecture: Architecture, examples: number, plain: boolean): Kernel {
  const fast = plain ? undefined : createNetworkKernel(architecture, spec.precision, examples)
  return fast ?? createPlainKernel(architecture, spec.precision, examples)
}

/** Builds the objective of a valid network spec. The seed determines θ₀ and generated data. */
export function createNetwork(
  spec: NetworkSpec,
  seed: number,
  options: NetworkOptions = {},
): NetworkObjective {
  const architecture = architectureOf(spec)
  const generation = options.generation ?? prepare(spec, seed)
  generation.advance(generation.data.examples)
  const dataset = generation.data
  const fast =
    options.kernel === 'plain'
      ? undefined
      : createNetworkKernel(architecture, spec.precision, dataset.examples)
  const kernel = fast ?? createPlainKernel(architecture, spec.precision, dataset.examples)
  const own = new Pass(dataset, kernel, spec.lambda)
  return {
    spec,
    architecture,
    dataset,
    fast: fast !== undefined,
    dimension: architecture.parameters,
    examples: dataset.examples,
    start: drawStart(architecture, seed),
    view: new NetworkView(architecture, dataset, kernelFor(spec, architecture, dataset.examples, !fast)),
    cost(w) {
      return own.run(w, undefined, undefined)
    },
    batchCost(w, batch, dW) {
      return own.run(w, batch, dW)
    },
    descent: (stride) => createDescent(dataset, kernel, spec.lambda, stride),
    pass(w, batch, dW) {
      const pass = new Pass(dataset, kernelFor(spec, architecture, dataset.examples, !fast), spec.lambda)
      pass.begin(w, batch, dW)
      return pass
    },
  }
}
