// Lesson 10. Smaller steps near the minimum: the same noise with and without decay, every schedule as a curve, decay
// that comes too early and freezes learning (moment 5), epochs and batch size, decay by hand. decay.test.ts checks the
// numbers.

import type { DescentPart, RunPart } from '../course/tasks.ts'
import type { DescentLesson } from '../course/lesson.ts'
import { bowl, circles, weekExercise } from './shared.ts'

const inverse = { kind: 'inverse', rate: 1 } as const
const constant: RunPart = { optimizer: 'gd', alpha: 0.2, name: 'α = 0.2' }
const falling: RunPart = { ...constant, decay: inverse, name: '1/(1 + e)' }
const halving: RunPart = { ...constant, decay: { kind: 'exponential', base: 0.5 }, name: '0.5ᵉ' }
const slow: RunPart = { ...constant, decay: { kind: 'exponential', base: 0.95 }, name: '0.95ᵉ' }
const byHand: RunPart['decay'] = {
  kind: 'manual',
  points: [
    [0, 0.2],
    [4, 0.1],
    [8, 0.05],
  ],
}
/** A step per epoch, and no noise. */
const quiet: DescentPart = { objective: { noise: 0 }, batchSize: 'all' }
const restless: RunPart = { optimizer: 'rmsprop', alpha: 0.3, name: 'α = 0.3' }
const adamAlone: RunPart = { optimizer: 'adam', alpha: 0.3, name: 'α = 0.3' }

export const decay: DescentLesson = {
  id: 'decay',
  numbers: [1, 2, 3, 4, 5, 7, 8, 6],
  steps: [
    {
      id: 'first',
      title: { en: 'What do smaller steps cost?', zh: '步子变小，代价是什么？' },
      text: {
        en: 'Two runs start at the same point and use the **same batches**. The first keeps $alpha = 0.2$. The second lowers $alpha$ after every epoch: $alpha = alpha_0/(1 + epoch)$, which is 0.2, 0.1, 0.067, 0.05, 0.04 and so on. Both train for ten epochs.',
        zh: '两条轨迹从同一点出发，用**同样的小批量**。第一条一直用 $alpha = 0.2$；第二条每轮之后降低 $alpha$：$alpha = alpha_0/(1 + epoch)$，即 0.2、0.1、0.067、0.05、0.04……两条都训练十轮。',
      },
      experiment: {
        objective: { kind: 'quadratic', curvature: [1, 4], m: 4096, noise: 3 },
        start: [-8, 3],
        batchSize: 64,
        steps: 640,
        runs: [constant, falling],
      },
      speed: 60,
      strips: ['cost', 'alpha'],
      controls: ['runs', 'alpha', 'decay', 'noise'],
      prediction: {
        question: {
          en: 'Where is the second run after ten epochs, compared with the first?',
          zh: '十轮之后，与第一条相比，第二条在哪里？',
        },
        votes: [30, 50, 20],
        answers: [
          {
            text: { en: 'Further away: its steps were smaller', zh: '更远：它的步子更小' },
            says: {
              en: 'Most of its steps were smaller. But the first epoch had the full $alpha$, and 15 steps were enough to arrive.',
              zh: '它的大部分步子确实更小。但第一轮用的是完整的 $alpha$，15 步就到了。',
            },
          },
          {
            text: { en: 'Closer to the minimum', zh: '离最小值更近' },
            right: true,
            says: {
              en: 'It arrives just as fast, and then it wanders in a much smaller cloud.',
              zh: '它到得一样快，然后在小得多的点云里徘徊。',
            },
          },
          {
            text: { en: 'At the same distance: they saw the same batches', zh: '一样远：用的是同样的小批量' },
            says: {
              en: 'They saw the same batches, with the same noise. But each step is $alpha$ times that noise.',
              zh: '小批量和噪声确实都一样。但每一步是噪声的 $alpha$ 倍。',
            },
          },
        ],
        after: {
          en: `Both arrive after 15 steps. In the last epoch the first run is 0.16 away from the minimum on average, the second only 0.024: it still wanders, but in a much smaller cloud.

Decay is low on the list of things to tune: first comes $alpha$, then $beta$ and the batch size.`,
          zh: `两条都在 15 步之后到达。最后一轮里，第一条离最小值平均 0.16，第二条只有 0.024：它仍在徘徊，但点云小得多。

学习率衰减在要调的东西里排在后面：先调 $alpha$，再调 $beta$ 和小批量大小。`,
        },
      },
      teaching: {
        misconception: { en: 'Smaller steps only make it slower', zh: '步子小只会更慢' },
        sentence: {
          en: 'With decay the run arrives just as fast and then wanders in a much smaller cloud.',
          zh: '用衰减，到得一样快，之后在小得多的点云里徘徊。',
        },
      },
      cards: [
        {
          written: { en: '$alpha = 0.1$ in the first epoch', zh: '第一轮 $alpha = 0.1$' },
          says: {
            en: 'That is a convention: the course notes count epochs from 1, and we count from 0. So here the first epoch still has $alpha_0 = 0.2$, and theirs starts with 0.1.',
            zh: '这是约定不同：课程笔记从 1 数轮，我们从 0 数。所以这里第一轮仍是 $alpha_0 = 0.2$，而笔记从 0.1 开始。',
          },
          load: { cursor: 32 },
        },
      ],
    },
    {
      id: 'closing-in',
      title: { en: 'How large is the cloud now?', zh: '点云现在有多大？' },
      text: {
        en: `Now we use individual examples (generated): $m = 100,000$, batches of 100, ten epochs of 1,000 steps. At a constant $alpha$ the last points form a **cloud** around the minimum, because the batches never agree.

The second run gets the same seed, so it sees the same batches. Only its $alpha$ falls, from 0.2 to 0.02 in the last epoch.`,
        zh: `现在用一个个具体的样本（由程序生成）：$m = 100,000$，小批量 100，十轮，每轮 1,000 步。$alpha$ 不变时，最后的点在最小值周围形成一片**点云**，因为各个小批量的意见永远不一致。

第二条用同一个种子，所以小批量也相同。只有 $alpha$ 逐轮下降，从 0.2 降到最后一轮的 0.02。`,
      },
      experiment: {
        objective: { ...bowl, m: 100_000, labelNoise: 5 },
        start: [1, 1.5],
        batchSize: 100,
        steps: 10_000,
      },
      // Draw the tighter cloud above the wider one.
      view: { selected: 1 },
      speed: 1000,
      strips: ['cloud', 'alpha'],
      controls: ['runs', 'alpha', 'decay', 'seed'],
      prediction: {
        question: {
          en: 'Look at the last 2,000 points. How large is the cloud of the second run, compared with the first?',
          zh: '看最后 2,000 个点。第二条的点云与第一条相比有多大？',
        },
        votes: [25, 40, 35],
        answers: [
          {
            text: { en: 'Equally large: the noise is in the batches', zh: '一样大：噪声在小批量里' },
            says: {
              en: 'The noise is the same. But each step is $alpha$ times that noise, and $alpha$ is smaller.',
              zh: '噪声确实一样。但每一步移动的是噪声乘以 $alpha$，而 $alpha$ 变小了。',
            },
          },
          {
            text: { en: 'A tenth as large: $alpha$ is a tenth', zh: '十分之一：$alpha$ 就是十分之一' },
            says: {
              en: 'Each step is a tenth as long. But the pull back to the minimum is ten times weaker too. The two effects leave $1/sqrt 10$.',
              zh: '每一步确实只有十分之一长。但拉回最小值的力也只有十分之一。两者合起来剩下 $1/sqrt 10$。',
            },
          },
          {
            text: { en: 'About a third as large', zh: '约三分之一' },
            right: true,
            says: {
              en: 'The radius is proportional to $sqrt alpha$, and $sqrt(1/10) = 0.32$.',
              zh: '半径与 $sqrt alpha$ 成正比，而 $sqrt(1/10) = 0.32$。',
            },
          },
        ],
        reveal: { speed: 1000 },
        after: {
          en: 'The rings have the radii 0.265 and 0.075, so the second is a little less than a third of the first. Halving $alpha$ from the start would shrink the cloud too, but the run would take twice as long to get there. With decay only the last part uses small steps.',
          zh: '两个圈的半径是 0.265 和 0.075，后者略小于前者的三分之一。一开始就把 $alpha$ 减半也能缩小点云，但走到那里要花两倍时间；用衰减，只有最后阶段才走小步。',
        },
      },
      cards: [
        {
          written: {
            en: 'mini-batch gradient descent ‘won’t always wander around the minimum’',
            zh: '小批量梯度下降‘不会总在最小值附近摆动’',
          },
          says: {
            en: 'At a constant $alpha$ it always does, in a smaller region than with $B = 1$. Only a falling $alpha$ makes the region shrink.',
            zh: '只要 $alpha$ 不变，它就一直摆动，只是范围比 $B = 1$ 时小。只有 $alpha$ 降下来，范围才会缩小。',
          },
          load: { experiment: { steps: 4000, runs: [{ ...constant, name: 'B = 100' }] } },
        },
      ],
      teaching: {
        misconception: {
          en: 'With a tenth of α the cloud is a tenth as large',
          zh: 'α 是十分之一，点云也是十分之一',
        },
        sentence: {
          en: 'The radius of the cloud is proportional to the square root of α.',
          zh: '点云的半径与 α 的平方根成正比。',
        },
      },
    },
    {
      id: 'schedules',
      title: { en: 'Which schedule falls faster?', zh: '哪种衰减降得更快？' },
      text: {
        en: `Here you’ll see all the schedules from the same $alpha_0$, each with its usual numbers: $alpha_0/(1 + epoch)$ · exponential $0.95^{epoch}$ · $1/sqrt{epoch}$ · staircase · cosine · warm-up · one cycle. All of them change $alpha$ once per epoch, so they are stairs.

The thick lines are the two that the course notes name first. Of $0.95^{epoch}$ the course notes say that it lowers the learning rate quickly.`,
        zh: `这里将画出从同一个 $alpha_0$ 出发的所有方式，都用常见的参数：$alpha_0/(1 + epoch)$ · 指数 $0.95^{epoch}$ · $1/sqrt{epoch}$ · 阶梯 · 余弦 · 预热 · 单周期。它们都是每轮改一次 $alpha$，所以是一级级台阶。

粗线是课程笔记最先提到的两种。关于 $0.95^{epoch}$，课程笔记说它会迅速降低学习率。`,
      },
      experiment: { ...quiet, steps: 100, runs: [falling, slow] },
      cursor: 0,
      picture: 'schedules',
      strips: ['tank'],
      controls: ['runs', 'alpha', 'decay'],
      prediction: {
        question: {
          en: 'When does $0.95^{epoch}$ become smaller than $1/(1 + epoch)$?',
          zh: '$0.95^{epoch}$ 什么时候变得比 $1/(1 + epoch)$ 小？',
        },
        hides: ['curves', 'numbers'],
        votes: [45, 35, 20],
        answers: [
          {
            text: { en: 'In the first epochs', zh: '头几轮' },
            says: {
              en: 'It does fall from the start. But after one epoch $1/(1 + epoch)$ has halved, and $0.95^{epoch}$ has lost only 5%.',
              zh: '它确实从一开始就在降。但一轮之后 $1/(1 + epoch)$ 已经减半，$0.95^{epoch}$ 只少了 5%。',
            },
          },
          {
            text: { en: 'Around epoch 20', zh: '第 20 轮前后' },
            says: {
              en: 'By epoch 20 it has fallen to $0.95^{20} = 0.36$. But $1/21$ is 0.05 already.',
              zh: '到第 20 轮，它确实降到了 $0.95^{20} = 0.36$。但 $1/21$ 已经是 0.05。',
            },
          },
          {
            text: { en: 'Much later than epoch 20', zh: '比第 20 轮晚得多' },
            right: true,
            says: {
              en: 'At epoch 88: $0.95^{88} = 0.01096$ and $1/89 = 0.01124$. From there on it falls much faster.',
              zh: '第 88 轮：$0.95^{88} = 0.01096$，$1/89 = 0.01124$。从那里起它才快得多。',
            },
          },
        ],
        reveal: { cursor: 0 },
        after: {
          en: 'Exponential decay is faster only in the long run. On this logarithmic axis the straight line crosses the curved one at epoch 88. Switch to 20 epochs and a linear axis: there it is far above.',
          zh: '指数衰减只是从长远来看更快：在这个对数轴上，直线在第 88 轮与弯曲的线相交。改成 20 轮、线性轴：那里它高得多。',
        },
      },
      cards: [
        {
          written: {
            en: '$0.95^{epoch} alpha_0$ lowers $alpha$ quickly',
            zh: '$0.95^{epoch} alpha_0$ 将迅速降低学习率',
          },
          says: {
            en: 'It depends on the base: $0.5^{epoch}$ really is fast, right from the first epoch. The next step shows what that costs.',
            zh: '取决于底数：$0.5^{epoch}$ 从第一轮起就很快。下一步看看代价是什么。',
          },
          load: { experiment: { runs: [falling, halving] }, cursor: 0 },
        },
      ],
    },
    {
      id: 'too-early',
      title: { en: 'Where does it stop?', zh: '它停在哪里？' },
      text: {
        en: `There is no noise here: $B = m$, one step per epoch, $alpha_0 = 0.2$. The minimum is at (0, 0) and the start at (−8, 3). After every epoch $alpha$ is halved.

Where is the run after 200 steps? Drag the point there.`,
        zh: `这里没有噪声：$B = m$，一轮一步，$alpha_0 = 0.2$。最小值在 (0, 0)，起点在 (−8, 3)。每轮之后 $alpha$ 减半。

200 步之后它在哪里？把点拖到那里。`,
      },
      experiment: { ...quiet, steps: 200, runs: [halving] },
      strips: ['tank', 'alpha'],
      controls: ['runs', 'alpha', 'decay'],
      prediction: {
        kind: 'point',
        question: { en: 'Where does it stop?', zh: '它停在哪里？' },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        run: 0,
        step: 200,
        from: [-8, 2],
        tolerance: 1,
        near: {
          en: 'Well predicted. All the future α’s add up to only 0.4, so the run can never cover more than about a third of the distance.',
          zh: '看得准。往后所有的 $alpha$ 加起来只有 0.4，所以最多只能走完约三分之一的距离。',
        },
        far: {
          en: 'Decay does slow the run down. But it does more: all the α’s still to come add up to 0.4, and that is not enough to get there.',
          zh: '衰减确实会让它变慢。但不止于此：往后所有的 $alpha$ 加起来只有 0.4，不够走到最小值。',
        },
        reveal: { experiment: { runs: [halving, slow] }, speed: 40 },
        after: {
          en: `The run is frozen: along the flat axis 65% of the distance will never be covered. The second run, with $0.95^{epoch}$, leaves only 1.5%.

The bars show the **distance left in the tank**: the sum of all $alpha$ to come. It is 0.4 at the start for the first run and 4 for the second. For $1/(1 + epoch)$ it is infinite, so that run arrives in the end, though late.`,
          zh: `它冻住了：沿平缓的方向，65% 的距离永远走不完。另一条用 $0.95^{epoch}$，只剩 1.5%。

横条是**油箱里还剩的路程**，即往后所有 $alpha$ 之和：第一条开始时只有 0.4，第二条有 4。$1/(1 + epoch)$ 的和是无穷大，所以它终究会到，只是很慢。`,
        },
      },
      teaching: {
        question: {
          en: 'We halve α after every epoch: where does the run stop?',
          zh: '每轮 α 减半：它停在哪里？',
        },
        misconception: { en: 'Decay only makes learning slower', zh: '衰减只是让学习变慢' },
        sentence: {
          en: 'The sum of all α to come is the distance left in the tank.',
          zh: '今后所有 α 之和，就是油箱里还剩的路程。',
        },
      },
      cards: [
        {
          says: {
            en: 'With $alpha_0/(1 + epoch)$ the run never freezes. But after 200 steps 30% of the distance is still left.',
            zh: '用 $alpha_0/(1 + epoch)$ 不会冻住，但 200 步之后还剩 30% 的距离。',
          },
          load: { experiment: { runs: [falling] } },
        },
      ],
    },
    {
      id: 'epochs',
      title: { en: 'What does decay count?', zh: '衰减数的是什么？' },
      text: {
        en: `Decay counts **epochs**. The batch size decides how many steps share one $alpha$: with $m = 4,096$ examples, $B = 64$ makes 64 steps per epoch and $B = 512$ only 8.

Both runs have $alpha_0 = 0.2$ and the decay $1/(1 + epoch)$.`,
        zh: `衰减数的是**轮**。多少步共用一个 $alpha$，由小批量大小决定：$m = 4,096$ 个样本，$B = 64$ 一轮 64 步，$B = 512$ 一轮只有 8 步。

两条轨迹都是 $alpha_0 = 0.2$，衰减 $1/(1 + epoch)$。`,
      },
      experiment: {
        steps: 128,
        runs: [
          { ...falling, batchSize: 64, name: 'B = 64' },
          { ...falling, batchSize: 512, name: 'B = 512' },
        ],
      },
      strips: ['alpha', 'cost'],
      controls: ['runs', 'decay', 'overrides'],
      prediction: {
        question: {
          en: 'Which $alpha$ do they use at step 60?',
          zh: '第 60 步时，它们各用多大的 $alpha$？',
        },
        votes: [40, 40, 20],
        answers: [
          {
            text: { en: 'The same one: 60 steps are 60 steps', zh: '一样：60 步就是 60 步' },
            says: {
              en: 'Both have taken 60 steps. But the formula counts epochs: $B = 64$ is still in epoch 0, $B = 512$ is in epoch 7.',
              zh: '两条确实都走了 60 步。但公式数的是轮：$B = 64$ 还在第 0 轮，$B = 512$ 已在第 7 轮。',
            },
          },
          {
            text: { en: 'B = 64: 0.2, B = 512: 0.025', zh: 'B = 64：0.2，B = 512：0.025' },
            right: true,
            says: {
              en: 'They are in epoch 0 and epoch 7: $0.2/8 = 0.025$.',
              zh: '它们在第 0 轮和第 7 轮：$0.2/8 = 0.025$。',
            },
          },
          {
            text: { en: 'B = 64: 0.025, B = 512: 0.2', zh: 'B = 64：0.025，B = 512：0.2' },
            says: {
              en: 'They do differ, and these are the two values. But it is the other way round: large batches make short epochs.',
              zh: '确实不同，也确实是这两个值。但反过来了：小批量越大，一轮的步数越少。',
            },
          },
        ],
        reveal: { cursor: 60 },
        after: {
          en: 'Each curve is a staircase, with wide stairs for small batches and narrow ones for large batches. So if you change $B$, you also change how fast $alpha$ falls per step. That is why some texts let it decay per step: $k alpha_0/sqrt t$.',
          zh: '两条都是台阶：小批量小，台阶就宽；小批量大，台阶就窄。所以改了 $B$，按步来看 $alpha$ 下降的快慢也就变了。因此有的书按步衰减：$k alpha_0/sqrt t$。',
        },
      },
    },
    {
      id: 'adaptive',
      title: { en: 'Does Adam need decay?', zh: 'Adam 需要衰减吗？' },
      text: {
        en: `RMSprop and Adam divide each gradient by its remembered size. So do they still need a smaller $alpha$ at the end?

This is the run from the lesson on RMSprop that never settles: $alpha = 0.3$ in the steep valley, 100 steps. In the end it hops across the minimum by about $alpha$ at every step, and $J$ stays at 1.2.`,
        zh: `RMSprop 和 Adam 把每个梯度除以记住的大小。那么到最后，它们还需要更小的 $alpha$ 吗？

这是 RMSprop 那一课里停不下来的轨迹：陡的谷，$alpha = 0.3$，100 步。最后它在最小值两边来回跳，每次约 $alpha$，$J$ 停在 1.2。`,
      },
      experiment: {
        objective: { kind: 'quadratic', curvature: [1, 100] },
        start: [-10, 1],
        batchSize: 'all',
        steps: 100,
        runs: [restless],
      },
      strips: ['cost', 'alpha'],
      controls: ['runs', 'alpha', 'decay'],
      prediction: {
        question: {
          en: 'Now $alpha$ falls along a cosine, from 0.3 to 0 in 100 steps. What does this run do?',
          zh: '现在让 $alpha$ 按余弦在 100 步内从 0.3 降到 0。它会怎样？',
        },
        votes: [35, 45, 20],
        answers: [
          {
            text: { en: 'The same: it scales its own steps', zh: '一样：步长由它自己调' },
            says: {
              en: 'It does scale its steps, one axis against the other. But $alpha$ sets how long they all are.',
              zh: '它确实会调步长，让各个方向一致。但步子整体有多长，由 $alpha$ 决定。',
            },
          },
          {
            text: { en: 'It closes in on the minimum', zh: '它会收拢到最小值' },
            right: true,
            says: {
              en: 'Its hops are about $alpha$ long, so they shrink as $alpha$ does.',
              zh: '它每次跳约 $alpha$，所以 $alpha$ 变小，跳得就小。',
            },
          },
          {
            text: { en: 'It stops before it gets there', zh: '没走到就停了' },
            says: {
              en: 'Decay can do that, as in “Where does it stop?”. But here $alpha$ falls late: it has arrived before the steps get small.',
              zh: '衰减确实可能这样，见“它停在哪里？”。但这里 $alpha$ 降得晚：步子变小之前它已经到了。',
            },
          },
        ],
        reveal: {
          experiment: {
            runs: [
              restless,
              { ...restless, decay: { kind: 'cosine', epochs: 100, floor: 0 }, name: 'cosine' },
            ],
          },
          speed: 20,
        },
        after: {
          en: 'With decay $J$ ends at 0.0000005, without it at 1.2. Dividing by $sqrt S$ makes the steps alike along all axes, but $alpha$ still sets their length. So RMSprop and Adam gain from decay as gradient descent does.',
          zh: '用衰减，最后 $J$ 是 0.0000005；不用，是 1.2。除以 $sqrt S$ 只是让各个方向的步长一致，步子有多长仍由 $alpha$ 决定。所以衰减对 RMSprop 和 Adam 同样有用。',
        },
      },
      teaching: {
        misconception: {
          en: 'An optimizer that adapts its steps needs no decay',
          zh: '会自己调步长的优化器不需要衰减',
        },
        sentence: {
          en: 'RMSprop and Adam end with hops of about α. Only a smaller α makes those smaller.',
          zh: 'RMSprop 和 Adam 最后每次跳约 α：只有 α 变小，跳得才小。',
        },
      },
    },
    {
      id: 'network',
      title: { en: 'And on a network?', zh: '换成网络呢？' },
      scene: 'cost',
      text: {
        en: `Adam trains a network on the circles, with $alpha = 0.3$ and batches of 16, for thirty epochs. In the last three epochs $J$ still moves between 0.018 and 0.093.

The second run will use the same batches, but its $alpha$ falls along a cosine to 0.`,
        zh: `Adam 在同心圆上训练一个网络，$alpha = 0.3$，小批量 16，三十轮。最后三轮里，$J$ 还在 0.018 到 0.093 之间变动。

第二条用同样的小批量，但 $alpha$ 按余弦降到 0。`,
      },
      experiment: {
        objective: circles,
        batchSize: 16,
        steps: 960,
        runs: [adamAlone],
      },
      speed: 100,
      picture: 'network',
      strips: ['cost', 'alpha'],
      controls: ['runs', 'alpha', 'decay'],
      prediction: {
        question: {
          en: 'How will the $J$ of the second run look in the last three epochs?',
          zh: '最后三轮里，第二条的 $J$ 会是什么样？',
        },
        votes: [35, 40, 25],
        answers: [
          {
            text: { en: 'Just as noisy: it uses the same batches', zh: '一样有噪声：小批量是同样的' },
            says: {
              en: 'Its $J^{{t}}$ is just as noisy. But $J$ is measured on all the examples, and it jumps only if the weights do.',
              zh: '它的 $J^{{t}}$ 确实一样有噪声。但 $J$ 是用全部样本测量的，只有权重跳，它才会跳。',
            },
          },
          {
            text: { en: 'Flat, and about as low as the other at its best', zh: '平的，和另一条最低时差不多' },
            right: true,
            says: {
              en: 'It is 0.021 throughout: the weights come to rest.',
              zh: '一直是 0.021：权重停下来了。',
            },
          },
          {
            text: { en: 'Flat, but higher: it stopped too early', zh: '平的，但更高：停得太早' },
            says: {
              en: 'It is flat, and decay can come too early. But a cosine keeps $alpha$ large for half of the time, and that is enough here.',
              zh: '它确实是平的，衰减也确实可能太早。但余弦在前一半时间里 $alpha$ 都不小，这里足够了。',
            },
          },
        ],
        reveal: {
          experiment: {
            runs: [
              adamAlone,
              { ...adamAlone, decay: { kind: 'cosine', epochs: 30, floor: 0 }, name: 'cosine' },
            ],
          },
          view: { selected: 1 },
        },
        after: {
          en: 'With decay $J$ is 0.021 in the last three epochs and no longer moves. The thin line is still noisy, as it was with the frozen network: that noise is in the measuring. Decay takes away the other part of the noise, the one that shakes the weights.',
          zh: '用衰减，最后三轮 $J$ 一直是 0.021，不再变动。细线仍有噪声，和冻住的网络一样：那是测量的噪声。衰减去掉的是另一部分，即让权重晃动的噪声。',
        },
      },
      cards: [
        {
          says: {
            en: 'The week’s programming exercise has $alpha_0 = 0.1$ and decay rate 1. Decayed every epoch, $alpha$ is almost 0 before anything is learned, and $J$ is still 0.49 after 5,000 epochs. Decayed every 1,000 epochs, the run ends at 0.22.',
            zh: '本周的编程作业用 $alpha_0 = 0.1$，衰减率 1。每轮衰减，什么还没学到 $alpha$ 就几乎是 0 了，5,000 轮之后 $J$ 仍是 0.49。每 1,000 轮衰减一次，最后是 0.22。',
          },
          load: {
            experiment: {
              ...weekExercise,
              runs: [
                { optimizer: 'gd', alpha: 0.1, decay: inverse, name: '⌊e/1⌋' },
                { optimizer: 'gd', alpha: 0.1, decay: { ...inverse, every: 1000 }, name: '⌊e/1000⌋' },
              ],
            },
            view: { selected: 1, axis: 'epoch' },
          },
        },
      ],
      teaching: {
        misconception: {
          en: 'Decay can’t help, because the noise is in the batches',
          zh: '噪声在小批量里，衰减没有用',
        },
        sentence: {
          en: 'The batches stay noisy, but with a small α they no longer shake the weights.',
          zh: '小批量仍有噪声，但 α 小了，就不再晃动权重。',
        },
      },
    },
    {
      id: 'by-hand',
      title: { en: 'Decay by hand', zh: '手动衰减' },
      text: {
        en: `Some people watch a training run for days and lower $alpha$ by hand. Try it: drag the points on the curve, or use the arrow keys (left and right change the epoch, up and down change $alpha$). The $alpha$ of each point applies from its epoch until the next point.

If $alpha$ stays too high, the cloud stays wide. If it falls too low too early, the tank runs dry.`,
        zh: `有人盯着训练好几天，手动降低 $alpha$。试试看：拖动曲线上的点，或用方向键（左右改轮，上下改 $alpha$）。每个点的 $alpha$ 从它那一轮起生效，直到下一个点。

$alpha$ 一直太高，点云收不拢；降得太早太低，油箱就空了。`,
      },
      experiment: {
        runs: [{ optimizer: 'gd', alpha: 0.2, decay: byHand }],
      },
      picture: 'ownSchedules',
      strips: ['map', 'cost'],
      controls: ['decay'],
      challenge: {
        id: 'by-hand',
        task: {
          en: 'Get $J$ below 0.01 before step 100 and keep it there until the end (same noise, $alpha_0 = 0.2$, gradient descent). A constant $alpha$ can’t do it.',
          zh: '在第 100 步之前把 $J$ 降到 0.01 以下，并一直保持到最后（同样的噪声，$alpha_0 = 0.2$，梯度下降）。$alpha$ 不变就做不到。',
        },
        hint: {
          en: 'When has the run arrived? From then on $alpha$ only has to shrink the cloud: compare the radius with $sqrt alpha$.',
          zh: '它什么时候已经到了？从那以后，$alpha$ 只需要缩小点云：想想半径与 $sqrt alpha$ 的关系。',
        },
        optimizers: ['gd'],
        fixed: ['alpha'],
        // The last steps may be below by chance: only a hundred of them count.
        measure: { what: 'stepsBelow', cost: 0.01, run: 'best', lasting: 100 },
        atMost: 99,
      },
    },
  ],
  summary: [
    {
      en: 'Large steps get you there, small ones keep you there. When $alpha$ falls, the cloud shrinks like $sqrt alpha$.',
      zh: '大步赶路，小步停稳：$alpha$ 降低，点云按 $sqrt alpha$ 收拢。',
    },
    {
      en: 'Decay that comes too early is worse than none: the sum of all $alpha$ to come is the distance left in the tank.',
      zh: '太早衰减比不衰减更糟：今后所有 $alpha$ 之和就是油箱里还剩的路程。',
    },
    {
      en: 'Decay counts epochs, and the batch size decides how many steps share one $alpha$.',
      zh: '衰减数的是轮；多少步共用一个 $alpha$ 由小批量大小决定。',
    },
    {
      en: 'Decay is low on the list of things to tune: first comes $alpha$, then $beta$ and the batch size, then decay.',
      zh: '它在要调的东西里排在后面：先 $alpha$，再 $beta$ 和小批量大小，最后才是衰减。',
    },
  ],
}
