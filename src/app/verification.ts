// The checks of `#/verify`: identities, closed forms, a second plain implementation of PyTorch's Adam, the file
// format's own example, and a hash that every browser must compute. Each check computes its values when run.

import { hashOfRace } from '../engine/computeRace.ts'
import { formatExample } from '../engine/formatExample.ts'
import { csvOf } from '../engine/csv.ts'
import { ewa } from '../engine/ewa.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { column } from '../engine/row.ts'
import { Run } from '../engine/run.ts'
import { momentumLimit } from '../engine/alphaLimits.ts'
import { completed } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'
import { bowl, reference, referenceHash } from './referenceRun.ts'

export interface Check {
  readonly says: Words
  readonly expected: string
  /** Returns what this machine computes: the number as shown, and whether the check passes. */
  compute(): { readonly got: string; readonly holds: boolean }
}

interface Computed {
  readonly rows: Float64Array
  readonly width: number
  readonly length: number
  readonly divergedAt: number | undefined
}

function run(experiment: DescentExperiment, index = 0): Computed {
  const one = new Run(experiment, index, { detail: 'weights' })
  const rows = new Float64Array((one.steps + 1) * one.width)
  return { rows, width: one.width, length: one.advance(rows, one.steps + 1), divergedAt: one.divergedAt }
}

const theta = ({ rows, width }: Computed, step: number): readonly [number, number] => [
  rows[step * width + column.theta],
  rows[step * width + column.theta + 1],
]

/** Returns the largest difference between two runs in any component of θ, over all steps. */
function apart(a: Computed, b: Computed): number {
  let most = a.length === b.length ? 0 : Infinity
  for (let step = 0; step < Math.min(a.length, b.length); step++)
    for (const i of [0, 1] as const) most = Math.max(most, Math.abs(theta(a, step)[i] - theta(b, step)[i]))
  return most
}

const valley = { kind: 'quadratic', curvature: [1, 100] }
/** A hundred steps in the ravine. */
const ravine = (more: object): DescentExperiment =>
  completed({ objective: valley, start: [-10, 1], steps: 100, ...more })
const noisy = (runs: readonly object[]): DescentExperiment =>
  completed({ objective: bowl, batchSize: 32, steps: 200, seed: 7, runs })

/** The format's own example, exact in binary. */
const example = completed(formatExample)
const exampleCsv = `run,step,epoch,alpha,batchCost,cost,theta0,theta1
0,0,0,,,10,-4,1
0,1,0,0.25,10,4.5,-3,0
0,2,1,0.25,4.5,2.53125,-2.25,0
1,0,0,,,10,-4,1
1,1,0,0.25,10,6.625,-3.5,0.5
1,2,1,0.25,6.625,3.955078125,-2.8125,0
`

/** torch.optim.Adam's published pseudocode, one number at a time, with Math.pow: independent of our code. */
function torchAdam(
  steps: number,
  alpha: number,
  start: readonly number[],
  slope: readonly number[],
): number[] {
  return start.map((first, i) => {
    let [w, m, v] = [first, 0, 0]
    for (let t = 1; t <= steps; t++) {
      const g = slope[i] * w
      m = 0.9 * m + 0.1 * g
      v = 0.999 * v + 0.001 * g * g
      w -= (alpha * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
    }
    return w
  })
}

const number = (value: number): string => (value === 0 ? '0' : value.toPrecision(4))
const below = (limit: number, value: number) => ({ got: number(value), holds: value <= limit })

export const checks: readonly Check[] = [
  {
    says: {
      en: 'The example in the description of the file format gives exactly the bytes printed there.',
      zh: '文件格式说明里的例子，逐字节给出说明中印出的结果。',
    },
    expected: '1,2,1,0.25,6.625,3.955078125,-2.8125,0',
    compute() {
      const csv = [...csvOf(example)].join('')
      return { got: csv.trimEnd().split('\n').at(-1)!, holds: csv === exampleCsv }
    },
  },
  {
    says: {
      en: 'Momentum with β = 0 is gradient descent: 200 steps on mini-batches, every bit.',
      zh: 'β = 0 的动量就是梯度下降：小批量上 200 步，每一位都相同。',
    },
    expected: '0',
    compute: () =>
      below(
        0,
        apart(
          run(noisy([{ optimizer: 'gd', alpha: 0.05 }])),
          run(noisy([{ optimizer: 'momentum', alpha: 0.05, beta: 0 }])),
        ),
      ),
  },
  {
    says: {
      en: 'Adam with β₁ = 0 and without correction is RMSprop, every bit.',
      zh: 'β₁ = 0 且不做偏差修正的 Adam 就是 RMSprop，每一位都相同。',
    },
    expected: '0',
    compute: () =>
      below(
        0,
        apart(
          run(noisy([{ optimizer: 'adam', alpha: 0.05, beta1: 0, beta2: 0.9, biasCorrection: false }])),
          run(noisy([{ optimizer: 'rmsprop', alpha: 0.05, beta2: 0.9 }])),
        ),
      ),
  },
  {
    says: {
      en: 'Adam’s first step is α times the sign of dW along each axis (ε = 0): (−10, 1) → (−9.7, 0.7).',
      zh: 'Adam 的第一步在每个方向上都是 α 乘以 dW 的符号（ε = 0）：(−10, 1) → (−9.7, 0.7)。',
    },
    expected: '(-9.7, 0.7)',
    compute() {
      const [w, b] = theta(
        run(
          completed({
            objective: valley,
            start: [-10, 1],
            steps: 1,
            runs: [{ optimizer: 'adam', alpha: 0.3, epsilon: 0 }],
          }),
        ),
        1,
      )
      return {
        got: `(${w}, ${b})`,
        holds: Math.abs(w + 9.7) <= 4 * 2 ** -49 && Math.abs(b - 0.7) <= 4 * 2 ** -52,
      }
    },
  },
  {
    says: {
      en: 'A mini-batch of all m examples is batch gradient descent, every bit.',
      zh: '小批量取全部 m 个样本，就是批量梯度下降，每一位都相同。',
    },
    expected: '0',
    compute() {
      const all = (batchSize: unknown): Computed =>
        run(completed({ objective: bowl, batchSize, steps: 100, runs: [{ optimizer: 'gd', alpha: 0.05 }] }))
      return below(0, apart(all('all'), all(512)))
    },
  },
  {
    says: {
      en: 'Gradient descent on a valley in closed form: after t steps w is (1 − αλ)ᵗ times the start.',
      zh: '谷上梯度下降的闭式解：t 步之后 w 等于起点乘以 (1 − αλ)ᵗ。',
    },
    expected: '≤ 1e-12',
    compute() {
      const computed = run(
        ravine({
          runs: [{ optimizer: 'gd', alpha: 0.018 }],
        }),
      )
      const [w, b] = theta(computed, 100)
      return below(
        1e-12,
        Math.max(Math.abs(w + 10 * (1 - 0.018) ** 100), Math.abs(b - (1 - 0.018 * 100) ** 100)),
      )
    },
  },
  {
    says: {
      en: 'The bowl’s Hessian, from its 512 generated examples, is R diag(1, 20) Rᵀ.',
      zh: '碗的海森矩阵，由 512 个生成的样本算出，等于 R diag(1, 20) Rᵀ。',
    },
    expected: '≤ 1e-12',
    compute() {
      const { landscape } = createObjective(noisy([{ optimizer: 'gd', alpha: 1 }]).objective, 7)
      const out = new Float64Array(3)
      landscape?.hessian(new Float64Array(2), out)
      const [c, s] = [Math.sqrt(3) / 2, 0.5]
      const wanted = [c * c + 20 * s * s, -19 * c * s, s * s + 20 * c * c]
      return below(1e-12, Math.max(...wanted.map((value, i) => Math.abs(value - out[i]) / 20)))
    },
  },
  {
    says: {
      en: 'The limit of momentum in the ravine is 0.38: at 0.37 it converges, at 0.381 it diverges.',
      zh: '狭长谷里动量的上限是 0.38：0.37 收敛，0.381 发散。',
    },
    expected: '0.38, J < 1e-9, J > 1e6',
    compute() {
      const end = (alpha: number): number => {
        const steps = 1000
        const { rows, width, length } = run(
          completed({ objective: valley, start: [-10, 1], steps, runs: [{ optimizer: 'momentum', alpha }] }),
        )
        return rows[(length - 1) * width + column.cost]
      }
      const [limit, low, high] = [momentumLimit(100, 0.9, 'course'), end(0.37), end(0.381)]
      return {
        got: `${number(limit)}, ${number(low)}, ${number(high)}`,
        holds: Math.abs(limit - 0.38) < 1e-12 && low < 1e-9 && high > 1e6,
      }
    },
  },
  {
    says: {
      en: 'PyTorch’s Adam, written a second time from its documentation with other arithmetic: 100 steps in the ravine.',
      zh: '按 PyTorch 文档、用另一套算术再写一遍的 Adam：在狭长谷里走 100 步。',
    },
    expected: '≤ 1e-12',
    compute() {
      const computed = run(
        ravine({
          convention: 'pytorch',
          runs: [{ optimizer: 'adam', alpha: 0.3 }],
        }),
      )
      const second = torchAdam(100, 0.3, [-10, 1], [1, 100])
      const here = theta(computed, 100)
      return below(1e-12, Math.max(Math.abs(here[0] - second[0]), Math.abs(here[1] - second[1])))
    },
  },
  {
    says: {
      en: 'V₁₀₀ of the loop V := βV + (1 − β)θ is the sum Σ 0.1·0.9ᵏ·θ₁₀₀₋ₖ.',
      zh: '循环 V := βV + (1 − β)θ 得到的 V₁₀₀ 等于和式 Σ 0.1·0.9ᵏ·θ₁₀₀₋ₖ。',
    },
    expected: '≤ 1e-13',
    compute() {
      let [v, sum] = [0, 0]
      for (let t = 1; t <= 100; t++) v = ewa(v, 10 + (t % 7), 0.9)
      for (let k = 0; k < 100; k++) sum += 0.1 * 0.9 ** k * (10 + ((100 - k) % 7))
      return below(1e-13, Math.abs(v - sum))
    },
  },
  {
    says: {
      en: 'Rosenbrock’s gradient agrees with difference quotients.',
      zh: 'Rosenbrock 函数的梯度与差商一致。',
    },
    expected: '≤ 1e-7',
    compute() {
      const { landscape } = createObjective(
        completed({ objective: { kind: 'rosenbrock' }, runs: [{ optimizer: 'gd', alpha: 1 }] }).objective,
        1,
      )
      const out = new Float64Array(2)
      landscape!.gradient(Float64Array.of(-0.5, 0.7), out)
      const h = 1e-5
      const slope = (x: number, y: number): number =>
        (landscape!.value(-0.5 + x, 0.7 + y) - landscape!.value(-0.5 - x, 0.7 - y)) / (2 * h)
      return below(1e-7, Math.max(Math.abs(out[0] - slope(h, 0)), Math.abs(out[1] - slope(0, h))))
    },
  },
  {
    says: {
      en: 'All twelve optimizers, 300 steps on mini-batches: a hash of every bit of every row, the same in every browser.',
      zh: '全部十二个优化器在小批量上各走 300 步：每一行每一位的哈希，在所有浏览器中都相同。',
    },
    expected: referenceHash,
    compute() {
      const got = hashOfRace(reference)
      return { got, holds: got === referenceHash }
    },
  },
]
