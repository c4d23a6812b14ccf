// The same small network in libraries from npm, if `npm install --prefix bench` has fetched them. Each trains by plain
// gradient descent over consecutive batches of B and returns the parameters (or the cost).

import { createRequire } from 'node:module'
import { resolve } from 'node:path'

export interface Task {
  readonly sizes: readonly number[]
  readonly theta: Float64Array
  /** Rows of two features. */
  readonly inputs: number[][]
  readonly labels: number[]
  readonly alpha: number
}
/** Trains on `count` examples in batches of B, then returns θ. */
export type Trainer = (count: number, batchSize: number) => number[]

const require = createRequire(resolve('bench/package.json'))
// The libraries have no types or far too many. Only this file uses them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Library = any

function library(name: string): Library {
  try {
    return require(name)
  } catch {
    return undefined
  }
}

/** Splits θ into layers [W rows, b]. */
function layersOf(task: Task): { W: number[][]; b: number[] }[] {
  let at = 0
  return task.sizes.slice(1).map((n, l) => {
    const columns = task.sizes[l]
    const W = Array.from({ length: n }, (_, j) => [
      ...task.theta.subarray(at + j * columns, at + (j + 1) * columns),
    ])
    const b = [...task.theta.subarray(at + n * columns, at + n * columns + n)]
    at += n * (columns + 1)
    return { W, b }
  })
}

/** A softmax over two outputs: `task.sizes` ends in 2. */
export function convnetjs(task: Task): ((batchSize: number) => Trainer) | undefined {
  const lib = library('convnetjs')
  if (!lib) return undefined
  return (batchSize) => {
    const net = new lib.Net()
    net.makeLayers([
      { type: 'input', out_sx: 1, out_sy: 1, out_depth: task.sizes[0] },
      ...task.sizes.slice(1, -1).map((n) => ({ type: 'fc', num_neurons: n, activation: 'tanh' })),
      { type: 'softmax', num_classes: 2 },
    ])
    const full = net.layers.filter((layer: Library) => layer.layer_type === 'fc')
    layersOf(task).forEach(({ W, b }, l) => {
      W.forEach((row, j) => row.forEach((w, k) => (full[l].filters[j].w[k] = w)))
      b.forEach((value, j) => (full[l].biases.w[j] = value))
    })
    const trainer = new lib.Trainer(net, {
      method: 'sgd',
      learning_rate: task.alpha,
      momentum: 0,
      l2_decay: 0,
      batch_size: batchSize,
    })
    const volumes = task.inputs.map((row) => new lib.Vol(row))
    let i = 0
    return (count) => {
      for (let k = 0; k < count; k++, i = (i + 1) % volumes.length) trainer.train(volumes[i], task.labels[i])
      return full.flatMap((layer: Library) => [
        ...layer.filters.flatMap((filter: Library) => [...filter.w]),
        ...layer.biases.w,
      ])
    }
  }
}

/** One example at a time. It updates the last layer before propagating the error back, so its numbers differ. */
export function synaptic(task: Task): Trainer | undefined {
  const lib = library('synaptic')
  if (!lib) return undefined
  const net = new lib.Architect.Perceptron(...task.sizes)
  for (const layer of net.layers.hidden) layer.set({ squash: lib.Neuron.squash.TANH })
  let i = 0
  return (count) => {
    let loss = 0
    for (let k = 0; k < count; k++, i = (i + 1) % task.inputs.length) {
      const guess = net.activate(task.inputs[i])[0]
      loss -= Math.log(task.labels[i] === 1 ? guess : 1 - guess)
      net.propagate(task.alpha, [task.labels[i]])
    }
    return [loss / count]
  }
}

/** TensorFlow.js on its WebAssembly backend, float32. */
export async function tensorflow(task: Task): Promise<Trainer | undefined> {
  const tf = library('@tensorflow/tfjs')
  if (!tf || !library('@tensorflow/tfjs-backend-wasm')) return undefined
  if (!(await tf.setBackend('wasm'))) return undefined
  const variables: Library[] = layersOf(task).flatMap(({ W, b }) => [
    tf.variable(tf.transpose(tf.tensor2d(W))),
    tf.variable(tf.tensor1d(b)),
  ])
  const x = tf.tensor2d(task.inputs)
  const y = tf.tensor2d(task.labels.map((label) => [label]))
  const optimizer = tf.train.sgd(task.alpha)
  let at = 0
  return (count, batchSize) => {
    for (let k = 0; k < count; k += batchSize, at = (at + batchSize) % task.labels.length) {
      const from = at
      tf.tidy(() => {
        optimizer.minimize(() => {
          let a = tf.slice2d(x, [from, 0], [batchSize, task.sizes[0]])
          for (let l = 0; l < variables.length; l += 2) {
            a = tf.add(tf.matMul(a, variables[l]), variables[l + 1])
            if (l < variables.length - 2) a = tf.tanh(a)
          }
          return tf.losses.sigmoidCrossEntropy(tf.slice2d(y, [from, 0], [batchSize, 1]), a)
        })
      })
    }
    return variables.flatMap((variable, l) => [
      ...(l % 2 === 0 ? tf.tidy(() => tf.transpose(variable).dataSync()) : variable.dataSync()),
    ])
  }
}

/** jax-js, compiled to WebAssembly, float32. x and y are divided into batches in advance. */
export async function jax(task: Task, batchSize: number): Promise<Trainer | undefined> {
  const lib = library('@jax-js/jax')
  if (!lib) return undefined
  const { numpy: np, jit, grad } = lib
  await lib.init('wasm')
  lib.defaultDevice('wasm')
  let weights: Library[] = layersOf(task).flatMap(({ W, b }) => [
    np.array(W).transpose(),
    np.array(b).reshape([1, b.length]),
  ])
  const batches = Array.from({ length: Math.floor(task.labels.length / batchSize) }, (_, t) => ({
    x: np.array(task.inputs.slice(t * batchSize, (t + 1) * batchSize)),
    y: np.array(task.labels.slice(t * batchSize, (t + 1) * batchSize)).reshape([batchSize, 1]),
  }))
  const cost = (w: Library[], x: Library, y: Library): Library => {
    let a = x
    for (let l = 0; l < w.length; l += 2) {
      a = np.matmul(a, w[l]).add(w[l + 1])
      if (l < w.length - 2) a = np.tanh(a)
    }
    // softplus(z) − z·y
    const soft = np.log(np.exp(a.ref).add(1))
    return soft.sub(a.mul(y)).mean()
  }
  const step = jit((w: Library[], x: Library, y: Library) => {
    const dW = grad(cost)(
      w.map((one) => one.ref),
      x,
      y,
    )
    return w.map((one, i) => one.sub(dW[i].mul(task.alpha)))
  })
  let t = 0
  return (count) => {
    for (let k = 0; k < count; k += batchSize, t = (t + 1) % batches.length)
      weights = step(weights, batches[t].x.ref, batches[t].y.ref)
    return weights.flatMap((one, l) => [
      ...(l % 2 === 0 ? one.ref.transpose().dataSync() : one.ref.dataSync()),
    ])
  }
}
