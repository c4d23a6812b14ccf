import { expect, it } from 'vitest'
import { networkEntry } from '../../engine/objectives/networkEntry.ts'
import { Batches } from '../../engine/batches.ts'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { createNetwork } from '../../engine/objectives/network.ts'
import { pieces } from '../lesson/markup.ts'
import { gradientLengths, loopLines } from './loop.ts'

const spec: NetworkSpec = {
  ...networkEntry.defaultSpec(),
  layers: [2, 3, 1],
  lambda: 0.5,
  dataset: { kind: 'circles', m: 32, noise: 0.1, mislabelled: 0 },
}

it('reads as in the notes', () => {
  expect(loopLines(spec, 8)).toEqual([
    { kind: 'head' },
    { kind: 'forward', text: '$Z^{[1]} = W^{[1]} X^{{t}} + b^{[1]}$', shape: '3 × 8' },
    { kind: 'forward', text: '$A^{[1]} = tanh(Z^{[1]})$', shape: '3 × 8' },
    { kind: 'forward', text: '$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}$', shape: '1 × 8' },
    { kind: 'forward', text: '$A^{[2]} = σ(Z^{[2]})$', shape: '1 × 8' },
    { kind: 'cost', text: '$J^{{t}} = 1/8 sum L + lambda/16 sum ‖W^{[l]}‖^2$' },
    { kind: 'backward' },
    { kind: 'update', text: '$W^{[l]} := W^{[l]} - alpha dW^{[l]}$, $b^{[l]} := b^{[l]} - alpha db^{[l]}$' },
  ])
  for (const { text = '$J$' } of loopLines(spec, 8)) expect(pieces(text)[0].kind).toBe('math')
  expect(loopLines({ ...spec, loss: 'squared' }, 8)[4].text).toBe('$A^{[2]} = Z^{[2]}$')
})

it('the lengths of dW are those of the step’s gradient', () => {
  const network = createNetwork(spec, 1)
  const dW = new Float64Array(network.dimension)
  const before = network.start.slice()
  network.batchCost(before, new Batches(1, 32, 8, true).batchOf(1), dW)
  const after = before.map((w, i) => w - 0.1 * dW[i])
  const [first, second] = gradientLengths(network.architecture, { before, after, alpha: 0.1 })
  expect(first).toBeCloseTo(Math.sqrt(dW.slice(0, 6).reduce((sum, g) => sum + g * g, 0)), 12)
  expect(second).toBeCloseTo(Math.sqrt(dW.slice(9, 12).reduce((sum, g) => sum + g * g, 0)), 12)
})
