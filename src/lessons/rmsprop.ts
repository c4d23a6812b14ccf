// Lesson 7. Each axis gets its own step: √S divides what is steep by much. Why the first step is so long, why RMSprop never
// settles (it hops by about α), and what it matters where ε stands.

import type { Lesson } from './lesson.ts'

export const rmsprop: Lesson = {
  id: 'rmsprop',
  title: { en: 'RMSprop', zh: 'RMSprop（均方根传播）' },
  steps: [
    {
      id: 'axes',
      title: { en: 'A step for every axis', zh: '每个方向一个步长' },
      text: {
        en: `In this valley $b$ is steep and $w$ is flat. We want slow steps along $b$ and not slow ones along $w$.

**RMSprop** keeps for each of them $S$, the average of the squared gradients, and divides by its root. The dashed ellipse on the map is $sqrt S$: long where much is divided away. Beneath the map, at the right: the step that is left along each axis.

Point at $S$ in the formula.`,
        zh: `这个谷里 $b$ 方向陡，$w$ 方向平。我们希望沿 $b$ 慢一些，沿 $w$ 不要慢。

**RMSprop** 为每个参数记住 $S$，也就是梯度平方的指数加权移动平均，再除以它的平方根。图上的虚线椭圆就是 $sqrt S$：哪个方向长，哪个方向就被除得多。地图右下方的小图是每个方向上还剩多大的步长。

指一下公式里的 $S$。`,
      },
      experiment: {
        steps: 120,
        runs: [
          { optimizer: 'gd', alpha: 0.0195 },
          { optimizer: 'rmsprop', alpha: 0.1 },
        ],
      },
      view: { selected: 1 },
      strips: ['memory', 'effective'],
      controls: ['runs', 'alpha', 'beta2', 'axes'],
      rule: { component: 1 },
      terms: [
        {
          term: { en: '$beta_2$', zh: '$beta_2$' },
          note: {
            en: 'is the β of this average, named so that it does not clash with momentum’s.',
            zh: '就是这个平均的 β，加下标 2 是为了不与动量的 β 混淆。',
          },
        },
      ],
      cards: [
        {
          says: {
            en: 'Make $w$ the steep one and $b$ the flat one: the same numbers, exchanged. RMSprop does not care which axis is steep.',
            zh: '把 $w$ 变陡、$b$ 变平：数字互换，完全一样。RMSprop 不在乎哪个方向陡。',
          },
          load: { experiment: { objective: { curvature: [100, 1] }, start: [1, -10] } },
        },
      ],
    },
    {
      id: 'first',
      title: { en: 'The first step', zh: '第一步' },
      text: {
        en: `$S$ starts at 0 and nothing corrects it. After one step it has seen one gradient, with the weight $1 - beta_2 = 0.1$.

The run stands at the start, $(-10, 1)$, with $alpha = 0.1$.`,
        zh: `$S$ 从 0 开始，也没有偏差修正。走一步之后它只见过一个梯度，权重是 $1 - beta_2 = 0.1$。

运行停在起点 $(-10, 1)$，$alpha = 0.1$。`,
      },
      experiment: { steps: 20, runs: [{ optimizer: 'rmsprop', alpha: 0.1 }] },
      strips: ['memory'],
      controls: ['alpha', 'beta2', 'biasCorrection'],
      rule: { component: 0, code: true },
      prediction: {
        kind: 'choice',
        question: {
          en: 'How far does the first step go along $w$?',
          zh: '第一步沿 $w$ 走多远？',
        },
        hides: ['paths', 'curves', 'memory', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: '0.1, that is $alpha$', zh: '0.1，就是 $alpha$' },
            votes: 45,
            says: {
              en: 'So it would be if $S$ were the whole square of the gradient; it is only a tenth of it.',
              zh: '如果 $S$ 已经等于梯度的平方，就是这样；可它只有十分之一。',
            },
          },
          {
            text: {
              en: 'About 0.32, that is $alpha/sqrt(1 - beta_2)$',
              zh: '约 0.32，即 $alpha/sqrt(1 - beta_2)$',
            },
            right: true,
            votes: 25,
            says: {
              en: 'A divisor that is too small makes a step that is too long: the opposite of momentum.',
              zh: '除数太小，步子就太大：与动量恰好相反。',
            },
          },
          {
            text: { en: '0.01: $S$ starts at 0, so it starts slowly', zh: '0.01：$S$ 从 0 开始，所以起步慢' },
            votes: 30,
            says: {
              en: 'That is momentum’s start. Here the average stands below the line.',
              zh: '那是动量的起步。在这里，平均在分母上。',
            },
          },
        ],
        reveal: { cursor: 1 },
        after: {
          en: 'It moved by 0.316 along $w$, and by 0.316 along $b$, though the two slopes are 10 and 100. Go on step by step, or line by line.',
          zh: '沿 $w$ 走了 0.316，沿 $b$ 也走了 0.316，尽管两个方向的坡度是 10 和 100。可以一步一步、或逐行往下看。',
        },
      },
      teaching: {
        misconception: { en: 'Whatever starts at 0 starts slowly', zh: '从 0 开始的，起步都慢' },
        sentence: {
          en: 'S stands below the line: too small a divisor makes too long a step.',
          zh: 'S 在分母上：除数太小，步子就太长。',
        },
      },
    },
    {
      id: 'chatter',
      title: { en: 'A larger α, and its price', zh: '更大的 α，和它的代价' },
      text: {
        en: `RMSprop divides the steep axis down, so a larger $alpha$ no longer flies out there. Gradient descent’s limit in this valley is 0.02.

Here $alpha$ is 0.3, fifteen times that.`,
        zh: `RMSprop 把陡的方向除小了，所以那里可以用更大的 $alpha$ 而不飞出去。梯度下降在这个谷里的界限是 0.02。

这里 $alpha$ 是 0.3，十五倍。`,
      },
      experiment: { steps: 100, runs: [{ optimizer: 'rmsprop', alpha: 0.3 }] },
      strips: ['cost', 'memory'],
      controls: ['alpha', 'beta2', 'decay'],
      prediction: {
        kind: 'choice',
        question: { en: 'Where is RMSprop after 100 steps?', zh: '100 步之后 RMSprop 在哪里？' },
        hides: ['paths', 'curves', 'memory', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'It has flown out', zh: '飞出去了' },
            votes: 25,
            says: {
              en: 'A longer hop makes a larger gradient, a larger $S$ and so again a hop of about $alpha$: it cannot grow.',
              zh: '跳得远，梯度就大，$S$ 也大，于是下一跳又约为 $alpha$：不会越跳越大。',
            },
          },
          {
            text: { en: 'At the minimum, at rest', zh: '静静停在最小值' },
            votes: 40,
            says: {
              en: 'For that its steps would have to shrink with the slope. They do not: the slope is divided by its own size.',
              zh: '那要求步子随坡度变小。可坡度被自己的大小除掉了，步子并不变小。',
            },
          },
          {
            text: { en: 'Near the minimum, hopping to and fro for ever', zh: '在最小值附近永远来回跳' },
            right: true,
            votes: 35,
            says: {
              en: 'Its step is about $alpha$ long however flat it is: it chatters at about ±$alpha$/2.',
              zh: '再平坦，步长也约为 $alpha$：它在约 ±$alpha$/2 处抖动。',
            },
          },
        ],
        after: {
          en: 'It hops by about 0.3 across the bottom, and $J$ stays at about 1. Smaller $alpha$, smaller hops: or let $alpha$ decay.',
          zh: '它在谷底每次跳约 0.3，$J$ 停在 1 左右。$alpha$ 小些，跳得就小些；或者用学习率衰减。',
        },
      },
      teaching: {
        misconception: {
          en: 'Steps shrink by themselves as the slope gets flat',
          zh: '坡平了，步子自己会变小',
        },
        sentence: {
          en: 'RMSprop’s α is a length: steep or flat, each step is about α long.',
          zh: 'RMSprop 的 α 是一个长度：坡陡坡平，每步都约为 α。',
        },
      },
    },
    {
      id: 'epsilon',
      title: { en: 'Where ε stands', zh: 'ε 放在哪里' },
      text: {
        en: `$epsilon = 10^{-8}$ only guards the division: so one says. The notes put it **inside** the root, $sqrt(S + epsilon)$; the paper, and PyTorch, **outside**, $sqrt S + epsilon$.

Here the same valley is ten million times flatter: along $w$ the gradient begins at 0.000001. Two runs, the same $alpha$.`,
        zh: `$epsilon = 10^{-8}$ 只是防止除以零：大家都这么说。笔记把它放在根号**里面**：$sqrt(S + epsilon)$；论文和 PyTorch 放在**外面**：$sqrt S + epsilon$。

这里还是同一个谷，只是平了一千万倍：沿 $w$ 的梯度从 0.000001 开始。两个运行，同一个 $alpha$。`,
      },
      experiment: {
        objective: { scale: 1e-7 },
        steps: 100,
        runs: [
          { optimizer: 'rmsprop', alpha: 0.1, name: '√(S + ε)' },
          { optimizer: 'rmsprop', alpha: 0.1, convention: 'pytorch', name: '√S + ε' },
        ],
      },
      view: { selected: 0 },
      controls: ['runs', 'alpha', 'epsilon', 'scale'],
      rule: { component: 0 },
      prediction: {
        kind: 'choice',
        question: {
          en: 'Does it matter where an $epsilon$ of $10^{-8}$ stands?',
          zh: '$10^{-8}$ 这么小的 $epsilon$，放在哪里有区别吗？',
        },
        hides: ['paths', 'curves', 'memory', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: 'No: it is far too small', zh: '没有：它太小了' },
            votes: 60,
            says: {
              en: 'Small beside what? Inside the root it acts like $10^{-4}$, and the gradients here are $10^{-6}$.',
              zh: '和什么比小？在根号里它相当于 $10^{-4}$，而这里的梯度是 $10^{-6}$。',
            },
          },
          {
            text: { en: 'Yes: inside the root the run hardly moves', zh: '有：放在根号里就几乎走不动' },
            right: true,
            votes: 25,
            says: {
              en: 'Along $w$ its steps are a hundredth of those of the other.',
              zh: '沿 $w$ 方向，它的步长只有另一个的百分之一。',
            },
          },
          {
            text: { en: 'Yes: outside the root the run hardly moves', zh: '有：放在根号外就几乎走不动' },
            votes: 15,
            says: {
              en: '$sqrt S$ is $10^{-6}$ here, and $10^{-8}$ beside it is 1 %.',
              zh: '这里 $sqrt S$ 约为 $10^{-6}$，旁边加 $10^{-8}$ 只差 1 %。',
            },
          },
        ],
        after: {
          en: 'Same letter, same value, another algorithm. With gradients of ordinary size nobody sees it; with tiny ones the notes’ form steps 0.01 $alpha$, the other 0.99 $alpha$. The switch “Convention” of the playground chooses.',
          zh: '同一个字母，同一个值，却是两种算法。梯度大小正常时看不出来；梯度极小时，笔记的写法每步只走 0.01 $alpha$，另一种走 0.99 $alpha$。在自由实验里用“约定”来切换。',
        },
      },
    },
    {
      id: 'challenge',
      title: { en: 'Fast, and then still', zh: '先快，再稳' },
      text: {
        en: `A large $alpha$ arrives early and never comes to rest; a small one is late. Somewhere between is the best.`,
        zh: `$alpha$ 大，到得早却停不下来；$alpha$ 小，停得稳却到得晚。最好的在中间某处。`,
      },
      experiment: { steps: 300, runs: [{ optimizer: 'rmsprop', alpha: 0.05 }] },
      strips: ['cost', 'alpha'],
      controls: ['alpha', 'beta2', 'decay'],
      challenge: {
        id: 'settle',
        better: 'less',
        unit: { en: 'steps', zh: '步' },
        task: {
          en: 'Reach $J < 0.5$, and stay below to the end of 300 steps, in fewer than 95 steps with RMSprop.',
          zh: '用 RMSprop 在 95 步以内到达 $J < 0.5$，并且直到第 300 步都不再超过。',
        },
        hint: {
          en: 'The chatter leaves $J$ at about $12.6 alpha^2$: that must stay below 0.5. Decay helps, too.',
          zh: '抖动会让 $J$ 停在约 $12.6 alpha^2$：这要小于 0.5。学习率衰减也有帮助。',
        },
        check: ({ experiment, runs }) => {
          const { objective, start, steps } = experiment
          const same =
            objective.kind === 'quadratic' &&
            String(objective.curvature) === '1,100' &&
            objective.scale === 1 &&
            String(start) === '-10,1' &&
            steps >= 300
          if (!same || !experiment.runs.every(({ optimizer }) => optimizer === 'rmsprop'))
            return {
              done: false,
              says: {
                en: 'It counts on this surface, from this start, with RMSprop alone and 300 steps.',
                zh: '只在这个曲面、这个起点、只用 RMSprop、走满 300 步时才算。',
              },
            }
          const reached = Math.min(...runs.map((run) => run.stepsBelow(0.5)))
          const shown = Number.isFinite(reached)
          return {
            done: reached < 95,
            score: shown ? reached : undefined,
            says: shown
              ? { en: `It takes ${reached} steps now.`, zh: `现在要 ${reached} 步。` }
              : { en: 'It does not stay below 0.5: it chatters.', zh: '它没有留在 0.5 以下：还在抖动。' },
          }
        },
      },
    },
  ],
  summary: [
    {
      en: 'RMSprop divides each parameter’s step by the root of the average of its squared gradients.',
      zh: 'RMSprop 把每个参数的步长除以其梯度平方平均的平方根。',
    },
    {
      en: 'Its $alpha$ is a length: it does not fly out where the slope is steep, and does not settle where it is flat.',
      zh: '它的 $alpha$ 是一个长度：坡再陡也不会飞出去，坡再平也停不下来。',
    },
    {
      en: 'Without correction the first step is $1/sqrt(1 - beta_2)$ times too long.',
      zh: '没有偏差修正时，第一步会长 $1/sqrt(1 - beta_2)$ 倍。',
    },
    {
      en: 'An $epsilon$ inside the root is another number than one outside.',
      zh: '$epsilon$ 放在根号里和放在根号外，不是一回事。',
    },
  ],
}
