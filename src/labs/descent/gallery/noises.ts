// Phenomena of mini-batches and decay: what noise does, and remedies.

import type { RacePhenomenon } from './phenomenon.ts'

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length

export const noises: readonly RacePhenomenon[] = [
  {
    id: 'saddle',
    name: { en: 'Noise leaves a saddle', zh: '噪声让它离开鞍点' },
    says: {
      en: 'On the ridge the run with all the examples goes straight to the saddle and stays there; mini-batches of 8 push a run off the ridge.',
      zh: '用全部样本时，轨迹沿着山脊直直走到鞍点，就停在那里；每批 8 个样本的噪声，却把它推下山脊。',
    },
    link: 'objective=saddle&noise=0.5&start=-2,0&steps=100&run=gd,alpha:0.1&run=gd,alpha:0.1,batchSize:8',
    box: [-2.4, 1.6, -1.3, 1.3],
    claim: (whole, small) =>
      Math.hypot(...whole.theta) < 0.001 && Math.abs(Math.abs(small.theta[1]) - 1) < 0.1 && small.cost < 0.01,
  },
  {
    id: 'cloud',
    name: { en: 'A constant α ends in a cloud', zh: 'α 不变，最后是一片点云' },
    says: {
      en: 'With mini-batches of 8 the run never settles. With decay each step takes a smaller share of the same noise, and J ends at less than a tenth of that.',
      zh: '每批 8 个样本，α 不变就停不下来；加上衰减，每一步只取同样噪声中越来越小的一份，最后的 J 不到前者的十分之一。',
    },
    link: 'objective=quadratic&curvature=1,20&noise=4&batchSize=8&start=-8,1.5&steps=1200&run=gd,alpha:0.05&run=gd,alpha:0.05,decay:inverse,decay.rate:0.5',
    box: [-3, 1.6, -1, 1],
    claim: (constant, decayed) => mean(decayed.J.slice(-200)) < mean(constant.J.slice(-200)) / 10,
  },
  {
    id: 'too-early',
    name: { en: 'Decay too early', zh: '衰减过早' },
    says: {
      en: 'When every step multiplies α by 0.95, all the α’s to come add up to too little: the run stops after two thirds of the distance, and more steps don’t help.',
      zh: '每一步 α 都乘以 0.95，往后的 α 加在一起也不够：走完三分之二的路程就停住，再多的步数也没有用。',
    },
    link: 'objective=quadratic&curvature=1,20&start=-8,1.5&steps=400&run=gd,alpha:0.05&run=gd,alpha:0.05,decay:exponential,decay.base:0.95',
    box: [-8.8, 1.4, -2, 2.2],
    claim: (constant, decayed) =>
      Math.abs(decayed.theta[0] / -8 - 1 / 3) < 0.04 &&
      Math.abs(decayed.w[400] - decayed.w[300]) < 0.001 &&
      constant.cost < 0.01,
  },
  {
    id: 'warm-restarts',
    name: { en: 'Warm restarts', zh: '热重启' },
    says: {
      en: 'Every 15 epochs α jumps back to 0.01, noise lifts the run over a rim, and it settles again: J falls from 17.9 to 8.0.',
      zh: '每 15 轮，α 跳回 0.01，噪声把它抬过坑沿，再安定下来：J 从 17.9 降到 8.0。',
    },
    link: 'objective=rastrigin&noise=8&m=512&batchSize=32&start=-3.3,2.7&steps=960&run=gd,alpha:0.001&run=gd,alpha:0.01,decay:manual,decay.points:0;0.01;5;0.001;15;0.01;20;0.001;30;0.01;35;0.001;45;0.01;50;0.001',
    box: [-4, -1, 1.2, 3.6],
    claim: (settled, restarted) => settled.cost.toFixed(1) === '17.9' && restarted.cost.toFixed(1) === '8.0',
  },
  {
    id: 'equal-reading',
    name: { en: 'B = 1 against B = 64, equal reading', zh: 'B = 1 与 B = 64，读得一样多' },
    says: {
      en: 'Both have read every example once. That is 512 small steps or 8 large batches: B = 1 has arrived, B = 64 has gone a third of the distance.',
      zh: '两者都把每个样本读了一遍，也就是走 512 步或 8 步：B = 1 已经到了，B = 64 才走了三分之一。',
    },
    link: 'curvature=1,4&labelNoise=1&start=-8,1.5&run=gd,alpha:0.05,batchSize:1,steps:512&run=gd,alpha:0.05,batchSize:64,steps:8',
    box: [-8.8, 4, -3, 3],
    claim: (one, many) =>
      one.steps * 1 === many.steps * 64 &&
      Math.hypot(one.theta[0] - 2, one.theta[1] - 0.5) < 0.3 &&
      Math.abs((many.theta[0] + 8) / 10 - 1 / 3) < 0.02,
  },
  {
    id: 'mislabelled-batch',
    name: { en: 'A mislabelled batch returns', zh: '标签错误的小批量一再出现' },
    says: {
      en: 'Without reshuffling the same mini-batches come back every 16 steps, so the worst one is a spike at the same place in every epoch.',
      zh: '不重新打乱，同样的小批量每 16 步再来一次：最糟的那一个，每一轮都在同一处冒出一个尖峰。',
    },
    link: 'curvature=1,4&labelNoise=0.3&mislabelled=0.02&batchSize=32&reshuffle=false&start=-5,3&steps=160&run=gd,alpha:0.1',
    batches: true,
    claim: ({ batchCost }) => {
      const worst = (epoch: number): number => {
        const own = batchCost.slice(16 * epoch, 16 * epoch + 16)
        return own.indexOf(Math.max(...own))
      }
      return [4, 5, 6, 7, 8, 9].every((epoch) => worst(epoch) === worst(3))
    },
  },
  {
    id: 'amsgrad',
    name: { en: 'AMSGrad’s counterexample, small', zh: 'AMSGrad 的反例，缩小版' },
    says: {
      en: 'A few mislabelled examples pull hard but rarely. Adam, with β₂ = 0.9, forgets them between visits, so its J ends more than twice as far above the lowest J as AMSGrad’s, which remembers the largest S.',
      zh: '少数标签错误的样本拉得很猛，却难得出现。Adam（β₂ = 0.9）在间隔里忘了它们，最后的 J 高出最低 J 的部分是 AMSGrad 的两倍多；AMSGrad 记住的是最大的 S。',
    },
    link: 'curvature=1,4&labelNoise=0.5&mislabelled=0.05&batchSize=1&start=-2,1.5&steps=4096&run=adam,alpha:0.05,beta2:0.9&run=amsgrad,alpha:0.05,beta2:0.9',
    box: [-2.4, 3.2, -0.6, 1.8],
    claim: (adam, amsgrad) => {
      const least = Math.min(...adam.J, ...amsgrad.J)
      return mean(adam.J.slice(-512)) - least > 2 * (mean(amsgrad.J.slice(-512)) - least)
    },
  },
]
