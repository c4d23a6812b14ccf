// Lesson 1. Why not wait for all the data: as much reading, many more steps; moment 1, "It has not moved yet", on real
// m = 5,000,000; an epoch cut into X^{1}, X^{2}, …; the loop over X^{t} through a network; the cost of a batch and its
// regularizer. firstLessons.test.ts holds the numbers.

import type { DescentExperiment } from '../engine/experiment.ts'
import type { Facts } from '../panels/lesson/facts.ts'
import { formatWhole } from '../ui/number.ts'
import type { Lesson, Outcome } from './lesson.ts'

const million = {
  kind: 'network',
  layers: [2, 4, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  precision: 'float32',
  dataset: { kind: 'moons', m: 5_000_000, noise: 0.1, mislabelled: 0 },
}

const reading = {
  objective: { kind: 'bowl', curvature: [1, 4], m: 4096, labelNoise: 2 },
  start: [-6, 4],
} as const
/** J that is to be reached and kept, and how much may be read for it. */
const target = 2.1
const mostRead = 2500

/** The mini-batch run's way to J below 2.1, in examples. */
function littleReading({ experiment, runs }: Facts): Outcome {
  const { objective } = experiment
  const own =
    objective.kind === 'bowl' &&
    objective.m === reading.objective.m &&
    objective.labelNoise === reading.objective.labelNoise &&
    objective.curvature.join() === reading.objective.curvature.join() &&
    experiment.start?.join() === reading.start.join()
  if (!own)
    return { done: false, says: { en: 'Go back to the valley of this step.', zh: '请回到这一步的谷。' } }
  const outcomes = experiment.runs.flatMap((run, index): Outcome[] => {
    const batchSize = run.batchSize ?? experiment.batchSize
    if (batchSize === 'all') return []
    const read = runs[index].steps * batchSize
    if (read < objective.m)
      return [
        {
          done: false,
          says: {
            en: 'It has read less than one epoch: too little to see whether it stays there.',
            zh: '读了不到一轮：太少，看不出它是否留得住。',
          },
        },
      ]
    const score = runs[index].stepsBelow(target) * batchSize
    if (score <= mostRead) return [{ done: true, score }]
    const says =
      score === Infinity
        ? {
            en: 'It jumps above 2.1 again: the steps are too noisy.',
            zh: '它又跳到 2.1 以上：步子的噪声太大。',
          }
        : {
            en: `It was there for good only after ${formatWhole(score)} examples.`,
            zh: `读了 ${formatWhole(score)} 个样本后才真正留住。`,
          }
    return [{ done: false, says }]
  })
  return (
    outcomes.find(({ done }) => done) ??
    outcomes[0] ?? { done: false, says: { en: 'Choose a mini-batch size.', zh: '请选一个小批量大小。' } }
  )
}

const small = {
  kind: 'network',
  layers: [2, 3, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  dataset: { kind: 'circles', m: 512, noise: 0.1, mislabelled: 0 },
}
const bent = { ...small, layers: [2, 8, 1], lambda: 1 }
const epochs = 240
const ofBatch = {
  optimizer: 'gd',
  alpha: 2,
  name: 'B = 64',
  batchSize: 64,
  steps: 8 * epochs,
} satisfies Partial<DescentExperiment['runs'][number]>
const ofAll = { ...ofBatch, name: 'B = m', batchSize: 'all', steps: epochs }

export const miniBatch: Lesson = {
  id: 'mini-batch',
  title: { en: 'Mini-batches', zh: '小批量' },
  steps: [
    {
      id: 'first',
      title: { en: 'As much reading, more steps', zh: '读得一样多，走得更多' },
      text: {
        en: `Both runs have read all $m = 4,096$ examples twice. **Batch** gradient descent took the whole set before each step: two steps. The other cuts the set into **mini-batches** of $B = 64$ and moves after each: $m/B = 64$ steps an epoch.

Computing with all examples at once (vectorized) is fast, and still slow if there are five million.`,
        zh: `两个运行都把 $m = 4,096$ 个样本读了两遍。**批量**梯度下降（全批量）每走一步要先读完整个训练集：两步。另一个把训练集切成 $B = 64$ 的**小批量**，读完一个就走一步：每轮 $m/B = 64$ 步。

一次算所有样本（向量化）很快；但有五百万个时，仍然慢。`,
      },
      experiment: {
        ...reading,
        batchSize: 64,
        steps: 128,
        runs: [
          { optimizer: 'gd', alpha: 0.2, name: 'B = m', batchSize: 'all', steps: 2 },
          { optimizer: 'gd', alpha: 0.2, name: 'B = 64' },
        ],
      },
      view: { axis: 'examples', selected: 1 },
      speed: 20,
      strips: ['cost'],
      controls: ['runs', 'alpha', 'batchSize', 'm'],
      challenge: {
        id: 'little-reading',
        better: 'less',
        unit: { en: 'examples', zh: '个样本' },
        task: {
          en: 'Choose $B$ and $alpha$ of the mini-batch run so that $J$ falls below 2.1 **and stays there** after at most 2,500 examples.',
          zh: '为小批量的运行选 $B$ 和 $alpha$，使 $J$ 在读过至多 2,500 个样本后降到 2.1 以下，**并且不再回来**。',
        },
        hint: {
          en: 'A small $B$ moves often, but each step is noisy; a large one is calm and has to read more for each step. Twice as large is often enough.',
          zh: '小的 $B$ 走得勤，但每一步噪声大；大的平稳，但每一步要读得更多。大一倍往往就够了。',
        },
        check: littleReading,
      },
    },
    {
      id: 'waiting',
      title: { en: 'It has not moved yet', zh: '它还没动' },
      asking: { en: 'Five million examples', zh: '五百万个样本' },
      text: {
        en: `Really $m = 5,000,000$ examples, made in this page just now, and a small network. Two runs begin at the same point. Across stand the **examples read**, the same for both.

One run waits for all of them before each step. The other reads $B = 1,000$ and moves.`,
        zh: `真的有 $m = 5,000,000$ 个样本，刚刚在这个页面里生成，还有一个小网络。两个运行从同一点出发。横轴是**已读的样本数**，两者相同。

一个每走一步要先读完全部样本，另一个读 $B = 1,000$ 个就走一步。`,
      },
      experiment: {
        objective: million,
        batchSize: 1000,
        steps: 5000,
        costEvery: 'epoch',
        runs: [
          { optimizer: 'gd', alpha: 1, name: 'B = m', batchSize: 'all', steps: 1 },
          { optimizer: 'gd', alpha: 1, name: 'B = 1,000' },
        ],
        start: undefined,
      },
      view: { axis: 'examples', selected: 1 },
      cursor: 0,
      speed: 1000,
      picture: 'stepRace',
      strips: [],
      controls: ['runs'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'At 4,999,999 examples read, how many steps has each taken?',
          zh: '读到第 4,999,999 个样本时，它们各走了几步？',
        },
        hides: ['curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: '1 and 5,000', zh: '1 步和 5,000 步' },
            votes: 45,
            says: {
              en: 'One example is still missing. Batch gradient descent cannot move without it, and the 5,000th batch is not full.',
              zh: '还差一个样本。少了它，批量梯度下降不能动；第 5,000 个小批量也没读完。',
            },
          },
          {
            text: { en: '0 and 4,999', zh: '0 步和 4,999 步' },
            right: true,
            votes: 40,
            says: {
              en: 'All examples first, then the first step: it has not moved yet.',
              zh: '先读完全部，才走第一步：它还没动。',
            },
          },
          {
            text: { en: '5,000 and 5,000', zh: '各 5,000 步' },
            votes: 15,
            says: {
              en: 'Both have read as much, but a step of the one costs what 5,000 steps of the other cost.',
              zh: '读得一样多，但前者的一步等于后者的 5,000 步。',
            },
          },
        ],
        reveal: { speed: 1000 },
        after: {
          en: 'The mini-batch run is far down; the other stands at its start all the way, then hops once at 5,000,000. One epoch: 5,000 steps against 1. Step to the end one by one: at 4,999,000 still 0 against 4,999.',
          zh: '小批量的运行早已降到低处；另一个一直停在起点，到 5,000,000 才跳一下。一轮：5,000 步对 1 步。在末尾一步一步走：4,999,000 时仍是 0 对 4,999。',
        },
      },
      teaching: {
        question: {
          en: 'At 4,999,999 examples read, how many steps has each taken?',
          zh: '读到第 4,999,999 个样本时，它们各走了几步？',
        },
        misconception: { en: 'As much work, as many steps', zh: '工作量一样，步数就一样' },
        sentence: {
          en: 'Batch gradient descent must read everything before it may move once.',
          zh: '批量梯度下降要读完所有样本，才能动一次。',
        },
      },
    },
    {
      id: 'cut',
      title: { en: 'An epoch, cut', zh: '把一轮切开' },
      text: {
        en: `The notes cut 5,000,000 examples into 5,000 sets of 1,000: $X^{{1}}$ is $x^{(1)} … x^{(1000)}$, $X^{{2}}$ is $x^{(1001)} … x^{(2000)}$, and $Y^{{t}}$ alike. **Braces** count mini-batches, **round** brackets examples, **square** ones layers: $Z^{[l]}$.

“Batch” means the whole set at once, “mini-batch” one $X^{{t}}, Y^{{t}}$. One pass through all is an **epoch**. Here $m = 512$ and $B = 100$; the order is shuffled anew every epoch.`,
        zh: `笔记把 5,000,000 个样本切成 5,000 份，每份 1,000 个：$X^{{1}}$ 是 $x^{(1)} … x^{(1000)}$，$X^{{2}}$ 是 $x^{(1001)} … x^{(2000)}$，$Y^{{t}}$ 也一样。**花括号**数小批量，**圆括号**数样本，**方括号**数层：$Z^{[l]}$。

“批量”指一次用整个训练集，“小批量”指一份 $X^{{t}}, Y^{{t}}$。把所有样本读一遍叫一**轮**（epoch）。这里 $m = 512$，$B = 100$；每一轮的次序都重新打乱。`,
      },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 512, labelNoise: 2 },
        batchSize: 100,
        steps: 18,
        runs: [{ optimizer: 'gd', alpha: 0.2, name: 'B = 100' }],
      },
      view: { axis: 'step', selected: 0 },
      speed: 2,
      picture: 'batches',
      strips: ['cost'],
      controls: ['batchSize', 'm', 'reshuffle'],
      prediction: {
        kind: 'choice',
        question: {
          en: '512 is not a multiple of 100. What is one epoch?',
          zh: '512 不是 100 的倍数。一轮是什么样的？',
        },
        hides: ['paths', 'curves', 'numbers'],
        answers: [
          {
            text: { en: '5 steps; 12 examples are left out', zh: '5 步，剩下 12 个样本不用' },
            votes: 40,
            says: {
              en: 'Then 12 examples would never be seen in that epoch.',
              zh: '那么这一轮就有 12 个样本没有见过。',
            },
          },
          {
            text: { en: '6 steps; the last has 12 examples', zh: '6 步，最后一步只有 12 个样本' },
            right: true,
            votes: 45,
            says: { en: '$⌈m/B⌉ = ⌈5.12⌉ = 6$.', zh: '$⌈m/B⌉ = ⌈5.12⌉ = 6$。' },
          },
          {
            text: {
              en: '6 steps; the last takes 88 from the next epoch',
              zh: '6 步，最后一步从下一轮借 88 个',
            },
            votes: 15,
            says: {
              en: 'Nothing is carried over: every epoch visits each example exactly once.',
              zh: '不跨轮：每一轮里每个样本恰好用一次。',
            },
          },
        ],
        reveal: { cursor: 6, view: { axis: 'step', selected: 0 } },
        after: {
          en: 'Six steps an epoch, the sixth on 12 examples, so its $J^{{t}}$ is the noisiest. Step on: the next epoch cuts another order. With $B = m$ there is one step, with $B = 1$ there are 512.',
          zh: '每轮六步，第六步只有 12 个样本，所以它的 $J^{{t}}$ 噪声最大。再往前走：下一轮切的是另一种次序。$B = m$ 时只有一步，$B = 1$ 时有 512 步。',
        },
      },
      teaching: {
        question: { en: 'm = 512, B = 100: what is one epoch?', zh: 'm = 512，B = 100：一轮是什么样的？' },
        misconception: { en: 'What is left over is dropped', zh: '剩下的样本不用' },
        sentence: {
          en: 'An epoch is one pass through all: ⌈m/B⌉ steps, the last may be short.',
          zh: '一轮就是把全部样本读一遍：⌈m/B⌉ 步，最后一步可以更小。',
        },
      },
    },
    {
      id: 'loop',
      title: { en: 'The loop', zh: '循环' },
      text: {
        en: `The notes' loop, for this network: forward through the layers on $X^{{t}}$ alone, the cost $J^{{t}}$, backward, update. It is gradient descent as before; only the set is small, and changes every time.

**Walk it line by line.** $Z^{[1]}$ has a column for each of the 64 examples: one product of matrices, no loop over examples. That is vectorization.`,
        zh: `笔记里的循环，用在这个网络上：只对 $X^{{t}}$ 逐层前向传播，求代价 $J^{{t}}$，反向传播，更新。和以前的梯度下降一样，只是样本集小，而且每次都换。

**一行一行地走。**$Z^{[1]}$ 里 64 个样本各占一列：一次矩阵乘法，不用逐个样本循环。这就是向量化。`,
      },
      experiment: {
        objective: small,
        start: undefined,
        batchSize: 64,
        steps: 160,
        runs: [{ optimizer: 'gd', alpha: 2, name: 'B = 64' }],
      },
      view: { axis: 'step', selected: 0 },
      cursor: 0,
      speed: 10,
      picture: 'network',
      rule: { component: 0, code: true },
      strips: ['cost'],
      controls: ['alpha', 'batchSize'],
    },
    {
      id: 'cost',
      title: { en: 'The cost of a batch', zh: '一个小批量的代价' },
      text: {
        en: `The **cost** $J^{{t}} = 1/B$ · the sum of the **losses** $L$ over the batch $+ lambda/(2B)$ · the sum over the layers of the squares of $W^{[l]}$.

The divisor is the **batch's** size, also in front of the penalty. Here $lambda = 1$ and $B = 64$: the weights stay short, the boundary hardly bends, and the accuracy is poor.`,
        zh: `**代价函数** $J^{{t}} = 1/B$ · 小批量内各样本的**损失函数** $L$ 之和 $+ lambda/(2B)$ · 各层 $W^{[l]}$ 的平方和。

除数是**小批量**的大小，惩罚项前面也是。这里 $lambda = 1$，$B = 64$：权重一直很短，边界几乎不弯，准确率不高。`,
      },
      experiment: { objective: bent, start: undefined, costEvery: 'epoch', runs: [ofBatch] },
      view: { axis: 'epoch', selected: 0 },
      speed: 200,
      picture: 'network',
      strips: ['cost'],
      controls: ['runs', 'alpha', 'batchSize', 'lambda'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'The same $lambda = 1$ and as many epochs with $B = m$: the accuracy is …',
          zh: '同样的 $lambda = 1$、同样多的轮，改用 $B = m$：准确率……',
        },
        answers: [
          {
            text: { en: 'the same: λ is λ', zh: '一样：λ 就是 λ' },
            votes: 55,
            says: {
              en: '$lambda/(2B)$ is divided by the size of the batch: $lambda$ alone says little.',
              zh: '$lambda/(2B)$ 要除以小批量的大小：单看 $lambda$ 说明不了什么。',
            },
          },
          {
            text: { en: 'better', zh: '更高' },
            right: true,
            votes: 30,
            says: {
              en: '$m/B = 8$: the penalty weighs eight times less.',
              zh: '$m/B = 8$：惩罚项轻了八倍。',
            },
          },
          {
            text: { en: 'worse', zh: '更低' },
            votes: 15,
            says: {
              en: 'It takes fewer steps, true, but the penalty weighs eight times less.',
              zh: '步数确实更少，但惩罚项轻了八倍。',
            },
          },
        ],
        reveal: {
          experiment: { runs: [ofBatch, ofAll] },
          view: { axis: 'epoch', selected: 1 },
          cursor: 8 * epochs,
        },
        after: {
          en: 'The same $lambda$ weighs $m/B$ times more on mini-batches: with $B = 64$ eight times. Whoever changes $B$ changes the regularizer too. Turn $lambda$ and $B$ and watch the boundary.',
          zh: '同样的 $lambda$ 在小批量上重 $m/B$ 倍：$B = 64$ 时是八倍。改了 $B$，正则化也就变了。调一调 $lambda$ 和 $B$，看边界怎样变。',
        },
      },
      teaching: {
        question: {
          en: 'The same λ with B = m: is the accuracy the same?',
          zh: '同样的 λ，改用 B = m：准确率一样吗？',
        },
        misconception: { en: 'λ means the same for every B', zh: 'λ 对每个 B 都一样' },
        sentence: {
          en: 'The penalty is divided by the batch size: λ weighs m/B times more.',
          zh: '惩罚项除以小批量的大小：λ 重了 m/B 倍。',
        },
      },
      cards: [
        {
          written: {
            en: 'the sum over the layers runs to l = 1000',
            zh: '对各层求和写到 l = 1000',
          },
          says: {
            en: '$l$ counts layers: the sum runs from 1 to $L$, here 2. The 1,000 of the notes is the size of the batch.',
            zh: '$l$ 数的是层：求和从 1 到 $L$，这里是 2。笔记里的 1,000 是小批量的大小。',
          },
          load: { experiment: { runs: [ofBatch], objective: { lambda: 2 } } },
        },
      ],
    },
  ],
  summary: [
    {
      en: 'Batch gradient descent moves once an epoch, mini-batches move ⌈m/B⌉ times.',
      zh: '批量梯度下降每轮走一步，小批量每轮走 ⌈m/B⌉ 步。',
    },
    {
      en: 'Compare runs by the examples they have read, or by measured time, not by steps.',
      zh: '比较时看读了多少样本，或实测的时间，不看步数。',
    },
    {
      en: 'Each step is gradient descent on another small set $X^{{t}}$.',
      zh: '每一步都是在另一个小集合 $X^{{t}}$ 上的梯度下降。',
    },
  ],
}
