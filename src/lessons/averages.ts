// Lesson 4. The exponentially weighted average: one line, one number of memory. About how many days it averages and the
// truth behind "about", why it lags, what an outlier does, what a window would cost, which β is best. Numbers are held by
// averages.test.ts.

import type { Lesson } from './lesson.ts'

const threeBetas = [0.9, 0.98, 0.5]

export const averages: Lesson = {
  id: 'averages',
  title: { en: 'Weighted averages', zh: '指数加权移动平均' },
  lab: 'averages',
  steps: [
    {
      id: 'first',
      title: { en: 'A trend through the noise', zh: '噪声里的趋势' },
      text: {
        en: `The dots are one year of real daily temperatures $theta_t$ (Seattle; no free London series was found). We want the trend.

The **exponentially weighted average** $V$ starts at 0 and keeps nine tenths of itself each day: $V_t = 0.9 V_{t-1} + 0.1 theta_t$. That is the red line, written out below for the day at the cursor.

You will meet $V$ again: momentum is this line with gradients for temperatures.`,
        zh: `图中的点是一整年真实的每日气温 $theta_t$（西雅图；伦敦没有可自由使用的数据）。我们想要的是趋势。

**指数加权移动平均** $V$ 从 0 开始，每天保留自己的十分之九：$V_t = 0.9 V_{t-1} + 0.1 theta_t$。它就是那条红线，下面写出了光标所在那天的算式。

$V$ 以后还会出现：把气温换成梯度，就是动量。`,
      },
      averages: { betas: [0.9] },
      day: 3,
      strips: ['dayEquations'],
      controls: ['curves', 'series'],
      terms: [
        {
          term: { en: 'also called', zh: '别名' },
          note: {
            en: 'exponentially weighted moving average, or moving average for short.',
            zh: '指数加权平均、滑动平均，说的都是它。',
          },
        },
      ],
      cards: [
        {
          written: { en: '$V_2 = 0.9 V_0 + 0.1 theta_2$', zh: '$V_2 = 0.9 V_0 + 0.1 theta_2$' },
          says: {
            en: 'It must be $V_1$: with $V_0$ the second day would forget the first. See day 2.',
            zh: '应为 $V_1$：若写 $V_0$，第二天就忘掉了第一天。看第 2 天。',
          },
          load: { experiment: { betas: [0.9], biasCorrection: false, windows: [] }, cursor: 2 },
        },
      ],
    },
    {
      id: 'window',
      title: { en: 'About ten days', zh: '大约十天' },
      text: {
        en: `Written out, $V_{100}$ is a sum over all the days before: today weighs $0.1$, yesterday $0.1 times 0.9$, the day before $0.1 times 0.9^2$, and so on.

People say that $V$ averages about $1/(1 - beta)$ days: 10 for $beta = 0.9$, because $0.9^10 = 0.35$, about $1/e$.`,
        zh: `展开来写，$V_{100}$ 是之前所有天的和：今天占 $0.1$，昨天占 $0.1 times 0.9$，前天占 $0.1 times 0.9^2$，依此类推。

人们说 $V$ 大约平均了 $1/(1 - beta)$ 天：$beta = 0.9$ 时是 10 天，因为 $0.9^10 = 0.35$，约等于 $1/e$。`,
      },
      averages: { betas: [0.9] },
      day: 100,
      strips: ['weights'],
      controls: ['curves'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'With $beta = 0.9$, how much of the weight lies on the last 10 days?',
          zh: '$beta = 0.9$ 时，最近 10 天一共占多少权重？',
        },
        hides: ['numbers'],
        answers: [
          {
            text: { en: '100 %', zh: '100 %' },
            votes: 45,
            says: {
              en: '“0.9 averages exactly 10 days”: no, no day is ever dropped. It only fades.',
              zh: '“0.9 正好平均 10 天”：不对，没有哪一天被丢掉，只是越来越淡。',
            },
          },
          {
            text: { en: '90 %', zh: '90 %' },
            votes: 30,
            says: {
              en: '90 % is what one day keeps of the day before, not what ten days hold.',
              zh: '90 % 是一天之后保留下来的比例，不是十天合计的权重。',
            },
          },
          {
            text: { en: '65 %', zh: '65 %' },
            right: true,
            votes: 25,
            says: { en: '$1 - 0.9^10 = 0.65$.', zh: '$1 - 0.9^10 = 0.65$。' },
          },
        ],
        reveal: { cursor: 100 },
        after: {
          en: `65 %. A third of the weight is older than the bracket. For $beta = 0.98$ and its 50 days it is 64 %, for $beta = 0.5$ and its 2 days 75 %: move $beta$ and read the bracket and the truth.`,
          zh: `65 %：还有三分之一的权重更老。$beta = 0.98$ 的 50 天是 64 %，$beta = 0.5$ 的 2 天是 75 %。移动 $beta$，对照括号和真实的权重。`,
        },
      },
      teaching: {
        misconception: { en: '0.9 averages exactly 10 days', zh: '0.9 恰好平均 10 天' },
        sentence: {
          en: 'About ten days: the bracket holds 65 % of the weight, older days the rest.',
          zh: '约十天：括号里只有 65 % 的权重，其余在更早的日子。',
        },
      },
    },
    {
      id: 'lag',
      title: { en: 'Smoother, and later', zh: '更平滑，也更迟' },
      asking: { en: 'More days in the average', zh: '平均更多天' },
      text: {
        en: `With $beta = 0.9$ the line still trembles. A larger $beta$ averages over more days and gives each new day less weight: $0.02$ instead of $0.1$.`,
        zh: `$beta = 0.9$ 时，线还有些抖。更大的 $beta$ 平均更多天，每个新的一天占的权重也更小：$0.02$ 而不是 $0.1$。`,
      },
      averages: { betas: [0.9] },
      day: 100,
      strips: [],
      controls: ['curves', 'correction'],
      prediction: {
        kind: 'choice',
        question: {
          en: '$beta$ goes from 0.9 to 0.98. What happens to the line?',
          zh: '$beta$ 从 0.9 变成 0.98，线会怎样？',
        },
        answers: [
          {
            text: { en: 'Smoother, in the same place', zh: '更平滑，位置不变' },
            votes: 40,
            says: {
              en: 'An average of the past is as old as what it averages: it cannot be smoother for nothing.',
              zh: '对过去求平均，平均就和过去一样旧：平滑不是白来的。',
            },
          },
          {
            text: { en: 'Smoother, and shifted to the right', zh: '更平滑，并且右移' },
            right: true,
            votes: 50,
            says: {
              en: 'The old days weigh 0.98, today only 0.02: it comes late.',
              zh: '旧的占 0.98，今天只占 0.02：它来得迟。',
            },
          },
          {
            text: { en: 'Smoother, and shifted to the left', zh: '更平滑，并且左移' },
            votes: 10,
            says: {
              en: 'Left would be early: that would take tomorrow’s temperatures.',
              zh: '左移就是提前，那得知道明天的气温。',
            },
          },
        ],
        reveal: { experiment: { betas: threeBetas }, cursor: 130 },
        after: {
          en: `Green, $beta = 0.98$: calm (noise falls to 0.10 of itself) and late, on average by $beta/(1 - beta) = 49$ days of age. Yellow, $beta = 0.5$: about 2 days, hardly late, and noisy. Red: 0.23 of the noise, 9 days.

Switch on **Measure the lag**. When you plot $J^{{t}}$ by such an average, it lags too, and you know why.`,
          zh: `绿线 $beta = 0.98$：平稳（噪声只剩 0.10），却迟，权重的平均年龄是 $beta/(1 - beta) = 49$ 天。黄线 $beta = 0.5$：约 2 天，几乎不迟，但噪声大。红线：噪声 0.23，9 天。

打开**测量滞后**。用这样的平均画 $J^{{t}}$ 时，它也会滞后，现在你知道原因了。`,
        },
      },
    },
    {
      id: 'outlier',
      title: { en: 'One broken thermometer', zh: '一支坏掉的温度计' },
      text: {
        en: `On day 200 a thermometer will show 20 °C too much, for that one day. Three averages hear of it.`,
        zh: `第 200 天，温度计将多显示 20 °C，只有这一天。三条平均线都会受到影响。`,
      },
      averages: { betas: threeBetas },
      day: 200,
      strips: [],
      controls: ['outlier', 'curves'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'Which line jumps furthest, and which remembers longest?',
          zh: '哪条线跳得最高？哪条记得最久？',
        },
        answers: [
          {
            text: { en: '0.5 jumps furthest, 0.98 remembers longest', zh: '0.5 跳得最高，0.98 记得最久' },
            right: true,
            votes: 50,
            says: {
              en: 'The jump is $(1 - beta) times 20$, and $beta$ of it is left each day after.',
              zh: '跳起的高度是 $(1 - beta) times 20$，之后每天留下 $beta$ 倍。',
            },
          },
          {
            text: { en: '0.98 jumps furthest and remembers longest', zh: '0.98 跳得最高，也记得最久' },
            votes: 25,
            says: {
              en: '0.98 is the share of the past. Today’s share is only 0.02: it jumps by 0.4 °C.',
              zh: '0.98 是过去的比例，今天只占 0.02：它只跳 0.4 °C。',
            },
          },
          {
            text: { en: '0.5 jumps furthest and remembers longest', zh: '0.5 跳得最高，也记得最久' },
            votes: 25,
            says: {
              en: 'It jumps by 10 °C, but half of that is gone the next day.',
              zh: '它跳 10 °C，但第二天就消掉一半。',
            },
          },
        ],
        reveal: { experiment: { changes: [[200, 41.1]] }, cursor: 200 },
        after: {
          en: 'Yellow jumps by 10 °C and has forgotten in a week; red by 2 °C; green by 0.4 °C, but for months. Drag any day up and down yourself: the point at the cursor is a handle, the arrow keys move it too.',
          zh: '黄线跳 10 °C，一周就忘了；红线 2 °C；绿线 0.4 °C，却要记上几个月。自己拖动任意一天试试：光标处的点可以上下拖动，方向键也行。',
        },
      },
    },
    {
      id: 'memory',
      title: { en: 'One line, one number', zh: '一行代码，一个数' },
      text: {
        en: `Why not simply the plain mean of the last days? It is often the better estimate. But it must **store** all those days; the weighted average overwrites one number: $V := beta V + (1 - beta) theta_t$.

With a million weights, ten or fifty copies of all gradients do not fit. That is why optimizers use this average.`,
        zh: `为什么不直接取最近几天的普通平均？它常常估计得更好。但它必须**存下**所有这些天；加权平均只要一个数，不断重写：$V := beta V + (1 - beta) theta_t$。

有一百万个权重时，十份、五十份梯度根本放不下。优化器用这种平均，原因就在这里。`,
      },
      averages: { betas: [0.9] },
      day: 100,
      strips: [],
      controls: ['window', 'curves'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'How many days must a plain mean take to be as calm as $beta = 0.9$?',
          zh: '普通平均要取多少天，才和 $beta = 0.9$ 一样平稳？',
        },
        answers: [
          {
            text: { en: '10 days', zh: '10 天' },
            votes: 70,
            says: {
              en: '10 is where a weight has fallen to 1/e; the long tail behind it calms the line further.',
              zh: '10 天是权重降到 1/e 的地方；后面长长的尾巴还会让线更平稳。',
            },
          },
          {
            text: { en: '19 days', zh: '19 天' },
            right: true,
            votes: 20,
            says: { en: '$(1 + beta)/(1 - beta) = 19$.', zh: '$(1 + beta)/(1 - beta) = 19$。' },
          },
          {
            text: { en: '9 days', zh: '9 天' },
            votes: 10,
            says: {
              en: '9 is the mean age of what it averages, its lag.',
              zh: '9 是权重的平均年龄，也就是滞后。',
            },
          },
        ],
        reveal: { experiment: { windows: [19] }, cursor: 100 },
        after: {
          en: '19 days, and 19 numbers to remember instead of one. Change the window and watch the memory.',
          zh: '19 天，要记住 19 个数，而不是一个。改变窗口，看看要存多少数。',
        },
      },
    },
    {
      id: 'best',
      title: { en: 'The best β', zh: '最好的 β' },
      text: {
        en: `In a real year nobody knows the temperature without its noise. This year is **synthetic**: a season, drawn in, and noise of 3 °C. So the error of an average can be measured, and $beta$ becomes what it is in training: a hyperparameter that one tunes.

Below stands the error for every $beta$, in °C.`,
        zh: `真实的年份里，没有人知道去掉噪声的气温。这一年是**合成的**：已知的季节（画在图中）加上 3 °C 的噪声。于是平均的误差可以测量，$beta$ 也就成了训练中的样子：一个需要调的超参数。

下面是每个 $beta$ 的误差，单位 °C。`,
      },
      averages: { betas: [0.9], series: { kind: 'synthetic', years: 1 } },
      day: 100,
      strips: ['averageErrors'],
      controls: ['curves', 'window'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'The notes: “the red line, 0.9, is best.” Where is the least error here?',
          zh: '笔记说“红线（0.9）最好”。在这里，误差最小的 $beta$ 在哪里？',
        },
        hides: ['numbers'],
        answers: [
          {
            text: { en: 'Between 0.5 and 0.9', zh: '在 0.5 和 0.9 之间' },
            right: true,
            votes: 30,
            says: {
              en: 'At about 0.84: 1.20 °C. For 0.9 it is 1.35.',
              zh: '约在 0.84：1.20 °C；0.9 时是 1.35。',
            },
          },
          {
            text: { en: 'At 0.9', zh: '在 0.9' },
            votes: 40,
            says: {
              en: 'Near, but 0.9 already comes too late in spring and autumn. “Best” belongs to a series, not to β.',
              zh: '很近，但春秋时 0.9 已经迟了。“最好”取决于数据，不是 β 本身的性质。',
            },
          },
          {
            text: { en: 'Between 0.9 and 0.98', zh: '在 0.9 和 0.98 之间' },
            votes: 30,
            says: {
              en: 'Calmer, but the lag costs more than the noise: 0.98 misses by 4.3 °C.',
              zh: '更平稳，但滞后比噪声更伤：0.98 的误差达 4.3 °C。',
            },
          },
        ],
        after: {
          en: 'Left of the best $beta$ the noise costs, right of it the lag. Every tuning curve that you will meet has this shape.',
          zh: '最佳 $beta$ 的左边，误差来自噪声；右边，来自滞后。以后你遇到的调参曲线都是这个形状。',
        },
      },
      cards: [
        {
          written: {
            en: 'a sliding window usually gives a better estimate',
            zh: '滑动窗口通常会给出更好的估计',
          },
          says: {
            en: 'Of 10 days against $beta = 0.9$ yes: 1.26 to 1.35 °C. Each at its best, no: 12 days give 1.25, $beta = 0.84$ gives 1.20.',
            zh: '10 天的窗口对 $beta = 0.9$：确实（1.26 对 1.35 °C）。各取最好时则不然：12 天是 1.25，$beta = 0.84$ 是 1.20。',
          },
          load: { experiment: { betas: [0.9], windows: [10] }, cursor: 100 },
        },
      ],
      challenge: {
        id: 'best-beta',
        lab: 'averages',
        better: 'less',
        unit: { en: '°C of error', zh: '°C 误差' },
        task: {
          en: 'Bring the error of one average on this year below 1.21 °C, by $beta$ alone.',
          zh: '只调 $beta$，让这一年上某条平均的误差低于 1.21 °C。',
        },
        hint: {
          en: 'The bottom is flat: look between 0.8 and 0.9. Typing a number beside the slider is finer than dragging.',
          zh: '谷底很平：在 0.8 和 0.9 之间找。在滑块旁边输入数字比拖动更精细。',
        },
        check: ({ averages: facts }) => {
          const own = facts?.experiment
          const same =
            own?.series.kind === 'synthetic' &&
            own.series.years === 1 &&
            own.seed === 1 &&
            own.unit === 'celsius' &&
            own.changes.length === 0
          if (!facts || !same)
            return {
              done: false,
              says: {
                en: 'It counts on the synthetic year, in °C, with no day moved.',
                zh: '只在合成的这一年上、用 °C、不移动任何一天时才算。',
              },
            }
          const error = Math.min(...facts.errors)
          const shown = error.toFixed(3)
          return {
            done: error < 1.21,
            score: error,
            says: { en: `The error is ${shown} °C now.`, zh: `现在误差是 ${shown} °C。` },
          }
        },
      },
    },
  ],
  summary: [
    {
      en: '$V := beta V + (1 - beta) theta$: one line, one number of memory.',
      zh: '$V := beta V + (1 - beta) theta$：一行代码，只记一个数。',
    },
    {
      en: 'It averages **about** $1/(1 - beta)$ days; the last ten hold 65 % of the weight at 0.9.',
      zh: '它**大约**平均 $1/(1 - beta)$ 天；0.9 时最近十天占 65 % 的权重。',
    },
    {
      en: 'A larger $beta$ is smoother and later; a smaller one is quick, noisy and hurt by outliers.',
      zh: '$beta$ 大则平滑而滞后；$beta$ 小则灵敏、噪声大、怕异常值。',
    },
    {
      en: '$beta$ is a hyperparameter: the best one depends on the data.',
      zh: '$beta$ 是超参数：哪个最好取决于数据。',
    },
  ],
}
