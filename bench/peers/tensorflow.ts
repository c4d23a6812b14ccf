// Adam on one trajectory in TensorFlow.js on its WebAssembly backend, if `npm install --prefix bench` has fetched it:
// its own optimizer, its own gradient.

import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { rotation } from '../../src/engine/surfaces/rotation.ts'
import type { Valley } from '../engine/adamByHand.ts'

// The library has far too many types. Only this file uses it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Library = any

/** `advance` restarts, takes a number of steps and returns θ. Undefined if the library is not installed. */
export async function adamOnTensors(
  valley: Valley,
): Promise<{ advance(steps: number): ArrayLike<number> } | undefined> {
  const require = createRequire(resolve('bench/package.json'))
  let tf: Library
  try {
    tf = require('@tensorflow/tfjs')
    const wasm = require('@tensorflow/tfjs-backend-wasm') as Library
    wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`)
  } catch {
    return undefined
  }
  await tf.setBackend('wasm')
  await tf.ready()
  const [l1, l2] = valley.curvature
  const [c, s] = rotation(valley.angle)
  // J = ½ Σ aᵢ², a = R θ with rows √λ₁(c, s) and √λ₂(−s, c).
  const R = tf.tensor2d([
    [Math.sqrt(l1) * c, Math.sqrt(l1) * s],
    [-Math.sqrt(l2) * s, Math.sqrt(l2) * c],
  ])
  return {
    advance(steps) {
      const theta = tf.variable(tf.tensor2d([[valley.start[0]], [valley.start[1]]]))
      const adam = tf.train.adam(valley.alpha, 0.9, 0.999, 1e-8)
      for (let t = 0; t < steps; t++)
        adam.minimize(() => tf.matMul(R, theta).square().sum().mul(0.5), false, [theta])
      const values = theta.dataSync() as ArrayLike<number>
      adam.dispose()
      theta.dispose()
      return values
    },
  }
}
