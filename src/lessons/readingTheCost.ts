// Lesson 3. How to read a noisy curve: batch and mini-batch cost side by side, why J^{t} need not fall, the alarm that
// holds only for full-batch gradient descent, one spike under the microscope, the returning spike, the trend.
// firstLessons.test.ts checks the numbers.

import type { RunPart } from '../course/tasks.ts'
import type { DescentLesson } from '../course/lesson.ts'
import { circles } from './shared.ts'

const alone: RunPart = { optimizer: 'gd', alpha: 2, name: 'B = 64' }
/** The labels of X^{3}, as the first epoch of seed 1 cuts it: wrong, they make "the returning spike". */
const third = [
  1, 6, 8, 17, 20, 51, 62, 64, 72, 81, 82, 97, 107, 108, 115, 120, 133, 146, 149, 161, 173, 177, 178, 183,
  195, 203, 220, 234, 241, 242, 245, 248, 253, 257, 272, 285, 289, 294, 305, 317, 321, 322, 325, 360, 361,
  368, 374, 387, 389, 391, 394, 397, 403, 410, 419, 422, 423, 455, 466, 481, 486, 487, 493, 506,
]

export const readingTheCost: DescentLesson = {
  id: 'reading-the-cost',
  numbers: [1, 2, 6, 3, 4, 5],
  steps: [
    {
      id: 'first',
      title: { en: 'Which curve is smooth?', zh: '哪条曲线光滑？' },
      text: {
        en: `The same network learns to separate the same circles, twice, with the same $alpha$. One run uses all the examples for every step ($B = m$). The other uses mini-batches of $B = 64$.

The thin line will be $J^{{t}}$, the cost of the batch that is being used. The thick line will be $J$, the cost of all the examples.`,
        zh: `同一个网络、同样的同心圆、同一个 $alpha$，训练两次。一次每一步都用全部样本（$B = m$），一次用 $B = 64$ 的小批量。

细线将是 $J^{{t}}$，即当前小批量的代价；粗线将是 $J$，即全部样本的代价。`,
      },
      experiment: {
        objective: circles,
        batchSize: 64,
        steps: 240,
        runs: [{ ...alone, name: 'B = m', batchSize: 'all' }, alone],
      },
      view: { selected: 1 },
      speed: 40,
      picture: 'network',
      controls: ['runs', 'alpha', 'batchSize'],
      prediction: {
        question: { en: 'What will the two thin lines look like?', zh: '两条细线会是什么样？' },
        votes: [20, 60, 20],
        answers: [
          {
            text: {
              en: 'Both smooth: the network and $alpha$ are the same',
              zh: '都光滑：网络和 $alpha$ 都一样',
            },
            says: {
              en: 'Network and $alpha$ are the same. But with $B = 64$ every point of the line comes from other examples.',
              zh: '网络和 $alpha$ 确实一样。但 $B = 64$ 时，线上每一点都来自另一批样本。',
            },
          },
          {
            text: { en: '$B = m$ smooth, $B = 64$ jagged', zh: '$B = m$ 光滑，$B = 64$ 参差' },
            right: true,
            says: {
              en: 'With $B = m$ every step is measured on the same examples, with $B = 64$ on other ones each time.',
              zh: '$B = m$ 每一步都用同样的样本来测量；$B = 64$ 每次都换一批。',
            },
          },
          {
            text: { en: 'Both jagged: learning always is', zh: '都参差：学习本来就这样' },
            says: {
              en: 'Curves in practice are mostly jagged. But there the steps use mini-batches: on all the examples, with a suitable $alpha$, $J$ falls at every step.',
              zh: '实践中的曲线确实多半参差。但那是因为用了小批量：用全部样本、$alpha$ 合适时，$J$ 每一步都下降。',
            },
          },
        ],
        after: {
          en: 'For $B = m$ the two lines are one, and $J$ falls at every step. For $B = 64$ the thin line jumps. Both runs have taken 240 steps; switch the horizontal axis to **epochs**, and the comparison looks quite different.',
          zh: '$B = m$ 时两条线合为一条，$J$ 每一步都下降；$B = 64$ 时细线一直跳。两条轨迹都走了 240 步；把横轴换成**轮**，比较的结果就很不一样了。',
        },
      },
    },
    {
      id: 'noise',
      title: { en: 'Is it broken?', zh: '出错了吗？' },
      scene: 'cost',
      text: {
        en: `With $B = 64$ the thin line $J^{{t}}$ jumps up and down all the time. In 107 of 239 steps it is higher than in the step before.`,
        zh: `$B = 64$ 的细线 $J^{{t}}$ 一直上下跳动。239 步里有 107 步比前一步高。`,
      },
      view: { hidden: [0] },
      speed: 40,
      picture: 'network',
      controls: ['runs', 'alpha', 'batchSize', 'average'],
      prediction: {
        question: { en: 'What is wrong with this run?', zh: '这条轨迹哪里不对？' },
        hides: [],
        votes: [45, 10, 45],
        answers: [
          {
            text: { en: '$alpha$ is too large', zh: '$alpha$ 太大' },
            says: {
              en: 'A rising cost often does mean that. But here the same $alpha$ never raises $J$ with $B = m$, and only there does the test apply.',
              zh: '代价上升往往确实说明这一点。但这里同一个 $alpha$ 在 $B = m$ 时从不使 $J$ 上升，而这条检验只适用于批量梯度下降。',
            },
          },
          {
            text: { en: 'There is a mistake in the gradient', zh: '梯度算错了' },
            says: {
              en: 'A wrong gradient can raise the cost. But then the trend would hardly go down as it does here.',
              zh: '梯度错了确实会使代价上升。但那样趋势就很难像这里一样向下。',
            },
          },
          {
            text: { en: 'Nothing', zh: '没有不对' },
            right: true,
            says: {
              en: 'Each step is measured on another training set, and $X^{{t}}$ may be an easy or a hard one.',
              zh: '每一步都在另一个训练集上测量：$X^{{t}}$ 可能容易，也可能难。',
            },
          },
        ],
        reveal: { view: { hidden: [], average: true } },
        after: {
          en: 'Noisy doesn’t mean broken. Look at the trend: the mean of each epoch (the diamonds) goes down. So does the dotted line, an average of about ten batches, which lags a little behind $J$.',
          zh: '有噪声不等于出错。看趋势：每一轮的平均（菱形）在下降，约十个小批量的平均（虚点线）也在下降，只是比 $J$ 滞后一点。',
        },
      },
      teaching: {
        question: {
          en: '$J^{{t}}$ goes up in nearly every second step: is it broken?',
          zh: '$J^{{t}}$ 差不多隔一步就上升：出错了吗？',
        },
        misconception: { en: 'Noisy J means broken', zh: '有噪声就是出错' },
        sentence: {
          en: 'Each point of this curve is another exam; only the trend counts.',
          zh: '曲线上每一点都是另一场考试；要看的是趋势。',
        },
      },
    },
    {
      id: 'freeze',
      title: { en: 'Why does the line jump?', zh: '细线为什么会跳？' },
      scene: 'cost',
      text: {
        en: `Why does $J^{{t}}$ jump? A common answer is that one step undoes what the last one did. Let’s test that and freeze the network.

We set $alpha$ to one millionth. The run takes all its 240 steps, but the steps are so tiny that the weights practically stay where they are.`,
        zh: `$J^{{t}}$ 为什么会跳？常见的说法是：后一步抵消了前一步。我们来检验一下，把网络冻住。

把 $alpha$ 设为百万分之一。它照样走完 240 步，但每一步都极小，权重几乎不动。`,
      },
      experiment: { runs: [{ ...alone, name: 'α = 2' }] },
      view: { selected: 0, costScale: 'linear' },
      speed: 60,
      picture: 'network',
      controls: ['runs', 'alpha', 'batchSize'],
      prediction: {
        question: {
          en: 'What does the thin line $J^{{t}}$ of the frozen network do?',
          zh: '网络冻住之后，细线 $J^{{t}}$ 会怎样？',
        },
        hides: ['numbers'],
        votes: [50, 25, 25],
        answers: [
          {
            text: { en: 'It is flat: nothing is learned', zh: '是平的：什么也没学' },
            says: {
              en: 'Nothing is learned, and $J$ is indeed flat. But $J^{{t}}$ is measured on 64 other examples at every step.',
              zh: '确实什么也没学，$J$ 也确实是平的。但 $J^{{t}}$ 每一步都用另外 64 个样本来测量。',
            },
          },
          {
            text: { en: 'It jumps just as often', zh: '照样跳，一样频繁' },
            right: true,
            says: {
              en: 'It rises in 119 of 239 steps. With $alpha = 2$ it was 107.',
              zh: '239 步里有 119 步上升；$alpha = 2$ 时是 107 步。',
            },
          },
          {
            text: { en: 'It jumps at first and then settles', zh: '先跳，然后慢慢平下来' },
            says: {
              en: 'A run does settle when its steps get smaller. But here only the measuring jumps, and it never ends: every batch has other examples.',
              zh: '步子变小时，轨迹确实会稳下来。但这里跳的只是测量，而它不会停：每个小批量都是另外的样本。',
            },
          },
        ],
        reveal: { experiment: { runs: [{ ...alone, alpha: 1e-6, name: 'α = 0.000001' }] } },
        after: {
          en: 'No step undoes anything here, because no step does anything: the thick line $J$ is flat at 0.705. And yet the thin line rises in 119 of 239 steps. It is always the same network, measured on other examples each time. That alone is the noise.',
          zh: '这里没有哪一步抵消了什么，因为每一步几乎什么也没做：粗线 $J$ 一直是 0.705。而细线在 239 步里有 119 步上升。网络始终是同一个，只是每次用另外的样本来测量：这本身就是噪声。',
        },
      },
      teaching: {
        misconception: {
          en: 'The noise comes from one step undoing the last',
          zh: '噪声是后一步抵消前一步造成的',
        },
        sentence: {
          en: 'Even a network that learns nothing has a noisy J^{t}: the noise is in the measuring.',
          zh: '就算网络什么也不学，J^{t} 也有噪声：噪声在于测量。',
        },
      },
    },
    {
      id: 'alarm',
      title: { en: 'When is it an alarm?', zh: '什么时候该报警？' },
      scene: 'cost',
      text: {
        en: `With $B = m$ and plain gradient descent, $J$ must fall at **every** step. If it ever rises, something is wrong, and mostly it is $alpha$: above $2/lambda_max$ the run diverges along the steepest direction.

Here $alpha = 0.115$, and the alarm goes off and says why. This time you aren’t told the $lambda_max$ of the valley.`,
        zh: `$B = m$ 的普通梯度下降，**每一步** $J$ 都必须下降。一旦上升就有问题，多半是 $alpha$：超过 $2/lambda_max$，它就沿最陡的方向发散。

这里 $alpha = 0.115$，警报响起，并说出原因。这一次，谷的 $lambda_max$ 没有告诉你。`,
      },
      experiment: {
        // A valley at an angle to the axes: λmax (18.6) is not a coefficient of its formula.
        objective: { kind: 'expression', source: '2*x^2+3*x*y+9*y^2' },
        start: [-8, 2],
        batchSize: 'all',
        steps: 60,
        runs: [{ ...alone, alpha: 0.115, name: 'B = m' }],
      },
      view: { selected: 0 },
      speed: 20,
      controls: ['alpha'],
      challenge: {
        id: 'silent-alarm',
        task: {
          en: 'Find the largest $alpha$ at which $J$ never rises in 60 steps. Then you can read off $lambda_max$: it is 2 divided by that $alpha$.',
          zh: '找出 60 步里 $J$ 从不上升的最大 $alpha$。这样就能得出 $lambda_max$：用 2 除以这个 $alpha$。',
        },
        hint: {
          en: 'Try the middle between an $alpha$ that is silent and one that is not, again and again. Typing a number in the box is finer than dragging.',
          zh: '在不报警的 $alpha$ 与报警的 $alpha$ 之间取中点，反复几次。在输入框里输入数字，比拖动更精细。',
        },
        optimizers: ['gd'],
        measure: { what: 'alpha' },
        // 2/λmax is 0.1074: a smaller α than this is too far below it.
        atLeast: 0.105,
        provided: { neverRises: true },
      },
      cards: [
        {
          written: {
            en: 'if J ever goes up, something is wrong',
            zh: '只要 J 上升，就一定有问题',
          },
          says: {
            en: 'Not with **momentum**: there $J$ may rise for a while, as when a ball rolls up the other side. So there is no alarm.',
            zh: '**动量**不是这样：它的 $J$ 暂时上升是正常的，就像球滚上对面的坡，所以不报警。',
          },
          load: {
            experiment: {
              objective: { kind: 'quadratic', curvature: [1, 100] },
              start: [-10, 1],
              runs: [{ optimizer: 'momentum', alpha: 0.05, name: 'β = 0.9' }],
            },
            cursor: 60,
          },
        },
      ],
    },
    {
      id: 'microscope',
      title: { en: 'What is in a spike?', zh: '尖峰里有什么？' },
      text: {
        en: `Here two labels in a hundred are wrong. Click a spike of $J^{{t}}$, or press “Highest spike”: you’ll see the examples of that batch, the largest losses first, and circles around them in the plot of the data. **Wrong labels** are marked. In the highest late spikes a few of them make up most of the loss.

Click a label, in the table or in the plot, to flip it.`,
        zh: `这里每一百个标签有两个是错的。点击 $J^{{t}}$ 的一个尖峰，或按“最高的尖峰”：会看到那个小批量的样本，损失最大的在前，并在数据图中圈出。**错误的标签**有标记；在后期最高的尖峰里，寥寥几个就占了大部分损失。

点击一个标签就能把它翻转，在表里或图里都行。`,
      },
      experiment: {
        objective: { dataset: { ...circles.dataset, mislabelled: 0.02 } },
        steps: 400,
        runs: [alone],
      },
      view: { selected: 0 },
      speed: 60,
      picture: 'network',
      strips: ['cost', 'microscope'],
      controls: ['batchSize', 'reshuffle'],
      challenge: {
        id: 'mend',
        task: {
          en: 'Ten of the 512 labels are wrong. Use the spikes to find at least three of them, and flip them.',
          zh: '512 个标签里有 10 个是错的。顺着尖峰至少找出 3 个，把它们翻转过来。',
        },
        measure: { what: 'wrongLabels' },
        atMost: 7,
      },
    },
    {
      id: 'spike',
      title: { en: 'Where is the next spike?', zh: '下一个尖峰在哪里？' },
      text: {
        en: `With $m = 512$ and $B = 64$ an epoch has eight batches. In **one batch** all 64 labels are flipped. The examples are not reshuffled, so every epoch cuts the same batches. You can see the spike of that batch at step 83.`,
        zh: `$m = 512$，$B = 64$，每轮八个小批量。其中**一个小批量**的 64 个标签全被翻转。样本不重新打乱，所以每一轮切出同样的小批量。在第 83 步可以看到它的尖峰。`,
      },
      experiment: {
        objective: { dataset: { ...circles.dataset, flipped: third } },
        reshuffle: false,
        steps: 160,
        runs: [alone],
      },
      view: { selected: 0, costScale: 'linear' },
      cursor: 83,
      speed: 20,
      picture: 'network',
      strips: ['cost', 'microscope'],
      controls: ['reshuffle', 'batchSize'],
      prediction: {
        question: { en: 'Where will the next spike be?', zh: '下一个尖峰会在哪里？' },
        hides: ['beyond', 'numbers'],
        votes: [20, 45, 35],
        answers: [
          {
            text: { en: 'At step 84: the network is spoiled now', zh: '第 84 步：网络已经被带坏了' },
            says: {
              en: 'The bad batch does spoil the next one: $J^{{t}}$ is 0.66 at step 84, and two batches repair it. But the tall spike, 1.23, belongs to the bad batch.',
              zh: '坏的小批量确实会影响下一个：第 84 步 $J^{{t}}$ 是 0.66，再过两个小批量才恢复。但高达 1.23 的尖峰属于那个坏的小批量本身。',
            },
          },
          {
            text: { en: 'At step 91', zh: '第 91 步' },
            right: true,
            says: {
              en: 'An epoch has eight batches, always the same ones: $83 + 8 = 91$.',
              zh: '每轮八个小批量，总是同样的：$83 + 8 = 91$。',
            },
          },
          {
            text: { en: 'Anywhere: spikes come by chance', zh: '哪里都可能：尖峰是偶然的' },
            says: {
              en: 'With reshuffled batches it would be chance. But here every epoch has the same batches.',
              zh: '如果重新打乱，确实是偶然的。但这里每一轮的小批量都相同。',
            },
          },
        ],
        reveal: { cursor: 160 },
        after: {
          en: 'It comes back every 8 steps: 91, 99, 107 … A spike that comes back once per epoch is a problem in the data, not in $alpha$. Click it and fix the labels. Or switch on “Reshuffle every epoch”: the wrong labels spread over all the batches, and none of them is special any more.',
          zh: '每 8 步一次：91、99、107……每轮回来一次的尖峰，问题在数据，不在 $alpha$。点开它，改正标签。或者打开“每轮重新打乱”：错误的标签分散到各个小批量里，就没有突出的尖峰了。',
        },
      },
      teaching: {
        question: {
          en: 'All labels of one batch are wrong: where is the next spike?',
          zh: '一个小批量的标签全错：下一个尖峰在哪里？',
        },
        misconception: { en: 'Spikes come by chance', zh: '尖峰都是偶然的' },
        sentence: {
          en: 'A spike that comes back once per epoch is a problem in the data.',
          zh: '每轮回来一次的尖峰，是数据里的问题。',
        },
      },
    },
  ],
  summary: [
    {
      en: '$J^{{t}}$ need not fall at every step. Its trend must.',
      zh: '$J^{{t}}$ 不必每步都降，但趋势必须向下。',
    },
    {
      en: '$J$ must fall at every step only for plain, full-batch gradient descent.',
      zh: '只有全批量的普通梯度下降，$J$ 才必须每一步都下降。',
    },
    {
      en: 'A spike means a hard batch or wrong labels. Open it and look.',
      zh: '尖峰说明遇到了难的小批量，或是错误的标签：打开看看。',
    },
  ],
}
