// Lesson 2. What a noisy curve says: batch and mini-batch cost side by side, why J^{t} need not fall, the alarm that holds
// only for full-batch gradient descent, one spike under the microscope, the returning spike, the trend.
// firstLessons.test.ts holds the numbers.

import { Batches } from '../engine/batches.ts'
import { generate } from '../engine/datasets/index.ts'
import type { DatasetSpec } from '../engine/experiment.ts'
import type { Facts } from '../panels/lesson/facts.ts'
import type { Lesson, Outcome } from './lesson.ts'

const m = 512
const size = 64
/** The batch of every epoch whose labels are all wrong in "the returning spike". */
export const spoiled = 3

/** The examples of X^{3} as the first epoch of seed 1 cuts it. */
function examplesOfSpoiled(): number[] {
  const { examples, from, count } = new Batches(1, m, size, false).batchOf(spoiled)
  return Array.from(examples.slice(from, from + count))
}

const circles = {
  kind: 'network',
  layers: [2, 8, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  dataset: { kind: 'circles', m, noise: 0.1, mislabelled: 0 },
}
const spoiledCircles = { ...circles, dataset: { ...circles.dataset, flipped: examplesOfSpoiled() } }

const alarmSteps = 60
const steep = { objective: { kind: 'quadratic', curvature: [1, 100], m, noise: 0 }, start: [-10, 1] } as const
/** Below this α the search has not begun. */
const nearLimit = 0.019

/** The largest α at which full-batch J never rises. */
function silentAlarm({ experiment, runs: [run] }: Facts): Outcome {
  const { objective, runs } = experiment
  const [{ optimizer, alpha, batchSize = experiment.batchSize }] = runs
  if (optimizer !== 'gd' || (batchSize !== 'all' && batchSize !== m))
    return {
      done: false,
      says: {
        en: 'The rule is about gradient descent with $B = m$.',
        zh: '这条规则只说 $B = m$ 的普通梯度下降。',
      },
    }
  const own =
    objective.kind === 'quadratic' &&
    objective.curvature.join() === steep.objective.curvature.join() &&
    objective.noise === 0 &&
    experiment.start?.join() === steep.start.join() &&
    run.steps >= alarmSteps
  if (!own)
    return { done: false, says: { en: 'Go back to the valley of this step.', zh: '请回到这一步的谷。' } }
  for (let t = 1; t <= alarmSteps; t++)
    if (!(run.costAt(t) <= run.costAt(t - 1)))
      return {
        done: false,
        says: { en: `$J$ rises at step ${t}.`, zh: `$J$ 在第 ${t} 步上升。` },
      }
  if (alpha < nearLimit)
    return { done: false, says: { en: 'Silent. A larger $alpha$?', zh: '警报没响。再大一点的 $alpha$ 呢？' } }
  return { done: true, score: alpha }
}

const wrongAtFirst = 10
const mended = 3

/** How many labels of the step's own examples are still wrong. */
function wrongLabels({ experiment: { objective, seed } }: Facts): Outcome {
  const { dataset } = objective as { dataset?: DatasetSpec }
  if (dataset?.kind !== 'circles' || dataset.m !== m || dataset.mislabelled !== 0.02)
    return {
      done: false,
      says: { en: 'Go back to the examples of this step.', zh: '请回到这一步的样本。' },
    }
  const set = generate(dataset, seed, { features: 2, outputs: 1, classes: true })
  set.advance(m)
  let wrong = 0
  for (let i = 0; i < m; i++) if (set.data.mislabelled(i)) wrong++
  return wrong <= wrongAtFirst - mended
    ? { done: true, score: wrong }
    : {
        done: false,
        says: { en: `${wrong} labels are wrong.`, zh: `有 ${wrong} 个标签是错的。` },
      }
}

export const readingTheCost: Lesson = {
  id: 'reading-the-cost',
  title: { en: 'Reading the cost', zh: '读懂代价曲线' },
  steps: [
    {
      id: 'first',
      title: { en: 'One smooth, one noisy', zh: '一条光滑，一条有噪声' },
      text: {
        en: `The same network learns the same circles at the same $alpha$. With $B = m$ every step lowers $J$: a smooth line. With $B = 64$ the thin line is $J^{{t}}$, the cost of the batch in work: it rises in 107 of 239 steps, and yet it goes down.

Full $J$ is the thick line. Both runs took 240 steps; over the same **epochs** the picture is another one: choose it beside the plot.`,
        zh: `同一个网络，同样的同心圆，同样的 $alpha$。$B = m$ 时每一步都降低 $J$：一条光滑的线。$B = 64$ 时细线是 $J^{{t}}$，即当前小批量的代价：239 步里有 107 步上升，但它总在往下走。

粗线是完整的 $J$。两个运行各走了 240 步；按同样多的**轮**来看又是另一幅图：在图旁选择。`,
      },
      experiment: {
        objective: circles,
        start: undefined,
        batchSize: size,
        steps: 240,
        runs: [
          { optimizer: 'gd', alpha: 2, name: 'B = m', batchSize: 'all' },
          { optimizer: 'gd', alpha: 2, name: 'B = 64' },
        ],
      },
      view: { selected: 1 },
      speed: 40,
      picture: 'network',
      strips: ['cost'],
      controls: ['runs', 'alpha', 'batchSize'],
    },
    {
      id: 'noise',
      title: { en: 'Is it broken?', zh: '出错了吗？' },
      scene: 'cost',
      text: {
        en: `The thin line $J^{{t}}$ of $B = 64$ jumps up and down all the time. In 107 of 239 steps it is higher than the step before.`,
        zh: `$B = 64$ 的细线 $J^{{t}}$ 一直上下跳动。239 步里有 107 步比前一步高。`,
      },
      view: { selected: 1, hidden: [0] },
      speed: 40,
      picture: 'network',
      strips: ['cost'],
      controls: ['runs', 'alpha', 'batchSize'],
      prediction: {
        kind: 'choice',
        question: { en: 'What is wrong with this run?', zh: '这个运行哪里不对？' },
        answers: [
          {
            text: { en: '$alpha$ is too large', zh: '$alpha$ 太大' },
            votes: 45,
            says: {
              en: 'With $B = m$ the same $alpha$ never raises $J$ here. That test is for batch gradient descent alone.',
              zh: '同一个 $alpha$ 在 $B = m$ 时从不使 $J$ 上升。这条检验只适用于批量梯度下降。',
            },
          },
          {
            text: { en: 'The gradient is computed wrongly', zh: '梯度算错了' },
            votes: 10,
            says: {
              en: 'Then the trend would not go down.',
              zh: '那样的话趋势就不会向下。',
            },
          },
          {
            text: { en: 'Nothing', zh: '没有不对' },
            right: true,
            votes: 45,
            says: {
              en: 'Each step is measured on another training set: $X^{{t}}$ may be an easy or a hard one.',
              zh: '每一步都在另一个训练集上测量：$X^{{t}}$ 可能容易，也可能难。',
            },
          },
        ],
        reveal: { view: { selected: 1, hidden: [], average: true } },
        after: {
          en: 'Noisy does not mean broken. Look at the trend: the mean of each epoch (diamonds) goes down, and so does the dotted average of about ten batches, which lags a little behind $J$.',
          zh: '有噪声不等于出错。看趋势：每一轮的平均（菱形）在下降，约十个小批量的平均（虚点线）也在下降，只是比 $J$ 滞后一点。',
        },
      },
      teaching: {
        question: {
          en: '$J^{{t}}$ goes up in every second step: is it broken?',
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
      id: 'alarm',
      title: { en: 'When it is an alarm', zh: '什么时候该报警' },
      scene: 'cost',
      text: {
        en: `With $B = m$ and plain gradient descent $J$ must fall at **every** step. If it ever rises, something is wrong, most often $alpha$: in a valley with steepest curvature $lambda_max$ the limit is $2/lambda_max$, here 0.02. At $alpha = 0.0202$ the alarm speaks, with its reason.

Lower $alpha$ below 0.02 and it falls silent.`,
        zh: `$B = m$ 的普通梯度下降，**每一步** $J$ 都必须下降。一旦上升就有问题，多半是 $alpha$：在最陡曲率为 $lambda_max$ 的谷里，极限是 $2/lambda_max$，这里是 0.02。$alpha = 0.0202$ 时警报响起，并说出原因。

把 $alpha$ 调到 0.02 以下，警报就停了。`,
      },
      experiment: {
        ...steep,
        batchSize: 'all',
        steps: alarmSteps,
        runs: [{ optimizer: 'gd', alpha: 0.0202, name: 'B = m' }],
      },
      view: { selected: 0, hidden: [] },
      speed: 20,
      strips: ['cost'],
      controls: ['alpha', 'batchSize'],
      challenge: {
        id: 'silent-alarm',
        better: 'more',
        unit: { en: '(that α)', zh: '（这个 α）' },
        task: {
          en: 'Find the largest $alpha$ at which $J$ never rises in 60 steps.',
          zh: '找出 60 步里 $J$ 从不上升的最大 $alpha$。',
        },
        hint: {
          en: 'At exactly $2/lambda_max$ the steep direction keeps its height for ever, and the flat one still falls.',
          zh: '恰好等于 $2/lambda_max$ 时，陡的方向高度不变，平缓的方向仍在下降。',
        },
        check: silentAlarm,
      },
      cards: [
        {
          written: {
            en: 'if J ever goes up, something is wrong',
            zh: '只要 J 上升，就一定有问题',
          },
          says: {
            en: 'Not with **momentum**: its $J$ may rise harmlessly, as a ball rolls up the other side. There is no alarm.',
            zh: '**动量**不是这样：它的 $J$ 可以无害地上升，像球滚上对面的坡。不报警。',
          },
          load: {
            experiment: { runs: [{ optimizer: 'momentum', alpha: 0.05, name: 'β = 0.9' }] },
            cursor: 60,
          },
        },
      ],
    },
    {
      id: 'microscope',
      title: { en: 'Open a spike', zh: '打开一个尖峰' },
      text: {
        en: `Two in a hundred labels are wrong here. Click a spike of $J^{{t}}$, or press “Highest spike”: you see the examples of that batch, the largest losses first, ringed in the data view. **Wrong labels** are marked: a few of them hold most of the loss.

Turn a label by clicking it, in the table or in the picture.`,
        zh: `这里每一百个标签有两个是错的。点击 $J^{{t}}$ 的一个尖峰，或按“最高的尖峰”：会看到那个小批量的样本，损失最大的在前，并在数据图中圈出。**错误的标签**有标记：寥寥几个就占了大部分损失。

点击标签就能把它翻转，在表里或图里都行。`,
      },
      experiment: {
        objective: { ...circles, dataset: { ...circles.dataset, mislabelled: 0.02 } },
        start: undefined,
        batchSize: size,
        steps: 400,
        runs: [{ optimizer: 'gd', alpha: 2, name: 'B = 64' }],
      },
      view: { selected: 0, hidden: [] },
      speed: 60,
      picture: 'network',
      strips: ['cost', 'microscope'],
      controls: ['batchSize', 'reshuffle'],
      challenge: {
        id: 'mend',
        better: 'less',
        unit: { en: 'wrong labels left', zh: '个标签还是错的' },
        task: {
          en: 'Ten of the 512 labels are wrong. Find and turn at least three of them through the spikes.',
          zh: '512 个标签里有 10 个是错的。顺着尖峰至少找出 3 个并改正。',
        },
        check: wrongLabels,
      },
    },
    {
      id: 'spike',
      title: { en: 'The returning spike', zh: '又回来的尖峰' },
      text: {
        en: `$m = 512$, $B = 64$: eight batches an epoch. In **one batch** all 64 labels are turned, and nothing is reshuffled: every epoch cuts the same batches. At step 83 the spike stands.`,
        zh: `$m = 512$，$B = 64$：每轮八个小批量。其中**一个小批量**的 64 个标签全被翻转，而且不重新打乱：每一轮切出同样的小批量。第 83 步是一个尖峰。`,
      },
      experiment: {
        objective: spoiledCircles,
        start: undefined,
        batchSize: size,
        reshuffle: false,
        steps: 160,
        runs: [{ optimizer: 'gd', alpha: 2, name: 'B = 64' }],
      },
      view: { selected: 0, hidden: [], costScale: 'linear' },
      cursor: 83,
      speed: 20,
      picture: 'network',
      strips: ['cost', 'microscope'],
      controls: ['reshuffle', 'batchSize'],
      prediction: {
        kind: 'choice',
        question: { en: 'Where does it come next?', zh: '下一个尖峰在哪里？' },
        hides: ['beyond', 'numbers'],
        answers: [
          {
            text: { en: 'At step 84: the network is spoiled now', zh: '第 84 步：网络已经被带坏了' },
            votes: 20,
            says: {
              en: 'One wrong step hardly moves the weights; the next batch is an honest one.',
              zh: '错的一步几乎不改变权重；下一个小批量是好的。',
            },
          },
          {
            text: { en: 'At step 91', zh: '第 91 步' },
            right: true,
            votes: 45,
            says: {
              en: 'Eight batches an epoch, always the same: $83 + 8$.',
              zh: '每轮八个小批量，总是同样的：$83 + 8$。',
            },
          },
          {
            text: { en: 'Anywhere: it is chance', zh: '哪里都可能：碰运气' },
            votes: 35,
            says: {
              en: 'Only if the batches are reshuffled, and then there is no such spike: the 64 wrong labels spread over all batches.',
              zh: '只有重新打乱时才是这样，而那时也没有这样的尖峰：64 个错的标签分散到所有小批量里。',
            },
          },
        ],
        reveal: { cursor: 160, view: { selected: 0, hidden: [], costScale: 'linear' } },
        after: {
          en: 'Every 8 steps, for ever: 91, 99, 107 … A spike with the period of an epoch points at data, not at $alpha$. Click it and mend the labels. Or switch on “Reshuffle every epoch”: it breaks up and wanders.',
          zh: '每 8 步一次，没完没了：91、99、107……周期恰为一轮的尖峰，问题在数据，不在 $alpha$。点开它，改正标签。或者打开“每轮重新打乱”：它就散开、游走了。',
        },
      },
      teaching: {
        question: {
          en: 'One batch has wrong labels: where is the next spike?',
          zh: '一个小批量的标签全错：下一个尖峰在哪里？',
        },
        misconception: { en: 'Spikes are chance', zh: '尖峰都是偶然的' },
        sentence: {
          en: 'What returns once an epoch is in the data.',
          zh: '每轮回来一次的，是数据里的问题。',
        },
      },
    },
  ],
  summary: [
    {
      en: '$J^{{t}}$ need not fall at every step; its trend must.',
      zh: '$J^{{t}}$ 不必每步都降，但趋势必须向下。',
    },
    {
      en: 'Only full-batch, plain gradient descent must never raise J.',
      zh: '只有全批量的普通梯度下降，J 才绝不能上升。',
    },
    {
      en: 'A spike is a hard batch or wrong labels: open it and look.',
      zh: '尖峰是难的小批量，或是错误的标签：打开看看。',
    },
  ],
}
