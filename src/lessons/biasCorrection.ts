// Lesson 5. Why an average that starts at 0 begins far too low, what dividing by 1 − βᵗ does, and when it stops mattering.
// Moment 2, "draw the purple line", is its second step. Numbers are held by averages.test.ts.

import type { Lesson } from './lesson.ts'

/** The day on which the challenge compares corrected and uncorrected. */
const judged = 60

export const biasCorrection: Lesson = {
  id: 'bias-correction',
  title: { en: 'Bias correction', zh: '偏差修正' },
  lab: 'averages',
  firstColor: 1,
  steps: [
    {
      id: 'first',
      title: { en: 'The first day', zh: '第一天' },
      text: {
        en: `The green line of the last lesson was $beta = 0.98$. Now we compute it exactly as the formula says, from $V_0 = 0$.

The first day of this year was well above zero: $theta_1 = 12.8$ °C.`,
        zh: `上一课的绿线是 $beta = 0.98$。现在我们完全照公式来算，从 $V_0 = 0$ 开始。

这一年的第一天远高于零：$theta_1 = 12.8$ °C。`,
      },
      averages: { betas: [0.98] },
      day: 1,
      strips: ['dayEquations'],
      controls: ['curves', 'series'],
      terms: [
        {
          term: { en: 'bias correction', zh: '偏差修正' },
          note: {
            en: 'corrects the start at 0. It is not about b, which is also called a bias.',
            zh: '修正的是从 0 起步造成的偏差，与偏置 b 无关：偏差 ≠ 偏置。',
          },
        },
      ],
      prediction: {
        kind: 'choice',
        question: { en: 'What is $V_1$?', zh: '$V_1$ 是多少？' },
        hides: ['curves', 'numbers', 'beyond'],
        answers: [
          {
            text: { en: '12.8 °C', zh: '12.8 °C' },
            votes: 40,
            says: {
              en: 'The average of one day should be that day, but this formula averages it with $V_0 = 0$.',
              zh: '一天的平均本该就是那一天，可这个公式把它和 $V_0 = 0$ 平均了。',
            },
          },
          {
            text: { en: '6.4 °C', zh: '6.4 °C' },
            votes: 15,
            says: {
              en: 'Half would be $beta = 0.5$: old and new weigh the same only there.',
              zh: '一半对应 $beta = 0.5$：只有那时新旧权重相等。',
            },
          },
          {
            text: { en: '0.256 °C', zh: '0.256 °C' },
            right: true,
            votes: 45,
            says: {
              en: '$0.98 times 0 + 0.02 times 12.8 = 0.256$.',
              zh: '$0.98 times 0 + 0.02 times 12.8 = 0.256$。',
            },
          },
        ],
        reveal: { cursor: 1 },
        after: {
          en: 'Two hundredths of the temperature: far below. On day 2 $V_2 = 0.0196 theta_1 + 0.02 theta_2$, still far below. Move the day and read the weights. In °F the picture is another one, because there 0 is another temperature.',
          zh: '只有气温的百分之二：远远偏低。第 2 天 $V_2 = 0.0196 theta_1 + 0.02 theta_2$，仍然远远偏低。移动日期，看看权重。换成 °F 图就不同了，因为那里的 0 是另一个温度。',
        },
      },
    },
    {
      id: 'purple',
      title: { en: 'Draw the purple line', zh: '画出紫线' },
      text: {
        en: `The green line is what we want. The formula as implemented does not give green but **purple**.

Draw it before you see it.`,
        zh: `绿线是我们想要的。照公式直接实现，得到的却不是绿线，而是**紫线**。

先画，再看。`,
      },
      averages: { betas: [0.98], biasCorrection: true },
      day: 1,
      picture: 'purpleLine',
      strips: [],
      teaching: {
        question: {
          en: '$V_0 = 0$, no correction: draw days 1 to 60.',
          zh: '$V_0 = 0$，不做修正：画出第 1 到 60 天。',
        },
        misconception: {
          en: 'The average of the first day is the first day',
          zh: '第一天的平均就是第一天',
        },
        sentence: {
          en: 'Purple climbs into green as the weights given so far, $1 - beta^t$, fill up.',
          zh: '已给出的权重 $1 - beta^t$ 逐渐填满，紫线就爬进绿线。',
        },
      },
    },
    {
      id: 'divide',
      title: { en: 'Divide by what you have', zh: '除以已有的权重' },
      text: {
        en: `Day 2: $V_2 = 0.0196 theta_1 + 0.02 theta_2$. The weights do not sum to 1; the rest still lies on $V_0 = 0$. To make $V_2$ a proper mean of two days, divide it.`,
        zh: `第 2 天：$V_2 = 0.0196 theta_1 + 0.02 theta_2$。权重之和不是 1，其余的还压在 $V_0 = 0$ 上。要让 $V_2$ 成为两天的真正平均，就要除以一个数。`,
      },
      averages: { betas: [0.98] },
      day: 2,
      strips: ['dayEquations'],
      controls: ['correction', 'curves'],
      prediction: {
        kind: 'choice',
        question: { en: 'Divide by what?', zh: '除以多少？' },
        hides: ['numbers'],
        answers: [
          {
            text: { en: '0.02', zh: '0.02' },
            votes: 30,
            says: {
              en: 'That is $1 - beta$, right on day 1 only: it is where the notes’ label lost its exponent.',
              zh: '那是 $1 - beta$，只对第 1 天正确：笔记的标签正是在这里漏掉了指数。',
            },
          },
          {
            text: { en: '0.0396', zh: '0.0396' },
            right: true,
            votes: 55,
            says: {
              en: '$0.0196 + 0.02 = 0.0396 = 1 - 0.98^2$: exactly the weights given so far.',
              zh: '$0.0196 + 0.02 = 0.0396 = 1 - 0.98^2$：正是到目前为止给出的权重。',
            },
          },
          {
            text: { en: '2, for two days', zh: '2，因为有两天' },
            votes: 15,
            says: {
              en: 'The weights are in the sum already; dividing by 2 makes it smaller still.',
              zh: '权重已经在和里面了，再除以 2 只会更小。',
            },
          },
        ],
        reveal: { experiment: { biasCorrection: true }, cursor: 2 },
        after: {
          en: '$V_t/(1 - beta^t)$. The corrected value on day 2 lies between the two temperatures, as an average must. Drag the day: the divisor grows towards 1.',
          zh: '$V_t/(1 - beta^t)$。修正后的第 2 天落在两天的气温之间，平均本该如此。拖动日期：除数逐渐接近 1。',
        },
      },
      cards: [
        {
          written: { en: '$1 - beta = 1 - (0.98)^2 = 0.0396$', zh: '$1 - beta = 1 - (0.98)^2 = 0.0396$' },
          says: {
            en: 'The label lost its exponent: it is $1 - beta^t$, here with $t = 2$.',
            zh: '标签漏掉了指数：应为 $1 - beta^t$，这里 $t = 2$。',
          },
          load: { experiment: { betas: [0.98], biasCorrection: true }, cursor: 2 },
        },
      ],
    },
    {
      id: 'warm-up',
      title: { en: 'Warming up', zh: '预热' },
      text: {
        en: `$beta^t$ goes to 0, so the divisor goes to 1 and purple joins green. The correction matters while the average is **warming up**, and how long that takes is decided by $beta$.`,
        zh: `$beta^t$ 趋于 0，除数趋于 1，紫线并入绿线。修正只在**预热**阶段起作用，而预热多久由 $beta$ 决定。`,
      },
      averages: { betas: [0.98], biasCorrection: true },
      day: 50,
      strips: ['warmUp', 'weights'],
      controls: ['curves', 'correction'],
      prediction: {
        kind: 'choice',
        question: {
          en: 'With $beta = 0.98$, after how many days has $V$ given out 99 % of its weight?',
          zh: '$beta = 0.98$ 时，多少天之后 $V$ 给出了 99 % 的权重？',
        },
        hides: ['numbers'],
        answers: [
          {
            text: { en: '50', zh: '50' },
            votes: 45,
            says: {
              en: '“About 50 days” is where 64 % are given; a third still lies on $V_0 = 0$.',
              zh: '“约 50 天”时只给出了 64 %，还有三分之一压在 $V_0 = 0$ 上。',
            },
          },
          {
            text: { en: '98', zh: '98' },
            votes: 25,
            says: { en: 'After 98 days 86 % are given.', zh: '98 天之后给出了 86 %。' },
          },
          {
            text: { en: '228', zh: '228' },
            right: true,
            votes: 30,
            says: { en: '$0.98^{228} = 0.01$.', zh: '$0.98^{228} = 0.01$。' },
          },
        ],
        reveal: { cursor: 228 },
        after: {
          en: 'Four and a half times “about 50”. With $beta = 0.9$ it takes 44 steps, which is why momentum can do without, and with Adam’s $beta2 = 0.999$ it takes 4,603: Adam cannot.',
          zh: '是“约 50 天”的四倍半。$beta = 0.9$ 只要 44 步，所以动量可以不修正；Adam 的 $beta2 = 0.999$ 要 4,603 步，所以 Adam 不能不修正。',
        },
      },
      cards: [
        {
          says: {
            en: 'At $beta = 0.9$ the two lines part only in the first weeks: after 10 days 65 % are given.',
            zh: '$beta = 0.9$ 时，两条线只在最初几周分开：10 天后已给出 65 %。',
          },
          load: { experiment: { betas: [0.9], biasCorrection: true }, cursor: 10 },
        },
      ],
      challenge: {
        id: 'without',
        lab: 'averages',
        better: 'more',
        unit: { en: '(that β)', zh: '（这个 β）' },
        task: {
          en: 'Find the largest $beta$ whose average **without** correction is within 5 % of the corrected one on day 60.',
          zh: '找出最大的 $beta$：第 60 天时，**不做**修正的平均与修正后的相差不超过 5 %。',
        },
        hint: {
          en: 'The two differ by the factor $1 - beta^t$. So $beta^{60}$ may be at most 0.05.',
          zh: '两者相差 $1 - beta^t$ 倍，所以 $beta^{60}$ 至多是 0.05。',
        },
        check: ({ averages: facts }) => {
          if (!facts || facts.uncorrected[0].length < judged)
            return {
              done: false,
              says: { en: 'It takes a series of 60 days or more.', zh: '需要至少 60 天的序列。' },
            }
          const shares = facts.experiment.betas.map(
            (_, i) => facts.uncorrected[i][judged - 1] / facts.corrected[i][judged - 1],
          )
          const passing = facts.experiment.betas.filter((_, i) => shares[i] >= 0.95)
          const off = ((1 - Math.max(...shares)) * 100).toFixed(1)
          // A small β passes without any thought: it must be better than the everyday one.
          return {
            done: passing.some((beta) => beta > 0.94),
            score: passing.length > 0 ? Math.max(...passing) : undefined,
            says: passing.length
              ? { en: 'It is within 5 %, but a larger β is too.', zh: '在 5 % 以内，但更大的 β 也行。' }
              : { en: `It is ${off} % too low now.`, zh: `现在偏低 ${off} %。` },
          }
        },
      },
    },
  ],
  summary: [
    {
      en: 'From $V_0 = 0$ an average begins far too low: $V_1 = (1 - beta) theta_1$.',
      zh: '从 $V_0 = 0$ 开始，平均的开头远远偏低：$V_1 = (1 - beta) theta_1$。',
    },
    {
      en: 'Dividing by $1 - beta^t$, the weights given so far, makes it a proper mean from the first day.',
      zh: '除以已给出的权重 $1 - beta^t$，从第一天起它就是真正的平均。',
    },
    {
      en: 'It matters only during warm-up; Adam needs it, momentum does without.',
      zh: '只在预热阶段有用：Adam 需要它，动量可以不用。',
    },
  ],
}
