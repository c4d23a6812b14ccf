// Transfer questions for learning rate decay and local optima.

import type { Question } from '../../course/transfer.ts'

export const decay: readonly Question[] = [
  {
    id: 'step-450',
    step: 'epochs',
    question: {
      en: 'With $m = 6,400$, $B = 64$ and $alpha = 0.3/(1 + epoch)$, where epochs count from 0: which $alpha$ does step 450 use?',
      zh: '$m = 6,400$，$B = 64$，$alpha = 0.3/(1 + epoch)$，轮从 0 数起。第 450 步用多大的 $alpha$？',
    },
    right: 0.06,
    within: 0.01,
    because: {
      en: 'An epoch has 100 steps, so step 450 is in epoch 4: $0.3/5 = 0.06$.',
      zh: '一轮 100 步，第 450 步在第 4 轮：$0.3/5 = 0.06$。',
    },
  },
  {
    id: 'tank',
    step: 'too-early',
    question: {
      en: '$alpha$ starts at 0.1 and is multiplied by 0.8 after every step. What do all the $alpha$’s of the whole run add up to?',
      zh: '$alpha$ 从 0.1 开始，每一步之后乘以 0.8。整个训练中所有的 $alpha$ 加起来是多少？',
    },
    right: 0.5,
    within: 0.02,
    because: {
      en: '$0.1 + 0.08 + 0.064 + …$ is $0.1/(1 - 0.8) = 0.5$. That is all the distance there is, in units of the slope.',
      zh: '$0.1 + 0.08 + 0.064 + …$ 等于 $0.1/(1 - 0.8) = 0.5$。以坡度为单位，总共只能走这么远。',
    },
  },
  {
    id: 'standstill',
    step: 'too-early',
    question: {
      en: 'A run has not moved for 200 epochs. $J$ is 3, the gradient’s length is 2, and $alpha$ has fallen to $10^{-9}$. What has happened?',
      zh: '一条轨迹 200 轮没有移动。$J$ 是 3，梯度的长度是 2，$alpha$ 已经降到 $10^{-9}$。发生了什么？',
    },
    answers: [
      { en: 'Decay has frozen it', zh: '衰减把它冻住了' },
      { en: 'It is in a local minimum', zh: '它在局部极小点' },
      { en: 'It is on a plateau', zh: '它在平台区' },
    ],
    because: {
      en: 'At a minimum or on a plateau the gradient would be almost 0. Here the slope is large, and only $alpha$ keeps the run from moving.',
      zh: '在极小点或平台区，梯度应当几乎为 0。这里坡度很大，走不动只是因为 $alpha$。',
    },
  },
]

export const localOptima: readonly Question[] = [
  {
    id: 'three-signs',
    step: 'signs',
    question: {
      en: 'At a point the gradient is 0, and the Hessian has the eigenvalues 30, 0.5 and −0.01. What kind of point is it?',
      zh: '某点的梯度为 0，海森矩阵的特征值是 30、0.5 和 −0.01。它是什么点？',
    },
    answers: [
      { en: 'A saddle', zh: '鞍点' },
      { en: 'A minimum: nearly everything bends up', zh: '极小点：几乎都向上弯' },
      { en: 'A plateau: −0.01 is almost 0', zh: '平台区：−0.01 几乎为 0' },
    ],
    because: {
      en: 'One direction leads down, however gently. The signs decide what a point is; the sizes only decide how long it takes to leave it.',
      zh: '有一个方向通向下面，再平缓也是。是什么点由符号决定；大小只决定离开要多久。',
    },
  },
  {
    id: 'fourteen-coins',
    step: 'many',
    question: {
      en: 'A cost has 14 parameters. At a point of zero gradient, each direction bends up or down with equal chance. One in how many such points is a minimum?',
      zh: '代价有 14 个参数，在一个梯度为零的点，每个方向向上或向下弯的机会相等。平均多少个这样的点里有一个是极小点？',
    },
    right: 16_384,
    because: {
      en: 'All fourteen must bend up: one in $2^14 = 16,384$.',
      zh: '十四个都要向上弯：$2^14 = 16,384$ 个里有一个。',
    },
  },
  {
    id: 'then-it-falls',
    step: 'plateau',
    question: {
      en: 'For 1,000 steps $J$ has stayed at 2.3. Then, with nothing changed, it falls to 0.4 within 50 steps. What was it?',
      zh: '1,000 步里 $J$ 一直停在 2.3。什么也没改，接着 50 步之内降到 0.4。那是什么？',
    },
    answers: [
      { en: 'A plateau or a saddle', zh: '平台区或鞍点' },
      { en: 'A local minimum', zh: '局部极小点' },
      { en: 'Too large a learning rate', zh: '学习率太大' },
    ],
    because: {
      en: 'From a minimum no small step leads down. On a plateau, and at a saddle, a run goes on downhill, only very slowly, until the slope grows.',
      zh: '从极小点出发，没有哪一小步通向下面。在平台区和鞍点，轨迹一直在下坡，只是极慢，直到坡度变大。',
    },
  },
]
