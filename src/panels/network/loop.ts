// The notes' loop for a network, line by line in their letters: forward through the layers, J^{t}, backward, update.
// And the values of a gradient descent step at each line.

import type { NetworkSpec } from '../../engine/experiment.ts'
import { architectureOf, type Architecture } from '../../engine/objectives/network/architecture.ts'
import { formatNumber } from '../../ui/number.ts'

export interface LoopLine {
  readonly kind: 'head' | 'forward' | 'cost' | 'backward' | 'update'
  /** Lesson markup. The backward line and the head are words, not letters. */
  readonly text?: string
  /** Rows and columns of the line's result, if it is a matrix. */
  readonly shape?: string
}

export interface LoopNumbers {
  readonly t: number
  /** The number k of the mini-batch in its epoch, from 1. */
  readonly k: number
  readonly cost: number
  readonly alpha: number
  readonly before: Float64Array
  readonly after: Float64Array
}

const signs = { tanh: 'tanh', relu: 'relu', sigmoid: 'σ' } as const
const ends = { linear: '', sigmoid: 'σ', softmax: 'softmax' } as const

/** Returns the lines inside the loop for batches of B. */
export function loopLines(spec: NetworkSpec, batch: number): readonly LoopLine[] {
  const { sizes, output } = architectureOf(spec)
  const last = sizes.length - 1
  const forward = sizes.slice(1).flatMap((n, index): LoopLine[] => {
    const l = index + 1
    const below = l === 1 ? 'X^{{t}}' : `A^{[${l - 1}]}`
    const shape = `${n} × ${batch}`
    const g = l === last ? ends[output] : signs[spec.activation]
    return [
      { kind: 'forward', text: `$Z^{[${l}]} = W^{[${l}]} ${below} + b^{[${l}]}$`, shape },
      { kind: 'forward', text: `$A^{[${l}]} = ${g && `${g}(`}Z^{[${l}]}${g && ')'}$`, shape },
    ]
  })
  return [
    { kind: 'head' },
    ...forward,
    {
      kind: 'cost',
      text:
        spec.lambda > 0
          ? `$J^{{t}} = 1/${batch} sum L + lambda/${2 * batch} sum ‖W^{[l]}‖^2$`
          : `$J^{{t}} = 1/${batch} sum L$`,
    },
    { kind: 'backward' },
    { kind: 'update', text: '$W^{[l]} := W^{[l]} - alpha dW^{[l]}$, $b^{[l]} := b^{[l]} - alpha db^{[l]}$' },
  ]
}

/** Returns ‖dW^{[l]}‖ of each layer, derived from a gradient descent step: dW = (W before − W after)/α. */
export function gradientLengths(
  { sizes, weightsAt }: Pick<Architecture, 'sizes' | 'weightsAt'>,
  { before, after, alpha }: Pick<LoopNumbers, 'before' | 'after' | 'alpha'>,
): readonly number[] {
  return sizes.slice(1).map((n, index) => {
    const from = weightsAt[index + 1]
    let squares = 0
    for (let i = from; i < from + n * sizes[index]; i++) squares += ((before[i] - after[i]) / alpha) ** 2
    return Math.sqrt(squares)
  })
}

export const lengthsText = (lengths: readonly number[]): string =>
  lengths.map((length) => formatNumber(length, 3)).join(', ')
