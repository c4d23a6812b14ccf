// Lesson 1. Why not wait for all the data: as much reading, many more steps; moment 1, "It has not moved yet", on real
// m = 5,000,000; the loop over X^{t}; the cost of a batch and its regularizer. firstLessons.test.ts holds the numbers.

import type { Lesson } from './lesson.ts'

const million = {
  kind: 'network',
  layers: [2, 4, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  precision: 'float32',
  dataset: { kind: 'moons', m: 5_000_000, noise: 0.1, mislabelled: 0 },
}

export const miniBatch: Lesson = {
  id: 'mini-batch',
  title: { en: 'Mini-batches', zh: '小批量' },
  steps: [
    {
      id: 'first',
      title: { en: 'As much reading, more steps', zh: '读得一样多，走得更多' },
      text: {
        en: `Both runs have read all $m = 4,096$ examples twice. **Batch** gradient descent took the whole set before each step: two steps. The other cuts the set into **mini-batches** of $B = 64$ and moves after each: $m/B = 64$ steps an epoch.

$X^{{t}}$, with braces, is mini-batch $t$; $x^{(i)}$ is example $i$; $Z^{[l]}$ belongs to layer $l$. One pass through all examples is an **epoch**.

Computing with all examples at once (vectorised) is fast, and still slow if there are five million.`,
        zh: `两个运行都把 $m = 4,096$ 个样本读了两遍。**批量**梯度下降每走一步要先读完整个训练集：两步。另一个把训练集切成 $B = 64$ 的**小批量**，读完一个就走一步：每轮 $m/B = 64$ 步。

带花括号的 $X^{{t}}$ 是第 $t$ 个小批量；$x^{(i)}$ 是第 $i$ 个样本；$Z^{[l]}$ 属于第 $l$ 层。把所有样本读一遍，叫一**轮**（epoch）。

一次算所有样本（向量化）很快；但有五百万个时，仍然慢。`,
      },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 4096, labelNoise: 2 },
        start: [-6, 4],
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
      controls: ['runs', 'batchSize', 'm'],
      cards: [
        {
          says: {
            en: 'The last batch of an epoch may be smaller: $4,096 = 40 times 100 + 96$, so $B = 100$ makes 41 steps.',
            zh: '每轮的最后一个小批量可以更小：$4,096 = 40 times 100 + 96$，所以 $B = 100$ 时每轮 41 步。',
          },
          load: {
            experiment: {
              runs: [{ optimizer: 'gd', alpha: 0.2, name: 'B = 100', batchSize: 100, steps: 82 }],
            },
          },
        },
      ],
    },
    {
      id: 'waiting',
      title: { en: 'It has not moved yet', zh: '它还没动' },
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
        reveal: { cursor: 0, play: true, speed: 1000 },
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
      id: 'loop',
      title: { en: 'The loop', zh: '循环' },
      text: {
        en: `for $t = 1 … m/B$: forward on $X^{{t}}$, the cost $J^{{t}}$, backward, update. It is gradient descent as before; only the set is small and changes every time.

Step through: the line in work is lit. Every number is that of the point on the map. In a network $W$ and $b$ of all layers move like this.`,
        zh: `对 $t = 1 … m/B$：在 $X^{{t}}$ 上前向传播，求代价 $J^{{t}}$，反向传播，更新。和以前的梯度下降一样，只是样本集小，而且每次都换。

一步一步走：正在执行的一行会亮。每个数都属于图上的那一点。在神经网络里，所有层的 $W$ 和 $b$ 都这样更新。`,
      },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 512, labelNoise: 2 },
        start: [-6, 4],
        batchSize: 64,
        steps: 24,
        costEvery: 1,
        runs: [{ optimizer: 'gd', alpha: 0.2, name: 'B = 64' }],
      },
      view: { axis: 'step', selected: 0 },
      cursor: 0,
      rule: { component: 0, code: true },
      strips: ['cost'],
      controls: ['batchSize', 'alpha', 'reshuffle'],
    },
    {
      id: 'cost',
      title: { en: 'The cost of a batch', zh: '一个小批量的代价' },
      text: {
        en: `$J^{{t}} = 1/B$ · the sum of the losses over the batch $+ lambda/(2B)$ · the sum over the layers of the squares of $W^{[l]}$.

The divisor is the **batch's** size. So the same $lambda$ weighs $m/B$ times more here than in the $J$ of all examples: with $m = 512$ and $B = 64$, eight times. Raise $lambda$ and see the boundary lose its bend.`,
        zh: `$J^{{t}} = 1/B$ · 小批量内损失之和 $+ lambda/(2B)$ · 各层 $W^{[l]}$ 的平方和。

除数是**小批量**的大小。所以同一个 $lambda$ 在这里比在全部样本的 $J$ 里重 $m/B$ 倍：$m = 512$、$B = 64$ 时是八倍。把 $lambda$ 调大，看边界怎样变直。`,
      },
      experiment: {
        objective: {
          kind: 'network',
          layers: [2, 8, 1],
          activation: 'tanh',
          loss: 'crossEntropy',
          lambda: 0.1,
          dataset: { kind: 'circles', m: 512, noise: 0.1, mislabelled: 0 },
        },
        start: undefined,
        batchSize: 64,
        steps: 240,
        runs: [{ optimizer: 'gd', alpha: 2, name: 'B = 64' }],
      },
      view: { axis: 'step', selected: 0 },
      speed: 60,
      picture: 'network',
      strips: ['cost'],
      controls: ['network', 'alpha', 'batchSize'],
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
          load: { experiment: { objective: { lambda: 2 } } },
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
      en: 'Each step is gradient descent on another small set X^{t}.',
      zh: '每一步都是在另一个小集合 X^{t} 上的梯度下降。',
    },
  ],
}
