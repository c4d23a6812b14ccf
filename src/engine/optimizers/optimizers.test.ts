// Tests every rule against a second, plain implementation: PyTorch's published pseudocode (torch.optim's documentation)
// and the notes' lines, one parameter at a time, with Math.pow for βᵗ. 2,000 steps on random quadratics in three
// dimensions, with gradient noise like that of mini-batches. Both get the same gradients: where a rule divides by the
// size of the gradient, two separate runs would drift apart near the minimum, where dW is mostly rounding error.

import { describe, expect, test } from 'vitest'
import type { Convention } from '../experiment.ts'
import { stream } from '../random.ts'
import { createMemory, optimizers, settingsOf, type OptimizerKey } from './index.ts'
import { moverOf } from './mover.ts'
import type { Optimizer } from './optimizer.ts'

/** One parameter's rule with its own memory: maps w and g at step t (from 1) to the new w. */
type Rule = (w: number, g: number, t: number) => number
type Numbers = Readonly<Record<'alpha' | 'beta' | 'beta1' | 'beta2' | 'rho' | 'eps' | 'lambda', number>>
/** An optimizer without an entry is tested by the laws only. */
type Rules = Readonly<Partial<Record<OptimizerKey, (n: Numbers) => Rule>>>

const torch: Rules = {
  gd: (n) => (w, g) => w - n.alpha * g,
  momentum(n) {
    let buf: number | undefined
    return (w, g) => w - n.alpha * (buf = buf === undefined ? g : n.beta * buf + g)
  },
  nesterov(n) {
    let buf: number | undefined
    return (w, g) => {
      buf = buf === undefined ? g : n.beta * buf + g
      return w - n.alpha * (g + n.beta * buf)
    }
  },
  adagrad(n) {
    let sum = 0
    return (w, g) => {
      sum += g * g
      return w - (n.alpha * g) / (Math.sqrt(sum) + n.eps)
    }
  },
  rmsprop(n) {
    let v = 0
    return (w, g) => {
      v = n.beta2 * v + (1 - n.beta2) * g ** 2
      return w - (n.alpha * g) / (Math.sqrt(v) + n.eps)
    }
  },
  adadelta(n) {
    let v = 0
    let u = 0
    return (w, g) => {
      v = v * n.rho + g ** 2 * (1 - n.rho)
      const dx = (Math.sqrt(u + n.eps) / Math.sqrt(v + n.eps)) * g
      u = u * n.rho + dx ** 2 * (1 - n.rho)
      return w - n.alpha * dx
    }
  },
  adam: (n) => torchAdam(n, false),
  amsgrad: (n) => torchAdam(n, true),
  adamax(n) {
    let m = 0
    let u = 0
    return (w, g, t) => {
      m = n.beta1 * m + (1 - n.beta1) * g
      u = Math.max(n.beta2 * u, Math.abs(g) + n.eps)
      return w - (n.alpha * m) / ((1 - n.beta1 ** t) * u)
    }
  },
  nadam: (n) => nadam(n, (v) => Math.sqrt(v) + n.eps),
  adamw(n) {
    const adam = torchAdam(n, false)
    return (w, g, t) => adam(w - n.alpha * n.lambda * w, g, t)
  },
  lion,
}

function torchAdam(n: Numbers, amsgrad: boolean): Rule {
  let m = 0
  let v = 0
  let largest = 0
  return (w, g, t) => {
    m = m + (1 - n.beta1) * (g - m)
    v = n.beta2 * v + (1 - n.beta2) * g * g
    largest = Math.max(largest, v)
    const stepSize = n.alpha / (1 - n.beta1 ** t)
    const denominator = Math.sqrt(amsgrad ? largest : v) / Math.sqrt(1 - n.beta2 ** t) + n.eps
    return w - stepSize * (m / denominator)
  }
}

function nadam(n: Numbers, root: (v: number) => number): Rule {
  let m = 0
  let v = 0
  let product = 1
  return (w, g, t) => {
    const mu = n.beta1 * (1 - 0.5 * 0.96 ** (t * 0.004))
    const next = n.beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * 0.004))
    product *= mu
    m = n.beta1 * m + (1 - n.beta1) * g
    v = n.beta2 * v + (1 - n.beta2) * g ** 2
    const hat = (next * m) / (1 - product * next) + ((1 - mu) * g) / (1 - product)
    return w - (n.alpha * hat) / root(v / (1 - n.beta2 ** t))
  }
}

function lion(n: Numbers): Rule {
  let m = 0
  return (w, g) => {
    const c = n.beta1 * m + (1 - n.beta1) * g
    m = n.beta2 * m + (1 - n.beta2) * g
    return w - n.alpha * (Math.sign(c) + n.lambda * w)
  }
}

const course: Rules = {
  ...torch,
  momentum(n) {
    let V = 0
    return (w, g) => w - n.alpha * (V = n.beta * V + (1 - n.beta) * g)
  },
  nesterov(n) {
    let V = 0
    return (w, g) => {
      V = n.beta * V + (1 - n.beta) * g
      return w - n.alpha * (n.beta * V + (1 - n.beta) * g)
    }
  },
  adagrad(n) {
    let G = 0
    return (w, g) => {
      G += g * g
      return w - (n.alpha * g) / Math.sqrt(G + n.eps)
    }
  },
  rmsprop(n) {
    let S = 0
    return (w, g) => {
      S = n.beta2 * S + (1 - n.beta2) * g ** 2
      return w - (n.alpha * g) / Math.sqrt(S + n.eps)
    }
  },
  adam: (n) => courseAdam(n, false),
  amsgrad: (n) => courseAdam(n, true),
  adamax(n) {
    let V = 0
    let U = 0
    return (w, g, t) => {
      V = n.beta1 * V + (1 - n.beta1) * g
      U = Math.max(n.beta2 * U, Math.abs(g))
      return w - ((n.alpha / (1 - n.beta1 ** t)) * V) / (U + n.eps)
    }
  },
  nadam: (n) => nadam(n, (v) => Math.sqrt(v + n.eps)),
  adamw(n) {
    const adam = courseAdam(n, false)
    return (w, g, t) => adam(w - n.alpha * n.lambda * w, g, t)
  },
}

function courseAdam(n: Numbers, largest: boolean): Rule {
  let V = 0
  let S = 0
  let U = 0
  return (w, g, t) => {
    V = n.beta1 * V + (1 - n.beta1) * g
    S = n.beta2 * S + (1 - n.beta2) * g ** 2
    U = Math.max(U, S)
    const Vc = V / (1 - n.beta1 ** t)
    const Sc = (largest ? U : S) / (1 - n.beta2 ** t)
    return w - (n.alpha * Vc) / Math.sqrt(Sc + n.eps)
  }
}

/** ½ wᵀHw with H = AᵀA/3 + ½ for a random A. */
function randomHessian(numbers: ReturnType<typeof stream>): number[][] {
  const A = [0, 1, 2].map(() => [0, 1, 2].map(() => numbers.normal()))
  return A.map((_, i) =>
    A.map((__, j) => A.reduce((sum, row) => sum + row[i] * row[j], 0) / 3 + (i === j ? 0.5 : 0)),
  )
}

const product = (H: readonly number[][], w: ArrayLike<number>): number[] =>
  H.map((row) => row.reduce((sum, h, j) => sum + h * w[j], 0))

const keys = Object.keys(optimizers) as OptimizerKey[]
const chosen = { beta: 0.83, beta1: 0.87, beta2: 0.97, rho: 0.93, epsilon: 1e-4, weightDecay: 0.07 }

describe.each([
  ['course', course],
  ['pytorch', torch],
] as const)('convention %s', (convention: Convention, rules) => {
  test.each(keys.filter((key) => rules[key]))('%s for 2,000 steps on five random quadratics', (key) => {
    const optimizer: Optimizer = optimizers[key]
    for (let seed = 1; seed <= 5; seed++) {
      const numbers = stream(seed, 'quadratic')
      const H = randomHessian(numbers)
      const start = [numbers.normal(), numbers.normal(), numbers.normal()]
      // Odd seeds use chosen hyperparameters, even ones the defaults.
      const spec = seed % 2 ? chosen : optimizer.hyperparameters
      const h = settingsOf({ optimizer: key, ...spec }, convention)
      const alpha = 0.01 * seed
      const rule = start.map(() => rules[key]!({ ...h, alpha, eps: h.epsilon, lambda: h.weightDecay }))
      const memory = createMemory(optimizer, 3)
      const w = Float64Array.from(start)
      const dW = new Float64Array(3)
      const mover = moverOf(optimizer, {}, w, dW, memory, h)
      let reference = start
      let apart = 0
      for (let t = 1; t <= 2000; t++) {
        const g = product(H, reference).map((value) => value + 0.1 * numbers.normal())
        dW.set(g)
        mover.step(alpha, t, t - 1, NaN)
        reference = reference.map((value, i) => rule[i](value, g[i], t))
        apart = Math.max(apart, ...reference.map((value, i) => Math.abs(value - w[i])))
      }
      expect(apart).toBeLessThan(1e-12 * Math.max(...start.map(Math.abs)))
    }
  })
})
