// Lesson 4. The batch size: three paths, speed measured on this machine, the cloud, and moment 5, "Halve α".
// firstLessons.test.ts checks the numbers.

import type { RunPart } from '../course/tasks.ts'
import type { DescentLesson } from '../course/lesson.ts'
import { bowl, circles } from './shared.ts'

const measuredEpochs = 10
const even: RunPart = { optimizer: 'gd', alpha: 0.1, name: 'α = 0.1' }

export const batchSize: DescentLesson = {
  id: 'batch-size',
  numbers: [4, 5, 6],
  steps: [
    {
      id: 'three',
      title: { en: 'All, one, or something in between?', zh: '全部、一个，还是介于两者之间？' },
      text: {
        en: `Three runs start at the same point, use the same $alpha$ and take 200 steps each. The training set has $m = 512$ examples.

The first run uses all of them for every step ($B = m$), the second uses 64. The third uses a single example: $B = 1$ is called **stochastic gradient descent**.`,
        zh: `三条轨迹从同一点出发，用同一个 $alpha$，各走 200 步。训练集有 $m = 512$ 个样本。

第一条每一步都用全部样本（$B = m$），第二条用 64 个，第三条只用一个：$B = 1$ 叫**随机梯度下降**。`,
      },
      experiment: {
        objective: bowl,
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
      controls: ['runs', 'batchSize', 'alpha', 'oneAlpha'],
      prediction: {
        question: { en: 'Where does the run with $B = 1$ end?', zh: '$B = 1$ 的那条最后会怎样？' },
        votes: [35, 45, 20],
        answers: [
          {
            text: { en: 'At rest at the minimum, only later', zh: '停在最小值，只是晚一点' },
            says: {
              en: 'It does get to the minimum. But each example pulls towards a minimum of its own, so the steps never become small.',
              zh: '它确实会走到最小值附近。但每个样本都把它拉向自己的最小值，所以步子永远小不下来。',
            },
          },
          {
            text: { en: 'Near the minimum, still wandering', zh: '在最小值附近，一直徘徊' },
            right: true,
            says: {
              en: 'On average its steps point the right way, but each one follows a single example.',
              zh: '平均来看方向是对的，但每一步只听一个样本的。',
            },
          },
          {
            text: { en: 'Far away: one example says too little', zh: '离得很远：一个样本说明不了什么' },
            says: {
              en: 'One example does say little. But over many steps the errors average out, and the mean of the steps points to the minimum.',
              zh: '一个样本确实说明不了什么。但走许多步，误差会互相抵消，平均的方向指向最小值。',
            },
          },
        ],
        after: {
          en: '$B = m$ goes straight to the minimum, without noise. With $B = 1$ the steps mostly point the right way, sometimes the wrong way, and the run never settles. $B = 64$ is in between. Set the batch size of a run to 512: its path is then **exactly** that of batch gradient descent, because $(X^{{1}}, Y^{{1}}) = (X, Y)$.',
          zh: '$B = m$ 直接走到最小值，没有噪声。$B = 1$ 多半方向对，有时走反，而且永远停不下来。$B = 64$ 介于两者之间。把某条轨迹的小批量大小调到 512，它就与批量梯度下降**完全**重合，因为 $(X^{{1}}, Y^{{1}}) = (X, Y)$。',
        },
      },
    },
    {
      id: 'measured',
      title: { en: 'How fast is a batch on your computer?', zh: '在你的电脑上，一个小批量要多久？' },
      text: {
        en: `One example at a time gives up **vectorization**; all of them at once makes you wait too long for a step. How much it matters depends on the computer, so **measure it on yours**.

The band marks 64 to 512, the usual choice; computers work best with powers of two. With up to about 2,000 examples, simply use them all ($B = m$): set $m$ to 2,000, measure again, and see how short such a step is. And a batch must fit into memory: its size in bytes is shown next to the network.`,
        zh: `一次一个样本，就放弃了**向量化**；一次全部，又要等太久才能走一步。影响多大取决于电脑，所以**在你的机器上量一量**。

色带标出常用的 64 到 512；取 2 的幂，电脑算得最顺。样本不超过约 2,000 个时，就全部一起用（$B = m$）：把 $m$ 设为 2,000 再量一次，看看这样的一步有多快。小批量还必须放得进内存：它的字节数写在网络旁边。`,
      },
      experiment: {
        objective: { ...circles, layers: [2, 8, 8, 1], dataset: { ...circles.dataset, m: 8192 } },
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
        task: {
          en: 'Measure. Then change the run $B = 64$ to the **smallest** $B$ whose epoch takes at most 20% longer than the fastest one.',
          zh: '先测量。然后把 $B = 64$ 的那条轨迹改成**最小**的 $B$，使一轮的时间不超过最快者的 1.2 倍。',
        },
        hint: {
          en: '“Show as table” lists the seconds per epoch for each $B$.',
          zh: '“以表格显示”列出每个 $B$ 一轮的秒数。',
        },
        measure: { what: 'smallestBatch', slowdown: 1.2 },
      },
      teaching: {
        question: {
          en: 'Which B processes the most examples per second?',
          zh: '哪个 B 每秒处理的样本最多？',
        },
        misconception: { en: 'Smaller B is always faster', zh: 'B 越小越快' },
        sentence: {
          en: 'Small batches update often but process examples slowly; 64 to 512 gives you most of both advantages.',
          zh: '批量越小，更新越频繁，但处理样本越慢；64 到 512 两头都照顾到。',
        },
      },
    },
    {
      id: 'cloud',
      title: { en: 'What if we halve α?', zh: '把 α 减半会怎样？' },
      text: {
        en: `Here $B = 1$, $m = 100,000$, and $alpha = 0.1$ stays constant. The run arrives after about twenty steps and then **wanders**. Its last 2,000 points form a cloud, and the ring shows the measured radius of that cloud: 0.28.`,
        zh: `这里 $B = 1$，$m = 100,000$，$alpha = 0.1$ 保持不变。约二十步就到了最小值附近，然后**徘徊**：最后 2,000 个点构成一片点云，圆环是它实测的半径，0.28。`,
      },
      experiment: {
        seed: 5,
        objective: { kind: 'quadratic', curvature: [1, 2], m: 100_000, noise: 1 },
        start: [-6, 3],
        batchSize: 1,
        steps: 4000,
        runs: [even],
      },
      view: { selected: 0 },
      speed: 1000,
      picture: 'cloud',
      strips: ['cost', 'map'],
      controls: ['runs', 'alpha', 'batchSize'],
      prediction: {
        question: {
          en: 'We halve $alpha$. What does the radius become?',
          zh: '把 $alpha$ 减半，半径变成多少？',
        },
        votes: [55, 25, 20],
        answers: [
          {
            text: { en: 'Half', zh: '一半' },
            says: {
              en: 'Each step is half as long. But the pull back to the minimum is half as strong too.',
              zh: '每一步确实只有一半长。但把它拉回最小值的力也只有一半。',
            },
          },
          {
            text: { en: 'The old radius divided by $sqrt 2$', zh: '原来的半径除以 $sqrt 2$' },
            right: true,
            says: {
              en: 'Each random kick is half as big, but twice as many kicks are still felt. Random kicks add up like a square root: $1/2 times sqrt 2 = 0.71$.',
              zh: '每一次随机的推动只有一半大，但还起作用的推动有两倍多。随机的推动按平方根累加：$1/2 times sqrt 2 = 0.71$。',
            },
          },
          {
            text: { en: 'The same: the noise is in the data', zh: '不变：噪声在数据里' },
            says: {
              en: 'The noise in the gradient is the same. But each step is $alpha$ times that gradient.',
              zh: '梯度里的噪声确实不变。但每一步是梯度的 $alpha$ 倍。',
            },
          },
        ],
        reveal: {
          experiment: { runs: [even, { ...even, alpha: 0.05, name: 'α = 0.05' }] },
          view: { selected: 1 },
          cursor: 4000,
        },
        after: {
          en: `The radius is 0.20 now; it was 0.28. That is about $1/sqrt 2$. But there is a price: the run needs 40 steps to get there instead of 19.

A larger $B$ shrinks the cloud too: $B = 4$ halves it. But at a constant $alpha$ the run never comes to rest. The lesson on learning-rate decay lowers $alpha$ during training, and the cloud closes in.`,
          zh: `半径从 0.28 变成 0.20，约为 $1/sqrt 2$。代价是：走到那里要 40 步，而不是 19 步。

增大 $B$ 也会使点云缩小：$B = 4$ 时减半。但只要 $alpha$ 不变，它就永远停不下来。“学习率衰减”一课在训练中逐步降低 $alpha$，点云随之收拢。`,
        },
      },
      teaching: {
        question: {
          en: 'We halve α. What does the radius of the cloud become?',
          zh: 'α 减半，点云的半径变成多少？',
        },
        misconception: { en: 'Half the step, half the cloud', zh: '步子减半，点云就减半' },
        sentence: {
          en: 'Halve α, and the cloud shrinks by the square root only, but the run takes twice as many steps to get there.',
          zh: 'α 减半，点云只按平方根缩小，走到那里的步数却要加倍。',
        },
      },
      cards: [
        {
          written: {
            en: 'mini-batch gradient descent won’t always wander around the minimum',
            zh: '小批量梯度下降不会总在最小值附近摆动',
          },
          says: {
            en: 'At a constant $alpha$ it does, only in a smaller region: with $B = 64$ the radius is 0.035 instead of 0.28.',
            zh: '$alpha$ 不变时它总会摆动，只是范围更小：$B = 64$ 时半径是 0.035，而不是 0.28。',
          },
          load: { experiment: { runs: [{ ...even, name: 'B = 64', batchSize: 64 }] } },
        },
        {
          says: {
            en: 'Let $alpha$ decay, with the same seed and the same batches of 100: the cloud closes in.',
            zh: '让 $alpha$ 衰减，种子和大小为 100 的小批量都不变：点云收拢了。',
          },
          load: {
            experiment: {
              batchSize: 100,
              steps: 8000,
              objective: { noise: 10 },
              runs: [even, { ...even, decay: { kind: 'inverse', rate: 1 }, name: '1/(1 + e)' }],
            },
          },
        },
      ],
    },
  ],
  summary: [
    {
      en: '$B = m$ has no noise, but you wait longest for a step. $B = 1$ steps at once, but never comes to rest.',
      zh: '$B = m$ 没有噪声，但每一步等得最久；$B = 1$ 马上就走，但永远停不下来。',
    },
    {
      en: 'With up to about 2,000 examples use them all. Otherwise use 64 to 512, a power of two.',
      zh: '样本不超过约 2,000 个就全部一起用；否则取 64 到 512 之间 2 的幂。',
    },
    {
      en: 'At a constant $alpha$ a cloud remains. Its radius is proportional to $sqrt{alpha/B}$.',
      zh: '$alpha$ 不变时总留下一片点云，半径与 $sqrt{alpha/B}$ 成正比。',
    },
  ],
}
