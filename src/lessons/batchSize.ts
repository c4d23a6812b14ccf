// Lesson 3. How to read the pictures (a slice, the valley from above), then the size of a batch: three paths, speed measured
// on this machine, the cloud and moment 5, "Halve α". firstLessons.test.ts holds the numbers.

import { exampleLine } from '../engine/objectives/exampleLine.ts'
import { withInputs } from '../panels/line.ts'
import type { Facts } from '../panels/lesson/facts.ts'
import type { Lesson, Outcome } from './lesson.ts'

const measuredEpochs = 10
const line = exampleLine()
/** An epoch may take so much longer than the fastest. */
const slower = 1.2

/** The smallest measured B whose epoch takes at most a fifth longer than the best. */
function smallestGood({ experiment, measured }: Facts): Outcome {
  if (!measured) return { done: false, says: { en: 'Measure first.', zh: '先测量。' } }
  const best = Math.max(...measured.map(({ rate }) => rate))
  const good = measured.find(({ rate }) => rate * slower >= best)!
  // The largest that is measured is m itself, which is also written "all".
  const batchSize = experiment.batchSize === 'all' ? measured.at(-1)!.size : experiment.batchSize
  if (batchSize === good.size) return { done: true, score: good.size }
  const chosen = measured.find(({ size }) => size === batchSize)
  if (!chosen)
    return {
      done: false,
      says: { en: 'Choose one of the sizes that were measured.', zh: '请从测量过的大小里选。' },
    }
  const times = (best / chosen.rate).toFixed(2)
  return {
    done: false,
    says:
      chosen.size < good.size
        ? {
            en: `With $B = ${chosen.size}$ an epoch takes ${times} times as long as the best.`,
            zh: `$B = ${chosen.size}$ 时一轮的时间是最好的 ${times} 倍。`,
          }
        : {
            en: `$B = ${chosen.size}$ takes ${times} times the best, but a smaller one is good enough.`,
            zh: `$B = ${chosen.size}$ 的时间是最好的 ${times} 倍，但更小的也够好了。`,
          },
  }
}

const round = { kind: 'quadratic', curvature: [1, 2], angle: 0, m: 100_000, noise: 1 }

export const batchSize: Lesson = {
  id: 'batch-size',
  title: { en: 'Batch size', zh: '小批量大小' },
  steps: [
    {
      id: 'slice',
      title: { en: 'How to read this: a slice', zh: '怎样读图：一个切面' },
      text: {
        en: `Cut a valley along one direction and you see a parabola, $J = lambda w^2/2$. Gradient descent moves $w$ to $(1 - alpha lambda) w$.

Turn $alpha$ (here $lambda = 1$): between 0 and 1 it **slides**, between 1 and 2 it **hops** from side to side and still comes down, above 2 it **flies out**. At exactly 1 it is there in one step.`,
        zh: `沿一个方向把谷切开，看到的是一条抛物线 $J = lambda w^2/2$。梯度下降把 $w$ 变成 $(1 - alpha lambda) w$。

转动 $alpha$（这里 $lambda = 1$）：在 0 与 1 之间它**滑**下去；在 1 与 2 之间它左右**跳**，但仍在下降；大于 2 就**飞出去**。恰好等于 1 时，一步就到。`,
      },
      experiment: {
        objective: { kind: 'quadratic', curvature: [1, 1], m: 512, noise: 0 },
        start: [-4, 0],
        batchSize: 'all',
        steps: 20,
        runs: [{ optimizer: 'gd', alpha: 1.6, name: 'α' }],
      },
      speed: 4,
      picture: 'slice',
      strips: ['cost'],
      controls: ['alpha'],
      teaching: {
        question: { en: 'At αλ = 1.6, which way does it go?', zh: 'αλ = 1.6 时它怎么走？' },
        misconception: { en: 'A larger α is always faster, until it fails', zh: 'α 越大越快，直到失败' },
        sentence: {
          en: 'Below 1 it slides, to 2 it hops, beyond it flies.',
          zh: '小于 1 滑，到 2 跳，再大就飞。',
        },
      },
    },
    {
      id: 'zigzag',
      title: { en: 'From above: two slices make the map', zh: '从上面看：两个切面合成一张图' },
      text: {
        en: `The same seen from above: each line is one value of $J$, and the arrow $-dW$ crosses it at a right angle.

Along $w$ the valley is flat ($lambda = 1$), along $b$ steep ($lambda = 20$). One $alpha = 0.09$ serves both: along $w$, $alpha lambda = 0.09$ **crawls**; along $b$, $alpha lambda = 1.8$ **hops**. Together: the zig-zag.`,
        zh: `同一件事从上面看：每条线是 $J$ 的一个值，箭头 $-dW$ 与它垂直相交。

沿 $w$ 平缓（$lambda = 1$），沿 $b$ 陡峭（$lambda = 20$）。两个方向共用一个 $alpha = 0.09$：沿 $w$，$alpha lambda = 0.09$，**爬**；沿 $b$，$alpha lambda = 1.8$，**跳**。合起来就是之字形。`,
      },
      experiment: {
        objective: { kind: 'quadratic', curvature: [1, 20], m: 512, noise: 0 },
        start: [-8, 1.5],
        batchSize: 'all',
        steps: 40,
        runs: [{ optimizer: 'gd', alpha: 0.09, name: 'α = 0.09' }],
      },
      speed: 4,
      strips: ['slice', 'sliceAcross'],
      controls: ['alpha', 'kappa'],
      prediction: {
        kind: 'choice',
        question: {
          en: '$alpha$ from 0.09 to 0.11: where does it leave the valley?',
          zh: '$alpha$ 从 0.09 变成 0.11：它从哪里离开山谷？',
        },
        answers: [
          {
            text: { en: 'Along the flat axis: there it has the longest way', zh: '沿平缓的轴：那里路最长' },
            votes: 30,
            says: {
              en: 'There $alpha lambda = 0.11$: it crawls a little faster.',
              zh: '那里 $alpha lambda = 0.11$：只是爬得快一点。',
            },
          },
          {
            text: { en: 'Across, along the steep axis', zh: '横着，沿陡峭的轴' },
            right: true,
            votes: 50,
            says: { en: '$0.11 times 20 = 2.2$, above 2.', zh: '$0.11 times 20 = 2.2$，大于 2。' },
          },
          {
            text: { en: 'It stays: 0.11 is not even 1', zh: '不会离开：0.11 还不到 1' },
            votes: 20,
            says: {
              en: 'What counts is $alpha lambda$, and the steepest direction decides.',
              zh: '要看的是 $alpha lambda$，由最陡的方向决定。',
            },
          },
        ],
        reveal: {
          experiment: { runs: [{ optimizer: 'gd', alpha: 0.11, name: 'α = 0.11' }] },
          cursor: 12,
        },
        after: {
          en: 'The steep slice flies out while the flat one still crawls in. The steepest direction sets the limit $2/lambda_max = 0.1$ for all.',
          zh: '陡的切面飞出去了，平缓的还在往里爬。最陡的方向给所有方向定下极限 $2/lambda_max = 0.1$。',
        },
      },
    },
    {
      id: 'ravine',
      title: { en: 'Where does the ravine come from?', zh: '狭长谷从哪里来？' },
      text: {
        en: `Forty points, and a line $y = w x + b$. **This point is this line**: each point of the map is one line; drag the start, or scrub, and the line moves.

Here $x$ is normalized: mean 0, deviation 1. The valley is round, and at $alpha = 0.5$ gradient descent walks straight to the bottom.`,
        zh: `四十个点，一条直线 $y = w x + b$。**这个点就是这条线**：图上每一点都是一条直线；拖动起点，或拖动时间轴，直线就跟着动。

这里的 $x$ 已经归一化：均值 0，标准差 1。谷是圆的，$alpha = 0.5$ 时梯度下降直直地走到谷底。`,
      },
      experiment: {
        objective: withInputs(line, false, false),
        start: [-2, 4],
        batchSize: 'all',
        steps: 40,
        runs: [{ optimizer: 'gd', alpha: 0.5, name: 'α = 0.5' }],
      },
      view: { selected: 0 },
      speed: 4,
      strips: ['line', 'cost'],
      controls: ['alpha'],
      prediction: {
        kind: 'choice',
        question: {
          en: '$x$ is written in other units, so that its numbers are ten times larger. The valley becomes …',
          zh: '换个单位写 $x$，数值大十倍。谷变成……',
        },
        answers: [
          {
            text: { en: 'the same: a unit changes nothing', zh: '不变：单位不改变什么' },
            votes: 35,
            says: {
              en: 'The line stays the same, but $w$ is a tenth, and $J$ is a hundred times as steep along it.',
              zh: '直线不变，但 $w$ 只有十分之一，而 $J$ 沿它陡了一百倍。',
            },
          },
          {
            text: { en: '10 times as elongated', zh: '狭长 10 倍' },
            votes: 40,
            says: {
              en: 'The curvature along $w$ is the mean of $x^2$: ten squared.',
              zh: '沿 $w$ 的曲率是 $x^2$ 的平均：十的平方。',
            },
          },
          {
            text: { en: '100 times as elongated', zh: '狭长 100 倍' },
            right: true,
            votes: 25,
            says: {
              en: 'The curvature along $w$ is the mean of $x^2$, along $b$ it stays 1: $kappa = 100$.',
              zh: '沿 $w$ 的曲率是 $x^2$ 的平均，沿 $b$ 仍是 1：$kappa = 100$。',
            },
          },
        ],
        reveal: {
          experiment: {
            objective: withInputs(line, true, false),
            start: [-0.2, 4],
            runs: [{ optimizer: 'gd', alpha: 0.018, name: 'α = 0.018' }],
          },
        },
        after: {
          en: 'A ravine, and above $2/lambda_max = 0.02$ it flies out: what took a few steps takes hundreds. Switch “not centered” on: the mean of $x$ tilts the valley. **Before a better optimizer, normalize the inputs.**',
          zh: '成了狭长谷，而且 $alpha$ 超过 $2/lambda_max = 0.02$ 就飞出去：原来几步的事，现在要几百步。再打开“x 未中心化”：$x$ 的均值使谷倾斜。**换更好的优化器之前，先把输入归一化。**',
        },
      },
      teaching: {
        question: {
          en: 'x in other units, ten times larger: what happens to the valley?',
          zh: 'x 换个单位，大十倍：谷会怎样？',
        },
        misconception: { en: 'Units do not matter', zh: '单位无关紧要' },
        sentence: {
          en: 'Before a better optimizer, normalize the inputs.',
          zh: '换更好的优化器之前，先把输入归一化。',
        },
      },
    },
    {
      id: 'three',
      title: { en: 'All, one, or between', zh: '全部、一个，或介于两者之间' },
      text: {
        en: `Three runs, one start, one $alpha$, 200 steps each over $m = 512$ examples. $B = m$ goes straight, with no noise. $B = 1$ is **stochastic gradient descent**: often right, sometimes the wrong way, and it never comes to rest. $B = 64$ lies between.

Set the batch size of a run to 512 and it lies **exactly** on batch gradient descent: $(X^{{1}}, Y^{{1}}) = (X, Y)$.`,
        zh: `三个运行，同一起点，同一个 $alpha$，$m = 512$ 个样本，各走 200 步。$B = m$ 直直地走，没有噪声。$B = 1$ 是**随机梯度下降**：多半方向对，有时走反，而且永远停不下来。$B = 64$ 介于两者之间。

把某个运行的小批量大小调到 512，它就与批量梯度下降**完全**重合：$(X^{{1}}, Y^{{1}}) = (X, Y)$。`,
      },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 512, labelNoise: 2 },
        start: [-6, 4],
        batchSize: 64,
        steps: 200,
        runs: [
          { optimizer: 'gd', alpha: 0.05, name: 'B = m', batchSize: 'all' },
          { optimizer: 'gd', alpha: 0.05, name: 'B = 64' },
          { optimizer: 'gd', alpha: 0.05, name: 'B = 1', batchSize: 1 },
        ],
      },
      view: { selected: 2 },
      speed: 20,
      strips: ['cost'],
      controls: ['runs', 'batchSize', 'alpha', 'oneAlpha'],
    },
    {
      id: 'measured',
      title: { en: 'What a batch costs, measured', zh: '实测：小批量花多少时间' },
      text: {
        en: `One example at a time loses **vectorization**; all at once waits too long for a step. How much, depends on the machine: **measure it on yours**.

The band marks 64 to 512, the usual choice; powers of two fit memory. Up to about 2,000 examples take them all: $B = m$. And $X^{{t}}$, $Y^{{t}}$ must fit into memory: the bytes stand beside the network.`,
        zh: `一次一个样本，就丢掉了**向量化**；一次全部，又要等太久才走一步。差多少要看机器：**在你的机器上量一量**。

色带标出常用的 64 到 512；2 的幂与内存对齐。样本不超过约 2,000 个时就全部一起：$B = m$。而且 $X^{{t}}$、$Y^{{t}}$ 必须放得进内存：字节数写在网络旁。`,
      },
      experiment: {
        objective: {
          kind: 'network',
          layers: [2, 8, 8, 1],
          activation: 'tanh',
          loss: 'crossEntropy',
          lambda: 0,
          dataset: { kind: 'circles', m: 8192, noise: 0.1, mislabelled: 0 },
        },
        start: undefined,
        batchSize: 64,
        steps: measuredEpochs * 128,
        costEvery: 'epoch',
        runs: [
          { optimizer: 'gd', alpha: 1, name: 'B = m', batchSize: 'all', steps: measuredEpochs },
          { optimizer: 'gd', alpha: 1, name: 'B = 64' },
          { optimizer: 'gd', alpha: 0.1, name: 'B = 1', batchSize: 1, steps: measuredEpochs * 8192 },
        ],
      },
      view: { axis: 'seconds', selected: 1 },
      picture: 'network',
      strips: ['choosing', 'cost'],
      controls: ['runs', 'batchSize', 'm'],
      challenge: {
        id: 'good-enough',
        better: 'less',
        unit: { en: '(that B)', zh: '（这个 B）' },
        task: {
          en: 'Measure, then set the run $B = 64$ to the **smallest** $B$ whose epoch takes at most 20 % longer than the best one.',
          zh: '先测量，再把 $B = 64$ 的运行改成一轮时间不超过最好者 1.2 倍的**最小** $B$。',
        },
        hint: {
          en: '“Show as table” gives the seconds an epoch of each $B$.',
          zh: '“以表格显示”给出每个 $B$ 一轮的秒数。',
        },
        byMeasure: true,
        check: smallestGood,
      },
      teaching: {
        question: { en: 'Which B reads most examples a second?', zh: '哪个 B 每秒读的样本最多？' },
        misconception: { en: 'Smaller B is always faster', zh: 'B 越小越快' },
        sentence: {
          en: 'A small batch steps often but reads slowly; 64 to 512 has most of both.',
          zh: '小的小批量走得勤、读得慢；64 到 512 兼得两者。',
        },
      },
    },
    {
      id: 'cloud',
      title: { en: 'Halve α', zh: '把 α 减半' },
      text: {
        en: `$B = 1$, $m = 100,000$, $alpha = 0.1$, constant. The run arrives within some twenty steps and then **wanders**: the last 2,000 points form a cloud. The ring is its measured radius, 0.28.`,
        zh: `$B = 1$，$m = 100,000$，$alpha = 0.1$ 不变。约二十步就到了，然后**徘徊**：最后 2,000 个点构成一片点云。圆环是实测的半径，0.28。`,
      },
      experiment: {
        seed: 5,
        objective: round,
        start: [-6, 3],
        batchSize: 1,
        steps: 4000,
        runs: [{ optimizer: 'gd', alpha: 0.1, name: 'α = 0.1' }],
      },
      view: { selected: 0 },
      speed: 1000,
      picture: 'cloud',
      strips: ['cost', 'map'],
      controls: ['runs', 'alpha', 'batchSize'],
      prediction: {
        kind: 'choice',
        question: { en: 'Halve $alpha$: the radius becomes …', zh: '把 $alpha$ 减半：半径变成……' },
        answers: [
          {
            text: { en: 'half', zh: '一半' },
            votes: 55,
            says: {
              en: 'Each step is half as long, but what pulls it back is half as strong too.',
              zh: '每一步短了一半，但把它拉回来的力也弱了一半。',
            },
          },
          {
            text: { en: 'divided by $sqrt 2$', zh: '除以 $sqrt 2$' },
            right: true,
            votes: 25,
            says: {
              en: 'Half the step, twice as many steps that add up by chance: $sqrt{1/2} = 0.71$.',
              zh: '步子减半，随机累加的步数加倍：$sqrt{1/2} = 0.71$。',
            },
          },
          {
            text: { en: 'the same: the noise is in the data', zh: '不变：噪声在数据里' },
            votes: 20,
            says: {
              en: 'The noise of the gradient is the same, but $alpha$ multiplies it.',
              zh: '梯度的噪声不变，但它要乘以 $alpha$。',
            },
          },
        ],
        reveal: {
          experiment: {
            runs: [
              { optimizer: 'gd', alpha: 0.1, name: 'α = 0.1' },
              { optimizer: 'gd', alpha: 0.05, name: 'α = 0.05' },
            ],
          },
          view: { selected: 1 },
          cursor: 4000,
        },
        after: {
          en: `0.20 beside 0.28: about $1/sqrt 2$. The price: the way there takes twice as long, 40 steps for 19.

Raising $B$ shrinks it as well: $B = 4$ halves it. But at a constant $alpha$ it never comes to rest. Lesson 9 lowers $alpha$ on the way, with the same seed: the cloud closes in.`,
          zh: `0.20 对 0.28：约为 $1/sqrt 2$。代价是：到达要用两倍的时间，40 步对 19 步。

增大 $B$ 也会使它缩小：$B = 4$ 时减半。但只要 $alpha$ 不变，它就永远停不下来。第 9 课用同一个种子，边走边降低 $alpha$：点云随之收拢。`,
        },
      },
      teaching: {
        question: { en: 'Halve α: the radius of the cloud?', zh: 'α 减半：点云的半径？' },
        misconception: { en: 'Half the step, half the cloud', zh: '步子减半，点云就减半' },
        sentence: {
          en: 'The cloud shrinks with the root of α; the way gets longer with α itself.',
          zh: '点云随 α 的平方根缩小；路程却随 α 本身变长。',
        },
      },
      cards: [
        {
          written: {
            en: 'mini-batch gradient descent won’t always wander around the minimum',
            zh: '小批量梯度下降不会总在最小值附近摆动',
          },
          says: {
            en: 'At constant $alpha$ it does, in a smaller region: $B = 64$, radius 0.035 instead of 0.28.',
            zh: 'α 不变时它总会摆动，只是范围更小：$B = 64$ 时半径 0.035，而不是 0.28。',
          },
          load: { experiment: { runs: [{ optimizer: 'gd', alpha: 0.1, name: 'B = 64', batchSize: 64 }] } },
        },
        {
          says: {
            en: 'Decay, with the same seed and the same batches of 100: the cloud closes in.',
            zh: '加上衰减，用同一个种子、同样大小为 100 的小批量：点云收拢了。',
          },
          load: {
            experiment: {
              batchSize: 100,
              steps: 8000,
              objective: { noise: 10 },
              runs: [
                { optimizer: 'gd', alpha: 0.1, name: 'α = 0.1' },
                { optimizer: 'gd', alpha: 0.1, decay: { kind: 'inverse', rate: 1 }, name: '1/(1 + e)' },
              ],
            },
          },
        },
      ],
    },
  ],
  summary: [
    {
      en: 'B = m has no noise and waits longest; B = 1 steps at once and never comes to rest.',
      zh: 'B = m 没有噪声，但等得最久；B = 1 马上就走，但永远停不下来。',
    },
    {
      en: 'Up to about 2,000 examples: all. Else 64 to 512, a power of two.',
      zh: '样本不超过约 2,000 个：全部一起。否则取 64 到 512 的 2 的幂。',
    },
    {
      en: 'At constant α a cloud remains: its radius goes with √(α/B).',
      zh: 'α 不变时总留下一片点云：半径随 √(α/B) 变化。',
    },
  ],
}
