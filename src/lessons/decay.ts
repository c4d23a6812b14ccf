// Lesson 9. Smaller steps as the minimum comes near: the same noise with and without decay, every schedule as a curve,
// "Too early", where decay freezes learning (moment 5), epochs and batch size, decay by hand. decay.test.ts holds the
// numbers.

import type { Lesson } from './lesson.ts'

const noisy = { kind: 'quadratic', curvature: [1, 4], m: 4096, noise: 3 }
const inverse = { kind: 'inverse', rate: 1 }

export const decay: Lesson = {
  id: 'decay',
  title: { en: 'Learning-rate decay', zh: '学习率衰减' },
  steps: [
    {
      id: 'first',
      title: { en: 'Long steps, then short ones', zh: '先大步，后小步' },
      text: {
        en: `Two runs, one start, the **same batches**. The first keeps $alpha = 0.2$: it arrives fast and then wanders around the minimum. The second lowers $alpha$ after every epoch: $alpha = alpha_0/(1 + epoch)$, that is 0.2, 0.1, 0.067, 0.05, 0.04. It arrives just as fast and comes to rest.

Epochs count from 0 here, so the first epoch still has $alpha_0$; texts that count from 1 begin at 0.1. Decay is low on the list of things to tune: first $alpha$, then $beta$ and the batch size.`,
        zh: `两个运行，同一个起点，**同样的小批量**。第一个一直用 $alpha = 0.2$：很快就到，然后在最小值附近徘徊。第二个每轮之后降低 $alpha$：$alpha = alpha_0/(1 + epoch)$，即 0.2、0.1、0.067、0.05、0.04。它到得一样快，并且安定下来。

这里的轮从 0 数起，所以第一轮仍是 $alpha_0$；从 1 数起的书从 0.1 开始。学习率衰减在要调的东西里排在后面：先调 $alpha$，再调 $beta$ 和小批量大小。`,
      },
      experiment: {
        objective: noisy,
        start: [-8, 3],
        batchSize: 64,
        steps: 640,
        runs: [
          { optimizer: 'gd', alpha: 0.2, name: 'α = 0.2' },
          { optimizer: 'gd', alpha: 0.2, decay: inverse, name: '1/(1 + e)' },
        ],
      },
      play: true,
      speed: 60,
      strips: ['cost', 'alpha'],
      controls: ['runs', 'alpha', 'decay', 'noise'],
    },
    {
      id: 'closing-in',
      title: { en: 'The cloud closes in', zh: '点云收拢' },
      asking: { en: 'A cloud around the minimum', zh: '最小值周围的点云' },
      text: {
        en: `Real examples now: $m = 100,000$, batches of 100, ten epochs of 1,000 steps. At constant $alpha$ the points of the last epoch form a **cloud** around the minimum: batches disagree for ever.

The second run gets the same seed, the same batches, the same noise in every gradient. Only its $alpha$ falls, from 0.2 to 0.02 in the last epoch.`,
        zh: `现在用真实的样本：$m = 100,000$，小批量 100，十轮，每轮 1,000 步。$alpha$ 不变时，最后一轮的点在最小值周围形成一片**点云**：小批量之间永远有分歧。

第二个运行用同一个种子、同样的小批量，每个梯度里的噪声也一样，只是 $alpha$ 从 0.2 逐轮降到最后一轮的 0.02。`,
      },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 100_000, labelNoise: 5 },
        start: [1, 1.5],
        batchSize: 100,
        steps: 10_000,
        runs: [
          { optimizer: 'gd', alpha: 0.2, name: 'α = 0.2' },
          { optimizer: 'gd', alpha: 0.2, decay: inverse, name: '1/(1 + e)' },
        ],
      },
      // The tighter cloud is drawn above the wider one.
      view: { selected: 1 },
      speed: 1000,
      strips: ['cloud', 'alpha'],
      controls: ['runs', 'alpha', 'decay', 'seed'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'How large is its cloud in the last epoch, beside the other one?',
          zh: '到最后一轮，它的点云与另一个相比有多大？',
        },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'As large: the noise is in the batches', zh: '一样大：噪声在小批量里' },
            votes: 25,
            says: {
              en: 'The noise is the same, but each step walks only $alpha$ times it.',
              zh: '噪声一样，但每一步只走噪声的 $alpha$ 倍。',
            },
          },
          {
            text: { en: 'A tenth: $alpha$ is a tenth', zh: '十分之一：$alpha$ 就是十分之一' },
            votes: 40,
            says: {
              en: 'Steps are a tenth, but it is also ten times slower to be pulled back: $1/sqrt 10$ remains.',
              zh: '步子是十分之一，但被拉回来也慢十倍：剩下的是 $1/sqrt 10$。',
            },
          },
          {
            text: { en: 'About a third', zh: '约三分之一' },
            right: true,
            votes: 35,
            says: {
              en: 'The radius goes with $sqrt alpha$, and $sqrt(1/10) = 0.32$.',
              zh: '半径随 $sqrt alpha$ 变化，而 $sqrt(1/10) = 0.32$。',
            },
          },
        ],
        reveal: { speed: 1000 },
        after: {
          en: 'The rings have the radius 0.075 beside 0.265, less than a third. Halving $alpha$ for good would shrink the cloud too, but the way to it would take twice as long; decay pays for small steps only at the end.',
          zh: '两个圈的半径是 0.075 对 0.265，不到三分之一。一开始就把 $alpha$ 减半也能缩小点云，但路上要花两倍时间；衰减只在最后才付小步的代价。',
        },
      },
      cards: [
        {
          written: {
            en: 'mini-batch gradient descent ‘won’t always wander around the minimum’',
            zh: '小批量梯度下降‘不会总在最小值附近摆动’',
          },
          says: {
            en: 'At constant $alpha$ it always does, in a smaller region than with B = 1. Only a falling $alpha$ ends it.',
            zh: '只要 $alpha$ 不变，它就一直摆动，只是范围比 B = 1 时小。只有 $alpha$ 降下来才会停。',
          },
          load: { experiment: { steps: 4000, runs: [{ optimizer: 'gd', alpha: 0.2, name: 'B = 100' }] } },
        },
      ],
      teaching: {
        misconception: { en: 'A tenth of α, a tenth of the cloud', zh: 'α 是十分之一，点云也是十分之一' },
        sentence: { en: 'The cloud shrinks with the root of α.', zh: '点云随 α 的平方根收拢。' },
      },
    },
    {
      id: 'schedules',
      title: { en: 'Every way down', zh: '各种下降方式' },
      text: {
        en: `All schedules from one $alpha_0$, each with its usual numbers: $alpha_0/(1 + epoch)$ · exponential $0.95^{epoch}$ · $1/sqrt{epoch}$ · staircase · cosine · warm-up · one cycle. Each epoch has one $alpha$: a stair.

The thick lines are the two that the notes name. Of the second the notes say: “this lowers the learning rate quickly”.`,
        zh: `从同一个 $alpha_0$ 出发的所有方式，各用惯常的数：$alpha_0/(1 + epoch)$ · 指数 $0.95^{epoch}$ · $1/sqrt{epoch}$ · 阶梯 · 余弦 · 预热 · 单周期。一轮一个 $alpha$：一级台阶。

粗线是笔记提到的两种。关于第二种，笔记说：“这将迅速降低学习率”。`,
      },
      experiment: {
        objective: { ...noisy, noise: 0 },
        start: [-8, 3],
        batchSize: 'all',
        steps: 100,
        runs: [
          { optimizer: 'gd', alpha: 0.2, decay: inverse, name: '1/(1 + e)' },
          { optimizer: 'gd', alpha: 0.2, decay: { kind: 'exponential', base: 0.95 }, name: '0.95ᵉ' },
        ],
      },
      cursor: 0,
      picture: 'schedules',
      strips: ['tank'],
      controls: ['runs', 'alpha', 'decay'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'From which epoch on is $0.95^{epoch}$ the smaller of the two?',
          zh: '从第几轮起，$0.95^{epoch}$ 才是两者中较小的？',
        },
        hides: ['curves', 'numbers'],
        answers: [
          {
            text: { en: 'From the first one', zh: '从第一轮起' },
            votes: 45,
            says: {
              en: 'After one epoch 1/(1 + e) has halved and the other has lost 5 %.',
              zh: '一轮之后 1/(1 + e) 已经减半，另一个只少了 5 %。',
            },
          },
          {
            text: { en: 'From epoch 20', zh: '从第 20 轮起' },
            votes: 35,
            says: {
              en: 'There $0.95^{20} = 0.36$, and $1/21 = 0.05$.',
              zh: '那时 $0.95^{20} = 0.36$，而 $1/21 = 0.05$。',
            },
          },
          {
            text: { en: 'From epoch 88', zh: '从第 88 轮起' },
            right: true,
            votes: 20,
            says: {
              en: '$0.95^{88} = 0.01096$ and $1/89 = 0.01124$. From there on it falls much faster.',
              zh: '$0.95^{88} = 0.01096$，$1/89 = 0.01124$。从那里起它才快得多。',
            },
          },
        ],
        reveal: { cursor: 0 },
        after: {
          en: 'Exponential decay is the quicker one only in the long run: on this logarithmic axis the straight line crosses the bent one at 88. Show 20 epochs on a linear axis: there it is far above.',
          zh: '指数衰减只是最终更快：在这个对数轴上，直线在第 88 轮与弯线相交。改成 20 轮、线性轴：那里它高得多。',
        },
      },
      cards: [
        {
          written: {
            en: '$0.95^{epoch} alpha_0$ lowers $alpha$ quickly',
            zh: '$0.95^{epoch} alpha_0$ 将迅速降低学习率',
          },
          says: {
            en: 'It is a matter of the base: $0.5^{epoch}$ is quick from the first epoch. The next step shows what that costs.',
            zh: '取决于底数：$0.5^{epoch}$ 从第一轮起就很快。下一步看看代价是什么。',
          },
          load: {
            experiment: {
              runs: [
                { optimizer: 'gd', alpha: 0.2, decay: inverse, name: '1/(1 + e)' },
                { optimizer: 'gd', alpha: 0.2, decay: { kind: 'exponential', base: 0.5 }, name: '0.5ᵉ' },
              ],
            },
            cursor: 0,
          },
        },
      ],
    },
    {
      id: 'too-early',
      title: { en: 'Too early', zh: '太早了' },
      text: {
        en: `No noise at all: $B = m$, one step an epoch, $alpha_0 = 0.2$. The minimum is at (0, 0), the start at (−8, 3). After every epoch $alpha$ is halved.

Where is the run after 200 steps? Drag the point there.`,
        zh: `完全没有噪声：$B = m$，一轮一步，$alpha_0 = 0.2$。最小值在 (0, 0)，起点在 (−8, 3)。每轮之后 $alpha$ 减半。

200 步之后它在哪里？把点拖到那里。`,
      },
      experiment: {
        objective: { ...noisy, noise: 0 },
        start: [-8, 3],
        batchSize: 'all',
        steps: 200,
        runs: [{ optimizer: 'gd', alpha: 0.2, decay: { kind: 'exponential', base: 0.5 }, name: '0.5ᵉ' }],
      },
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
          en: 'Well seen: all steps to come together are only 0.4 long, in units of the slope.',
          zh: '看得准：今后所有的 $alpha$ 加起来只有 0.4，油箱早早见底。',
        },
        far: {
          en: 'A falling $alpha$ is not only a slower one: the sum of all $alpha$ to come is 0.4, and with 0.4 nobody gets there.',
          zh: '$alpha$ 下降不只是变慢：今后所有 $alpha$ 之和只有 0.4，靠 0.4 谁也到不了。',
        },
        reveal: {
          experiment: {
            runs: [
              { optimizer: 'gd', alpha: 0.2, decay: { kind: 'exponential', base: 0.5 }, name: '0.5ᵉ' },
              { optimizer: 'gd', alpha: 0.2, decay: { kind: 'exponential', base: 0.95 }, name: '0.95ᵉ' },
            ],
          },
          speed: 40,
        },
        after: {
          en: `Frozen: along the flat axis 65 % of the distance stays for ever. With $0.95^{epoch}$, now beside it, 1.5 % stay.

The bars show the **distance left in the tank**, the sum of all $alpha$ to come: 0.4 at first for the one, 4 for the other. For $1/(1 + epoch)$ it is infinite, so that in the end it arrives, though late.`,
          zh: `冻住了：沿平缓的方向，65 % 的距离永远走不完。旁边的 $0.95^{epoch}$ 只剩 1.5 %。

横条是**油箱里还剩的路程**，即今后所有 $alpha$ 之和：一个开始时只有 0.4，另一个有 4。$1/(1 + epoch)$ 的和是无穷大，所以它终究会到，只是很慢。`,
        },
      },
      teaching: {
        question: { en: 'α is halved every epoch: where does it stop?', zh: '每轮 α 减半：它停在哪里？' },
        misconception: { en: 'Decay only makes learning slower', zh: '衰减只是让学习变慢' },
        sentence: {
          en: 'The sum of all α to come is the distance left in the tank.',
          zh: '今后所有 α 之和，就是油箱里还剩的路程。',
        },
      },
      cards: [
        {
          says: {
            en: '$alpha_0/(1 + epoch)$: never frozen, but after 200 steps 30 % of the way is still left.',
            zh: '$alpha_0/(1 + epoch)$：不会冻住，但 200 步之后还剩 30 % 的路。',
          },
          load: {
            experiment: { runs: [{ optimizer: 'gd', alpha: 0.2, decay: inverse, name: '1/(1 + e)' }] },
          },
        },
      ],
    },
    {
      id: 'epochs',
      title: { en: 'Epochs, not steps', zh: '数轮，不数步' },
      text: {
        en: `Decay counts **epochs**. How many steps share one $alpha$ is decided by the batch size: of $m = 4,096$ examples, $B = 64$ makes 64 steps an epoch, $B = 512$ only 8.

Both runs: $alpha_0 = 0.2$, decay $1/(1 + epoch)$.`,
        zh: `衰减数的是**轮**。多少步共用一个 $alpha$，由小批量大小决定：$m = 4,096$ 个样本，$B = 64$ 一轮 64 步，$B = 512$ 一轮只有 8 步。

两个运行都是 $alpha_0 = 0.2$，衰减 $1/(1 + epoch)$。`,
      },
      experiment: {
        objective: noisy,
        start: [-8, 3],
        steps: 128,
        runs: [
          { optimizer: 'gd', alpha: 0.2, batchSize: 64, decay: inverse, name: 'B = 64' },
          { optimizer: 'gd', alpha: 0.2, batchSize: 512, decay: inverse, name: 'B = 512' },
        ],
      },
      strips: ['alpha', 'cost'],
      controls: ['runs', 'decay', 'overrides'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'What $alpha$ do they use at step 60?',
          zh: '第 60 步时，它们各用多大的 $alpha$？',
        },
        hides: ['paths', 'curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'Both the same: 60 steps are 60 steps', zh: '一样：60 步就是 60 步' },
            votes: 40,
            says: {
              en: 'The formula knows no steps. B = 64 is still in epoch 0, B = 512 in epoch 7.',
              zh: '公式里没有步。B = 64 还在第 0 轮，B = 512 已在第 7 轮。',
            },
          },
          {
            text: { en: 'B = 64: 0.2, B = 512: 0.025', zh: 'B = 64：0.2，B = 512：0.025' },
            right: true,
            votes: 40,
            says: {
              en: 'Epoch 0 and epoch 7: $0.2/8 = 0.025$.',
              zh: '第 0 轮和第 7 轮：$0.2/8 = 0.025$。',
            },
          },
          {
            text: { en: 'B = 64: 0.025, B = 512: 0.2', zh: 'B = 64：0.025，B = 512：0.2' },
            votes: 20,
            says: {
              en: 'The other way round: large batches have short epochs.',
              zh: '反了：小批量越大，一轮的步数越少。',
            },
          },
        ],
        reveal: { cursor: 60 },
        after: {
          en: 'A staircase: wide stairs for small batches, narrow ones for large. Who changes $B$ changes the decay too, counted in steps. Some texts therefore decay by the step: $k alpha_0/sqrt t$.',
          zh: '一级级台阶：小批量小，台阶就宽；小批量大，台阶就窄。改了 $B$，按步来看衰减也就变了。所以有的书按步衰减：$k alpha_0/sqrt t$。',
        },
      },
    },
    {
      id: 'by-hand',
      title: { en: 'By hand', zh: '手动衰减' },
      text: {
        en: `Some watch their training for days and lower $alpha$ by hand. Here you can: drag the points on the curve, or move them with the arrow keys (left and right: the epoch; up and down: $alpha$). Each holds from its epoch to the next point.

Too high, and the cloud stays wide. Too low too early, and the tank runs dry.`,
        zh: `有人盯着训练好几天，手动降低 $alpha$。这里你也可以：在曲线上拖动各点，或用方向键移动（左右改轮，上下改 $alpha$）。每个点从它那一轮起生效，直到下一个点。

太高，点云收不拢；太早太低，油箱就空了。`,
      },
      experiment: {
        objective: noisy,
        start: [-8, 3],
        batchSize: 64,
        steps: 640,
        runs: [
          {
            optimizer: 'gd',
            alpha: 0.2,
            decay: {
              kind: 'manual',
              points: [
                [0, 0.2],
                [4, 0.1],
                [8, 0.05],
              ],
            },
          },
        ],
      },
      picture: 'ownSchedules',
      strips: ['map', 'cost'],
      controls: ['decay'],
      challenge: {
        id: 'by-hand',
        better: 'less',
        unit: { en: 'steps', zh: '步' },
        task: {
          en: 'Same noise, $alpha_0 = 0.2$, gradient descent: reach $J < 0.01$ and stay there from before step 100 on. Constant $alpha$ never does.',
          zh: '同样的噪声，$alpha_0 = 0.2$，梯度下降：在第 100 步之前到达 $J < 0.01$ 并且不再超过。$alpha$ 不变就永远做不到。',
        },
        hint: {
          en: 'One epoch (64 steps) at 0.2 is enough to arrive. Then drop to about a quarter, and again.',
          zh: '以 0.2 走一轮（64 步）就够到达了。然后降到约四分之一，再降一次。',
        },
        check: ({ experiment, runs }) => {
          const { objective, start, seed, batchSize } = experiment
          const same =
            objective.kind === 'quadratic' &&
            String(objective.curvature) === '1,4' &&
            objective.noise === 3 &&
            objective.m === 4096 &&
            objective.scale === 1 &&
            String(start) === '-8,3' &&
            seed === 1 &&
            batchSize === 64 &&
            experiment.runs.every(
              (run) => run.optimizer === 'gd' && run.alpha === 0.2 && run.batchSize === undefined,
            ) &&
            runs.every(({ steps }) => steps >= 640)
          if (!same)
            return {
              done: false,
              says: {
                en: 'It counts with this step’s surface, noise, batches and $alpha_0$.',
                zh: '只在这一步的曲面、噪声、小批量和 $alpha_0$ 下才算。',
              },
            }
          const steps = Math.min(...runs.map((run) => run.stepsBelow(0.01)))
          return Number.isFinite(steps)
            ? {
                done: steps < 100,
                score: steps,
                says: {
                  en: `It stays below from step ${steps} on now.`,
                  zh: `现在从第 ${steps} 步起不再超过。`,
                },
              }
            : { done: false, says: { en: 'It does not stay below 0.01.', zh: '它没有留在 0.01 以下。' } }
        },
      },
    },
  ],
  summary: [
    {
      en: 'Long steps to get there, short ones to stay: a falling $alpha$ shrinks the cloud like $sqrt alpha$.',
      zh: '大步赶路，小步停稳：$alpha$ 降低，点云按 $sqrt alpha$ 收拢。',
    },
    {
      en: 'Too early is worse than none: the sum of all $alpha$ to come is the distance left in the tank.',
      zh: '太早衰减比不衰减更糟：今后所有 $alpha$ 之和就是油箱里还剩的路程。',
    },
    {
      en: 'Decay counts epochs; the batch size decides how many steps share one $alpha$.',
      zh: '衰减数的是轮；多少步共用一个 $alpha$ 由小批量大小决定。',
    },
    {
      en: 'It is low on the list of things to tune: first $alpha$, then $beta$ and the batch size, then decay.',
      zh: '它在要调的东西里排在后面：先 $alpha$，再 $beta$ 和小批量大小，最后才是衰减。',
    },
  ],
}
