// Lesson 2. Why not wait for all the data: as much reading, many more steps. Moment 1, "Who has moved?", on real m =
// 5,000,000. An epoch cut into X^{1}, X^{2}, …, the loop over X^{t} through a network, the cost of a batch and its
// regularizer. firstLessons.test.ts checks the numbers.

import type { ObjectivePart, RunPart } from '../course/tasks.ts'
import type { DescentLesson } from '../course/lesson.ts'
import { bowl, circles } from './shared.ts'

const million: ObjectivePart = {
  ...circles,
  layers: [2, 4, 1],
  precision: 'float32',
  dataset: { kind: 'moons', m: 5_000_000, noise: 0.1, mislabelled: 0 },
}

const epochs = 240
const ofBatch: RunPart = { optimizer: 'gd', alpha: 2, name: 'B = 64', batchSize: 64, steps: 8 * epochs }
const ofAll: RunPart = { ...ofBatch, name: 'B = m', batchSize: 'all', steps: epochs }

export const miniBatch: DescentLesson = {
  id: 'mini-batch',
  steps: [
    {
      id: 'first',
      title: { en: 'Who is lower?', zh: '谁更低？' },
      text: {
        en: `Two runs start at the same point with the same $alpha$, and both read all $m = 4,096$ examples twice. The first takes the whole training set before every step. The second cuts it into **mini-batches** of $B = 64$ examples and takes a step after each of them.`,
        zh: `两条轨迹从同一点出发，用同一个 $alpha$，都把 $m = 4,096$ 个样本读了两遍。第一条每走一步都要先读完整个训练集；第二条把训练集切成每份 $B = 64$ 个样本的**小批量**，读完一份就走一步。`,
      },
      experiment: {
        objective: { ...bowl, m: 4096 },
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
      controls: ['runs', 'alpha', 'batchSize', 'm'],
      prediction: {
        question: {
          en: 'Both have read the same number of examples. Whose cost is lower?',
          zh: '两者读过的样本一样多。谁的代价更低？',
        },
        votes: [30, 50, 20],
        answers: [
          {
            text: {
              en: 'The first: its steps know all the examples',
              zh: '第一条：它的每一步都看过所有样本',
            },
            says: {
              en: 'Each of its steps is better informed. But it has taken only two of them.',
              zh: '它的每一步确实更有依据。但它总共只走了两步。',
            },
          },
          {
            text: { en: 'The second: it has taken many more steps', zh: '第二条：它走的步数多得多' },
            right: true,
            says: {
              en: '128 steps instead of 2. They are noisy, but most of them lead downhill.',
              zh: '它走了 128 步，而不是 2 步。虽有噪声，但多数都在下坡。',
            },
          },
          {
            text: { en: 'They are equal: they have read the same', zh: '一样：读的样本一样多' },
            says: {
              en: 'They have read the same. But reading alone lowers nothing: only a step changes the cost.',
              zh: '读的确实一样多。但光读不会使代价下降，走一步才会。',
            },
          },
        ],
        after: {
          en: `**Batch** gradient descent has taken two steps: $J$ is still 15. With mini-batches the run takes $m/B = 64$ steps in each pass, and $J$ is 2.02. The lowest possible $J$ here is about 2.0.

Computing with all examples at once (vectorization) is fast. But with five million of them, even that takes a while.`,
          zh: `**批量**梯度下降（全批量）只走了两步，$J$ 还是 15。用小批量，每读一遍走 $m/B = 64$ 步，$J$ 是 2.02。这里 $J$ 最低约为 2.0。

一次算所有样本（向量化）很快；但有五百万个样本时，这样也要等一阵子。`,
        },
      },
      challenge: {
        id: 'little-reading',
        task: {
          en: 'Choose $B$ and $alpha$ of the mini-batch run so that $J$ falls below 2.1 (the lowest possible is about 2.0) **and stays there** after at most 2,500 examples.',
          zh: '为小批量的那条轨迹选 $B$ 和 $alpha$，使读过至多 2,500 个样本之后 $J$ 降到 2.1 以下（最低约为 2.0），**并且不再超过**。',
        },
        hint: {
          en: 'With a small $B$ the updates are frequent, but each step is noisy. With a large $B$ each step is smooth, but it takes more reading. Try a $B$ that is twice as large.',
          zh: '$B$ 小，更新频繁，但每一步噪声大；$B$ 大，每一步平稳，但要读更多样本。把 $B$ 加倍试试。',
        },
        measure: { what: 'examplesBelow', cost: 2.1, run: 'best' },
        atMost: 2500,
        provided: { epochs: { atLeast: 1 } },
        fixed: ['m'],
      },
    },
    {
      id: 'waiting',
      title: { en: 'Who has moved?', zh: '谁动过了？' },
      text: {
        en: `Here are $m = 5,000,000$ examples, made in this page just now, and a small network. Two runs start at the same point. The horizontal axis counts the **examples read** so far.

One run waits for all the examples before each step. The other takes a step each time it has read $B = 1,000$ of them.`,
        zh: `这里有 $m = 5,000,000$ 个样本，刚刚在这个页面里生成，还有一个小网络。两条轨迹从同一点出发。横轴是到目前为止**读过的样本数**。

一条每走一步都要先读完全部样本，另一条每读 $B = 1,000$ 个就走一步。`,
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
      },
      cursor: 0,
      speed: 1000,
      picture: 'stepRace',
      strips: [],
      controls: ['runs'],
      prediction: {
        question: {
          en: 'At 4,999,999 examples read, how many steps has each taken?',
          zh: '读到第 4,999,999 个样本时，它们各走了几步？',
        },
        votes: [45, 40, 15],
        answers: [
          {
            text: { en: '1 and 5,000', zh: '1 步和 5,000 步' },
            says: {
              en: 'That is right one example later. Now one is still missing: without it batch gradient descent can’t move, and the 5,000th mini-batch isn’t full.',
              zh: '再读一个样本就对了。现在还差一个：少了它，批量梯度下降不能动，第 5,000 个小批量也没满。',
            },
          },
          {
            text: { en: '0 and 4,999', zh: '0 步和 4,999 步' },
            right: true,
            says: {
              en: 'Batch gradient descent reads all the examples first and then takes its first step. It has not moved yet.',
              zh: '批量梯度下降要先读完全部样本，才走第一步：它还没动。',
            },
          },
          {
            text: { en: '5,000 and 5,000', zh: '各 5,000 步' },
            says: {
              en: 'They have read the same amount. But one batch step takes as much reading as 5,000 mini-batch steps.',
              zh: '读的样本确实一样多。但批量的一步，要读的样本抵得上小批量的 5,000 步。',
            },
          },
        ],
        reveal: { speed: 1000 },
        after: {
          en: 'The mini-batch run is far down. The other one stays at its start all the time and moves once, at 5,000,000. One pass through the data gives 5,000 steps instead of 1. Step back from the end: at 4,999,000 it is still 0 steps against 4,999.',
          zh: '小批量的轨迹早已降到低处；另一条一直停在起点，到 5,000,000 才动一下。把数据读一遍，前者走 5,000 步，后者走 1 步。从末尾往回退一步：4,999,000 时仍是 0 步对 4,999 步。',
        },
      },
      teaching: {
        misconception: {
          en: 'The same amount of work means the same number of steps',
          zh: '工作量一样，步数就一样',
        },
        sentence: {
          en: 'Batch gradient descent must read everything before it can move once.',
          zh: '批量梯度下降要读完所有样本，才能动一次。',
        },
      },
    },
    {
      id: 'cut',
      title: { en: 'What is one epoch?', zh: '什么是一轮？' },
      text: {
        en: `The course notes (the written notes to the lectures that this course follows) cut 5,000,000 examples into 5,000 sets of 1,000. $X^{{1}}$ is $x^{(1)} … x^{(1000)}$, $X^{{2}}$ is $x^{(1001)} … x^{(2000)}$, and $Y^{{t}}$ is cut in the same way. **Braces** count mini-batches, **round** brackets count examples, **square** brackets count layers: $Z^{[l]}$.

“Batch” means the whole training set at once, “mini-batch” means one $X^{{t}}, Y^{{t}}$. One pass through all the examples is an **epoch**. Here $m = 512$ and $B = 100$, and the examples are shuffled before every epoch.`,
        zh: `课程笔记（本课程所依据的讲课笔记）把 5,000,000 个样本切成 5,000 份，每份 1,000 个。$X^{{1}}$ 是 $x^{(1)} … x^{(1000)}$，$X^{{2}}$ 是 $x^{(1001)} … x^{(2000)}$，$Y^{{t}}$ 也这样切。**花括号**数小批量，**圆括号**数样本，**方括号**数层：$Z^{[l]}$。

“批量”指一次用整个训练集，“小批量”指一份 $X^{{t}}, Y^{{t}}$。把所有样本读一遍叫一**轮**（epoch）。这里 $m = 512$，$B = 100$，每一轮开始前都重新打乱样本。`,
      },
      experiment: {
        objective: { m: 512 },
        batchSize: 100,
        steps: 18,
        runs: [{ optimizer: 'gd', alpha: 0.2, name: 'B = 100' }],
      },
      view: { axis: 'step', selected: 0 },
      speed: 2,
      picture: 'batches',
      controls: ['batchSize', 'm', 'reshuffle'],
      prediction: {
        question: {
          en: '512 is not a multiple of 100. What is one epoch?',
          zh: '512 不是 100 的倍数。一轮是什么样的？',
        },
        votes: [40, 45, 15],
        answers: [
          {
            text: { en: '5 steps, and 12 examples are left out', zh: '5 步，剩下 12 个样本不用' },
            says: {
              en: 'Some libraries offer exactly that (PyTorch calls it drop_last). But then the epoch is not a pass through all the examples.',
              zh: '有些库确实提供这个选项（PyTorch 里叫 drop_last）。但那样一轮就没有读完所有样本。',
            },
          },
          {
            text: { en: '6 steps, and the last one has 12 examples', zh: '6 步，最后一步只有 12 个样本' },
            right: true,
            says: { en: '$⌈m/B⌉ = ⌈5.12⌉ = 6$.', zh: '$⌈m/B⌉ = ⌈5.12⌉ = 6$。' },
          },
          {
            text: {
              en: '6 steps, and the last one takes 88 from the next epoch',
              zh: '6 步，最后一步从下一轮借 88 个',
            },
            says: {
              en: 'There are 6 steps. But nothing is carried over: every epoch visits each example exactly once.',
              zh: '确实是 6 步。但不跨轮：每一轮里每个样本恰好用一次。',
            },
          },
        ],
        reveal: { cursor: 6 },
        after: {
          en: 'One epoch has six steps. The sixth has only 12 examples, so expect its $J^{{t}}$ to be about three times as noisy: $sqrt{100/12} = 2.9$. Keep stepping: each new epoch shuffles the examples and cuts them again. With $B = m$ an epoch has one step, with $B = 1$ it has 512.',
          zh: '一轮有六步。第六步只有 12 个样本，所以它的 $J^{{t}}$ 的噪声预计约为其他步的三倍：$sqrt{100/12} = 2.9$。继续往前走：每一轮都重新打乱、重新切分。$B = m$ 时一轮只有一步，$B = 1$ 时有 512 步。',
        },
      },
      teaching: {
        question: { en: 'm = 512, B = 100: what is one epoch?', zh: 'm = 512，B = 100：一轮是什么样的？' },
        misconception: { en: 'The examples left over are dropped', zh: '剩下的样本不用' },
        sentence: {
          en: 'An epoch is one pass through all the examples: ⌈m/B⌉ steps, and the last may be smaller.',
          zh: '一轮就是把全部样本读一遍：⌈m/B⌉ 步，最后一步可以更小。',
        },
      },
    },
    {
      id: 'loop',
      title: { en: 'The loop, line by line', zh: '逐行走一遍循环' },
      text: {
        en: `This is the loop of the course notes, for this network: forward through the layers on $X^{{t}}$ alone, then the cost $J^{{t}}$, then backward, then the update. It is gradient descent as before. Only the set of examples is small, and it changes every time.

**Walk through it line by line.** $Z^{[1]}$ has a column for each of the 64 examples. One product of matrices replaces a loop over the examples: that is vectorization.`,
        zh: `这是课程笔记里的循环，用在这个网络上：只对 $X^{{t}}$ 逐层前向传播，求代价 $J^{{t}}$，反向传播，更新。和以前的梯度下降一样，只是样本集小，而且每次都换。

**一行一行地走。**$Z^{[1]}$ 里 64 个样本各占一列：一次矩阵乘法代替了逐个样本的循环，这就是向量化。`,
      },
      experiment: {
        objective: { ...circles, layers: [2, 3, 1] },
        steps: 160,
        runs: [{ optimizer: 'gd', alpha: 2, name: 'B = 64' }],
      },
      view: { axis: 'step', selected: 0 },
      cursor: 0,
      speed: 10,
      picture: 'network',
      rule: { component: 0, code: true },
      controls: ['alpha', 'batchSize'],
    },
    {
      id: 'cost',
      title: { en: 'The cost of a batch', zh: '一个小批量的代价' },
      text: {
        en: `The **cost** $J^{{t}}$ of a mini-batch is $1/B$ · the sum of the **losses** $L$ of its examples, plus $lambda/(2B)$ · the sum of the squares of all $W^{[l]}$.

We divide by the size of the **mini-batch**, in front of the penalty too. Here $lambda = 1$ and $B = 64$: the weights stay small, the boundary is almost straight, and the accuracy is poor.`,
        zh: `小批量的**代价函数** $J^{{t}}$ 等于 $1/B$ · 各样本的**损失函数** $L$ 之和，加上 $lambda/(2B)$ · 所有 $W^{[l]}$ 的平方和。

除数是**小批量**的大小，惩罚项前面也是。这里 $lambda = 1$，$B = 64$：权重一直很小，决策边界几乎是直的，准确率不高。`,
      },
      experiment: { objective: { ...circles, lambda: 1 }, costEvery: 'epoch', runs: [ofBatch] },
      view: { axis: 'epoch', selected: 0 },
      speed: 200,
      picture: 'network',
      controls: ['runs', 'alpha', 'batchSize', 'lambda'],
      terms: [
        {
          term: { en: '$lambda$', zh: '$lambda$' },
          note: {
            en: 'is the strength of regularization here. It is not the curvature $lambda$ of the last lesson.',
            zh: '在这里是正则化的强度，不是上一课的曲率 $lambda$。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'Keep $lambda = 1$ and the number of epochs, and use $B = m$ instead. What happens to the accuracy?',
          zh: '$lambda = 1$ 和轮数都不变，改用 $B = m$。准确率会怎样？',
        },
        votes: [55, 30, 15],
        answers: [
          {
            text: { en: 'It stays the same: λ is λ', zh: '不变：λ 就是 λ' },
            says: {
              en: '$lambda$ itself is the same. But the penalty is $lambda/(2B)$, and $B$ has changed.',
              zh: '$lambda$ 本身确实没变。但惩罚项是 $lambda/(2B)$，而 $B$ 变了。',
            },
          },
          {
            text: { en: 'It gets better', zh: '变高' },
            right: true,
            says: {
              en: '$m/B = 8$: the penalty counts one eighth as much.',
              zh: '$m/B = 8$：惩罚项只有原来的八分之一。',
            },
          },
          {
            text: { en: 'It gets worse', zh: '变低' },
            says: {
              en: 'The run does take fewer steps. But the penalty counts one eighth as much, and that matters more here.',
              zh: '步数确实更少。但惩罚项只有原来的八分之一，在这里更要紧。',
            },
          },
        ],
        reveal: {
          experiment: { runs: [ofBatch, ofAll] },
          view: { selected: 1 },
          cursor: 8 * epochs,
        },
        after: {
          en: 'On mini-batches the same $lambda$ counts $m/B$ times as much: 8 times with $B = 64$. In this formula, changing $B$ also changes the strength of the regularization. (Not in every library: the weight_decay of PyTorch does not depend on $B$.) Change $lambda$ and $B$ and watch the boundary.',
          zh: '同一个 $lambda$，在小批量上的作用是全批量的 $m/B$ 倍：$B = 64$ 时是八倍。在这个公式里，改了 $B$，正则化的强度也就变了。（并非所有的库都这样：PyTorch 的 weight_decay 与 $B$ 无关。）调一调 $lambda$ 和 $B$，看边界怎样变。',
        },
      },
      teaching: {
        question: {
          en: 'We keep λ and use B = m: does the accuracy stay the same?',
          zh: 'λ 不变，改用 B = m：准确率还一样吗？',
        },
        misconception: { en: 'λ means the same for every B', zh: 'λ 对每个 B 都一样' },
        sentence: {
          en: 'This formula divides the penalty by B, so on mini-batches λ counts m/B times as much.',
          zh: '这个公式里惩罚项除以 B，所以在小批量上 λ 的作用是 m/B 倍。',
        },
      },
      cards: [
        {
          written: {
            en: 'the sum over the layers goes up to l = 1000',
            zh: '对各层求和写到 l = 1000',
          },
          says: {
            en: '$l$ counts layers, so the sum goes from 1 to $L$, which is 2 here. The 1,000 in the course notes is the size of the mini-batch.',
            zh: '$l$ 数的是层，所以求和从 1 到 $L$，这里 $L$ 是 2。课程笔记里的 1,000 是小批量的大小。',
          },
          load: { experiment: { objective: { lambda: 2 } } },
        },
      ],
    },
  ],
  summary: [
    {
      en: 'Batch gradient descent takes one step per epoch, mini-batches take ⌈m/B⌉.',
      zh: '批量梯度下降每轮走一步，小批量每轮走 ⌈m/B⌉ 步。',
    },
    {
      en: 'Compare runs by the examples they have read, or by measured time, not by the number of steps.',
      zh: '比较时要看读过的样本数，或实测的时间，而不是步数。',
    },
    {
      en: 'Each step is ordinary gradient descent on another small set $X^{{t}}$.',
      zh: '每一步都是普通的梯度下降，只是换了一个小集合 $X^{{t}}$。',
    },
  ],
}
