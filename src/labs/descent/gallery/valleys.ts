// Phenomena without noise: how the shape of the surface affects each optimizer.

import { computed, type RacePhenomenon } from './phenomenon.ts'

/** Counts the sign changes between neighbors in a list. */
const turns = (values: readonly number[]): number =>
  values.filter((value, i) => i > 0 && value * values[i - 1] < 0).length

const ends = (values: readonly number[]): number => Math.abs(values[values.length - 1])

const hop = ({ w, b }: { readonly w: readonly number[]; readonly b: readonly number[] }, t: number): number =>
  Math.hypot(w[t] - w[t - 1], b[t] - b[t - 1])

export const valleys: readonly RacePhenomenon[] = [
  {
    id: 'zigzag',
    name: { en: 'Gradient descent zigzags', zh: '梯度下降走之字' },
    says: {
      en: 'In a ravine it crosses the valley floor at almost every step. After 60 steps it still has a third of the distance to go.',
      zh: '在狭长的山谷里，它几乎每一步都横穿谷底：60 步之后，还剩三分之一的路程。',
    },
    link: 'objective=quadratic&curvature=1,100&start=-8,1.5&steps=60&run=gd,alpha:0.018',
    box: [-9, 2, -2.4, 2.4],
    claim: ({ w, b }) => turns(b.slice(0, 40)) === 39 && Math.abs(w[60] / w[0] - 1 / 3) < 0.01,
  },
  {
    id: 'overshoot',
    name: { en: 'Momentum overshoots', zh: '动量冲过头' },
    says: {
      en: 'The run arrives with speed, passes the minimum and has to come back.',
      zh: '带着速度到达极小点，冲了过去，只好再折返。',
    },
    link: 'objective=quadratic&curvature=1,40&start=-9,2.4&steps=60&run=momentum,alpha:0.1',
    box: [-9.6, 3, -2.9, 2.9],
    claim: ({ w, b }) => Math.max(...w) > 1.3 && Math.min(...b) < -1.9 && ends(w) < 0.1,
  },
  {
    id: 'edge-of-stability',
    name: { en: 'The edge of stability: 2/λmax', zh: '稳定性的边缘：2/λmax' },
    says: {
      en: 'Here the limit is 0.02. With α = 0.0195 every crossing is shorter than the last; with 0.0205 every crossing is longer.',
      zh: '这里的上限是 0.02：α = 0.0195 时，每次横跨都比上一次短；0.0205 时，每次都更长。',
    },
    link: 'objective=quadratic&curvature=1,100&start=-8,0.6&steps=40&run=gd,alpha:0.0195&run=gd,alpha:0.0205',
    box: [-9, 2, -4.4, 4.4],
    claim: (...runs) =>
      runs.length === 2 &&
      runs.every(({ b }, i) =>
        b.every((at, t) => t === 0 || Math.abs(at) < Math.abs(b[t - 1]) === (i === 0)),
      ),
  },
  {
    id: 'beyond-the-edge',
    name: { en: 'Momentum lives beyond that edge', zh: '动量能越过这条边缘' },
    says: {
      en: 'With β = 0.9 the limit of momentum is 19 times as high as that of gradient descent: α = 0.2 is ten times as large as gradient descent allows, and the run still converges.',
      zh: '取 β = 0.9 时，动量的上限是梯度下降的 19 倍：α = 0.2 已是后者的十倍，仍然收敛。',
    },
    link: 'objective=quadratic&curvature=1,100&start=-8,1.5&steps=150&run=momentum,alpha:0.2',
    box: [-9, 3.5, -2.2, 2.2],
    claim: ({ cost }) => cost < 1e-4 && Math.abs(1.9 / 0.1 - 19) < 1e-9 && 0.2 < 0.02 * 19,
  },
  {
    id: 'nesterov',
    name: { en: 'Nesterov brakes in time', zh: 'Nesterov 提前刹车' },
    says: {
      en: 'It takes the gradient where momentum is about to arrive, so it overshoots less: 0.96 past the minimum along w, where momentum goes 1.22.',
      zh: '它在动量即将到达的地方取梯度，因此冲过头更少：沿 w 越过极小点 0.96，而动量越过 1.22。',
    },
    link: 'objective=quadratic&curvature=1,10&start=-8,3&steps=60&run=momentum,alpha:0.1&run=nesterov,alpha:0.1',
    box: [-8.6, 2.6, -2.6, 3.4],
    claim: (momentum, nesterov) =>
      Math.max(...nesterov.w).toFixed(2) === '0.96' && Math.max(...momentum.w).toFixed(3) === '1.225',
  },
  {
    id: 'circles',
    name: { en: 'Normalized inputs make circles', zh: '归一化输入，山谷变成圆' },
    says: {
      en: 'With κ = 1 every step goes straight at the minimum, and gradient descent is within 0.1 of it after two steps.',
      zh: 'κ = 1 时，每一步都正对着极小点：梯度下降两步之后，离它不到 0.1。',
    },
    link: 'objective=quadratic&curvature=1,1&start=-8,3&steps=20&run=gd,alpha:0.9',
    box: [-9, 5, -4.2, 4.2],
    claim: ({ w, b }) =>
      Math.hypot(w[2], b[2]) < 0.1 && w.every((x, t) => Math.abs(3 * x + 8 * b[t]) < 1e-12),
  },
  {
    id: 'turned-valley',
    name: { en: 'Adam in a turned valley', zh: '转过角度的山谷里的 Adam' },
    says: {
      en: 'Turn the ravine by 45° and Adam loses its advantage: it scales w and b separately, and neither of them is the steep direction.',
      zh: '把山谷转 45°，Adam 就失去了优势：它分别缩放 w 和 b，可这两个都不是陡的方向。',
    },
    link: 'objective=quadratic&curvature=1,100&angle=45&start=-6.72,-4.6&steps=200&run=momentum,alpha:0.05&run=adam,alpha:0.3',
    box: [-9.4, 3, -7, 1.6],
    claim(momentum, adam) {
      const [upright, along] = computed(
        'objective=quadratic&curvature=1,100&start=-8,1.5&steps=200&run=momentum,alpha:0.05&run=adam,alpha:0.3',
      ).runs
      const ahead = along.stepsBelow(0.01) < upright.stepsBelow(0.01)
      return ahead && momentum.stepsBelow(0.01) < Infinity && adam.stepsBelow(0.01) === Infinity
    },
  },
  {
    id: 'units',
    name: { en: 'Adam ignores the scale of J', zh: 'Adam 不理会 J 的尺度' },
    says: {
      en: 'Here J is a thousand times as large. Gradient descent needs a new α and diverges with its old one; Adam takes the same path as before.',
      zh: '这里的 J 是原来的一千倍。梯度下降必须换 α，沿用旧值就发散；Adam 走的还是原来的路。',
    },
    link: 'objective=quadratic&curvature=1,20&scale=1000&start=-8,3&steps=80&run=gd,alpha:0.05&run=adam,alpha:0.4',
    box: [-8.8, 2.4, -3.4, 3.6],
    claim(gd, adam) {
      const [before, same] = computed(this.link.replace('&scale=1000', '')).runs
      const apart = adam.w.map((w, t) => Math.hypot(w - same.w[t], adam.b[t] - same.b[t]))
      return gd.cost > 1e6 && before.cost < 1 && Math.max(...apart) < 1e-6
    },
  },
  {
    id: 'chatter',
    name: { en: 'RMSprop chatters', zh: 'RMSprop 来回抖动' },
    says: {
      en: 'Near the minimum the gradient and √S shrink together, so the steps don’t get shorter: the last hop is longer than α itself.',
      zh: '在极小点附近，梯度与 √S 一同变小，步子却不变：最后一跳比 α 还长。',
    },
    link: 'objective=quadratic&curvature=1,20&start=-4,1.5&steps=150&run=rmsprop,alpha:0.3',
    box: [-4.4, 1.4, -1.1, 1.9],
    claim: (run) => hop(run, run.steps) > 0.3,
  },
  {
    id: 'lion',
    name: { en: 'Lion walks with equal steps', zh: 'Lion 步步等长' },
    says: {
      en: 'It keeps only the sign of each coordinate: every step is α along w and α along b, so it walks on diagonals.',
      zh: '它只留下每个坐标的符号：每一步沿 w 走 α、沿 b 也走 α，所以走的都是对角线。',
    },
    link: 'objective=quadratic&curvature=1,20&start=-8,3&steps=100&run=lion,alpha:0.2',
    box: [-8.8, 5.4, -3.4, 3.8],
    claim: ({ w, b }) =>
      w.every(
        (x, t) =>
          t === 0 ||
          (Math.abs(Math.abs(x - w[t - 1]) - 0.2) < 1e-9 && Math.abs(Math.abs(b[t] - b[t - 1]) - 0.2) < 1e-9),
      ),
  },
  {
    id: 'adagrad',
    name: { en: 'Adagrad runs out of breath', zh: 'Adagrad 后劲不足' },
    says: {
      en: 'It adds up all squared gradients and never forgets, so its steps only get shorter: gradient descent needs 79 steps to J < 0.01, Adagrad 269.',
      zh: '它累加全部梯度的平方，从不遗忘，步子只会越来越短：到 J < 0.01，梯度下降要 79 步，Adagrad 要 269 步。',
    },
    link: 'objective=quadratic&curvature=1,20&start=-8,1.5&steps=300&run=gd,alpha:0.05&run=adagrad,alpha:0.5',
    box: [-8.8, 2, -2, 2.2],
    claim: (gd, adagrad) =>
      gd.stepsBelow(0.01) === 79 &&
      adagrad.stepsBelow(0.01) === 269 &&
      adagrad.w.every((_, t) => t < 2 || hop(adagrad, t) < hop(adagrad, t - 1)),
  },
  {
    id: 'plateau',
    name: { en: 'A plateau', zh: '平台区' },
    says: {
      en: 'The slope is tiny but not zero. After 120 steps gradient descent has covered a third of the distance; RMSprop and Adam divide by the size of the gradient and walk off.',
      zh: '坡度极小，却不为零。120 步之后，梯度下降只走了三分之一的路程；RMSprop 和 Adam 除以梯度的大小，早已走下平台。',
    },
    link: 'objective=plateau&start=-5,0.6&steps=120&run=gd,alpha:0.1&run=rmsprop,alpha:0.05&run=adam,alpha:0.1',
    box: [-5.8, 1.6, -2, 2.2],
    claim: (gd, rmsprop, adam) =>
      Math.abs((5 + gd.theta[0]) / 5 - 1 / 3) < 0.02 && rmsprop.cost < 0.01 && adam.cost < 0.01,
  },
  {
    id: 'curved-valley',
    name: { en: 'A curved valley', zh: '弯曲的山谷' },
    says: {
      en: 'Rosenbrock’s banana: Adam follows the bend and is below J = 0.01 at step 830, where gradient descent still has J = 0.8.',
      zh: 'Rosenbrock 的香蕉谷：Adam 沿着弯道走，第 830 步时 J 已低于 0.01，而梯度下降的 J 仍约为 0.8。',
    },
    link: 'objective=rosenbrock&start=-1.2,1&steps=1000&run=gd,alpha:0.001&run=adam,alpha:0.05',
    box: [-1.6, 1.6, -0.6, 1.7],
    claim: (gd, adam) => adam.stepsBelow(0.01) === 830 && gd.J[830].toFixed(1) === '0.8',
  },
  {
    id: 'three-minima',
    name: { en: 'One start, different minima', zh: '同一起点，不同的极小点' },
    says: {
      en: 'Himmelblau’s surface has four minima, all equally low. Which one a run finds depends on the optimizer as well as on the start.',
      zh: 'Himmelblau 曲面有四个同样低的极小点。走到哪一个，既看起点，也看优化算法。',
    },
    link: 'objective=himmelblau&start=-0.3,-0.9&steps=100&run=gd,alpha:0.01&run=adam,alpha:0.2',
    box: [-5.4, 3.6, -4.6, 4.4],
    claim: (gd, adam) => gd.theta[1] < -3 && adam.theta[1] > 3 && gd.cost < 0.01 && adam.cost < 0.01,
  },
  {
    id: 'rolls-over',
    name: { en: 'Momentum rolls over small dips', zh: '动量滚过小坑' },
    says: {
      en: 'In the egg box gradient descent stops in the first hollow; a heavy ball, with β = 0.98, ends in the deepest one.',
      zh: '在蛋盒曲面上，梯度下降停在第一个坑里；很重的球（β = 0.98）最终落进最深的坑。',
    },
    link: 'objective=rastrigin&start=-3.5,2.45&steps=300&run=gd,alpha:0.002&run=momentum,alpha:0.05,beta:0.98',
    box: [-4.3, 1.3, -1.2, 3.2],
    claim: (gd, momentum) =>
      Math.round(gd.theta[0]) === -3 &&
      Math.round(gd.theta[1]) === 2 &&
      momentum.theta.every((x) => Math.round(x) === 0),
  },
]
