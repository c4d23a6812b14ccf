// The shape of a network: n₀ inputs, hidden layers, n_L outputs. θ lists, layer by layer, W^[l] row by row (n_l rows of
// n_{l−1}), then b^[l]. The loss and n_L determine the output layer.

import type { NetworkSpec } from '../../experiment.ts'
import { stream } from '../../random.ts'

/** The output layer: linear, one sigmoid, or a softmax over n_L classes. */
export type Output = 'linear' | 'sigmoid' | 'softmax'

export interface Architecture {
  /** n₀ … n_L. */
  readonly sizes: readonly number[]
  readonly parameters: number
  readonly activation: NetworkSpec['activation']
  readonly output: Output
  /** Numbers in y per example: n_L for a linear output, else one label. */
  readonly targets: number
  /** Offset of W^[l] in θ, l from 1 (entry 0 is unused). */
  readonly weightsAt: readonly number[]
  /** Offset of b^[l] in θ. */
  readonly biasesAt: readonly number[]
}

function outputOf(loss: NetworkSpec['loss'], outputs: number): Output {
  if (loss === 'squared') return 'linear'
  return outputs === 1 ? 'sigmoid' : 'softmax'
}

/** Returns the number of parameters of layers n₀ … n_L. */
export function parameterCount(layers: readonly number[]): number {
  let count = 0
  for (let l = 1; l < layers.length; l++) count += layers[l] * (layers[l - 1] + 1)
  return count
}

export function architectureOf(spec: Pick<NetworkSpec, 'layers' | 'activation' | 'loss'>): Architecture {
  const sizes = spec.layers
  const output = outputOf(spec.loss, sizes[sizes.length - 1])
  const weightsAt = [0]
  const biasesAt = [0]
  let at = 0
  for (let l = 1; l < sizes.length; l++) {
    weightsAt.push(at)
    biasesAt.push(at + sizes[l] * sizes[l - 1])
    at += sizes[l] * (sizes[l - 1] + 1)
  }
  return {
    sizes,
    parameters: at,
    activation: spec.activation,
    output,
    targets: output === 'linear' ? sizes[sizes.length - 1] : 1,
    weightsAt,
    biasesAt,
  }
}

/**
 * Draws θ₀ from the seed: biases 0, weights normal with variance 2/n_{l−1} into relu layers (He et al., 2015) and
 * 1/n_{l−1} into all others (LeCun et al., 1998; the course's "Xavier" for tanh).
 */
export function drawStart(architecture: Architecture, seed: number): Float64Array {
  const { sizes, activation, weightsAt } = architecture
  const start = new Float64Array(architecture.parameters)
  const draws = stream(seed, 'start')
  for (let l = 1; l < sizes.length; l++) {
    const hidden = l < sizes.length - 1
    const deviation = Math.sqrt((hidden && activation === 'relu' ? 2 : 1) / sizes[l - 1])
    const count = sizes[l] * sizes[l - 1]
    for (let i = 0; i < count; i++) start[weightsAt[l] + i] = deviation * draws.normal()
  }
  return start
}
