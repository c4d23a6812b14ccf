// Five rules that people ask about and that are not built in, each with a race that shows what its sentence says.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { completed } from '../../engine/validate.ts'
import type { Words } from '../../engine/words.ts'
import { linkOf } from '../../document/link.ts'

export interface Example {
  readonly id: string
  readonly title: Words
  /** What its race shows. gallery.test.ts computes it. */
  readonly says: Words
  readonly experiment: {
    readonly other: readonly object[]
    readonly own: object
    readonly [field: string]: unknown
  }
}

const own = (alpha: number, ...lines: readonly string[]): object => ({
  optimizer: 'rule',
  alpha,
  rule: `${lines.join('\n')}\n`,
})
const ravine = { kind: 'quadratic', curvature: [1, 20] }

export const gallery: readonly Example[] = [
  {
    id: 'sign',
    title: { en: 'Sign descent', zh: '符号下降' },
    says: {
      en: 'Each step moves every parameter by exactly α, however large its gradient is. So it crosses the valley and goes along it equally fast, but it never settles: in the end it jumps back and forth within one α of the minimum.',
      zh: '每一步都让每个参数正好移动 α，不管梯度多大。所以横着谷和顺着谷一样快，但它停不下来：最后在最小值附近一个 α 之内来回跳。',
    },
    experiment: {
      objective: ravine,
      start: [-9.97, 1.03],
      steps: 200,
      other: [{ optimizer: 'gd', alpha: 0.05 }],
      own: own(0.1, 'w = w - alpha*sign(dW)'),
    },
  },
  {
    id: 'clipping',
    title: { en: 'Clipping by norm', zh: '按范数裁剪' },
    says: {
      en: 'A gradient longer than the limit is shortened to it and keeps its direction. From this start plain gradient descent diverges within three steps. With clipping no step is longer than α times the limit, and the same α leads to the minimum.',
      zh: '梯度比上限长时，缩短到上限，方向不变。从这个起点出发，普通梯度下降三步之内就发散；裁剪之后，每一步都不超过 α 乘以上限，同样的 α 走到了最小值。',
    },
    experiment: {
      objective: { kind: 'beale' },
      start: [3.5, -1.5],
      steps: 400,
      other: [{ optimizer: 'gd', alpha: 0.02 }],
      own: own(
        0.02,
        'parameter limit = 1 from 0.1 to 10 log',
        'g = dW*min(1, limit/norm(dW))    # never longer than the limit',
        'w = w - alpha*g',
      ),
    },
  },
  {
    id: 'restart',
    title: { en: 'Momentum with restart', zh: '带重启的动量' },
    says: {
      en: 'As soon as the gradient along an axis points against V, the ball has passed the bottom, and V starts again from 0 there. It overshoots less: J stays below 0.001 after half as many steps as with plain momentum.',
      zh: '某个方向的梯度一旦与 V 反向，说明小球已过谷底，这个方向的 V 就从 0 重新开始。这样越过得更少：J 只用普通动量一半的步数就一直低于 0.001。',
    },
    experiment: {
      objective: ravine,
      start: [-10, 1],
      steps: 200,
      other: [{ optimizer: 'momentum', alpha: 0.05 }],
      own: own(
        0.05,
        'parameter beta = 0.9 from 0 to 0.999',
        'keep = V*dW >= 0                 # 1 while they agree, else 0',
        'V = beta*keep*V + (1 - beta)*dW',
        'w = w - alpha*V',
      ),
    },
  },
  {
    id: 'withoutS',
    title: { en: 'Adam without S', zh: '去掉 S 的 Adam' },
    says: {
      en: 'Without S nothing divides by the size of the gradients. What is left is momentum with bias correction, the same to the last bit: the two paths cover each other.',
      zh: '没有 S，就没有什么去除以梯度的大小。剩下的就是带偏差修正的动量，每一位都相同：两条轨迹完全重合。',
    },
    experiment: {
      objective: ravine,
      start: [-10, 1],
      steps: 200,
      other: [
        { optimizer: 'adam', alpha: 0.3 },
        { optimizer: 'momentum', alpha: 0.05, biasCorrection: true },
      ],
      own: own(
        0.05,
        'parameter beta1 = 0.9 from 0 to 0.999',
        'V = beta1*V + (1 - beta1)*dW',
        'Vc = V/(1 - beta1^t)',
        'w = w - alpha*Vc',
      ),
    },
  },
  {
    id: 'warmRestart',
    title: { en: 'Warm restarts', zh: '热重启' },
    says: {
      en: 'The step’s length falls along a cosine and jumps back up every 50 steps, counted by t. At the end of each period the steps are tiny, so the noise averages out: at step 200 J is less than a third of what a constant α leaves.',
      zh: '步长按余弦下降，每 50 步（用 t 来数）跳回最大。每个周期结束时步子极小，噪声被平均掉：第 200 步时，J 不到恒定 α 的三分之一。',
    },
    experiment: {
      objective: { kind: 'bowl', curvature: [1, 20] },
      batchSize: 1,
      seed: 2,
      steps: 200,
      other: [{ optimizer: 'gd', alpha: 0.05 }],
      own: own(
        0.05,
        'parameter period = 50 from 10 to 100',
        's = t - 1 - period*((t > period) + (t > 2*period) + (t > 3*period))',
        'rate = alpha*(1 + cos(pi*s/period))/2',
        'w = w - rate*dW',
      ),
    },
  },
]

/** The complete experiment of an example. The rule is its first run, so a link opens with its editor. */
export const experimentOf = ({ experiment: { other, own: rule, ...rest } }: Example): DescentExperiment =>
  completed({ ...rest, runs: [rule, ...other] })

/** Its address in the playground, relative to the playground's experiment `preset`. */
export const linkTo = (example: Example, preset: DescentExperiment): string =>
  `#/playground?${linkOf(experimentOf(example), preset)}`
