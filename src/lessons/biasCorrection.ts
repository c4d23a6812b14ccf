// Lesson 6. Why an average that starts at 0 is far too low at first, what dividing by 1 − βᵗ does, and when it stops
// mattering. Moment 2, "draw the purple line", is its second step. averages.test.ts checks the numbers.

import type { AveragesLesson } from '../course/lesson.ts'

export const biasCorrection: AveragesLesson = {
  id: 'bias-correction',
  lab: 'averages',
  firstColor: 1,
  steps: [
    {
      id: 'first',
      title: { en: 'The first day', zh: '第一天' },
      text: {
        en: `The green line of the last lesson had $beta = 0.98$. Now we compute it exactly as the formula says, starting from $V_0 = 0$.

The first day of this year was well above zero: $theta_1 = 12.8$ °C.`,
        zh: `上一课的绿线是 $beta = 0.98$。现在完全照公式来算，从 $V_0 = 0$ 开始。

这一年的第一天远高于零：$theta_1 = 12.8$ °C。`,
      },
      experiment: { betas: [0.98] },
      cursor: 1,
      strips: ['dayEquations'],
      controls: ['curves', 'series'],
      terms: [
        {
          term: { en: 'bias correction', zh: '偏差修正' },
          note: {
            en: 'corrects the error of starting at 0. It has nothing to do with $b$, which is also called a bias.',
            zh: '修正的是从 0 开始造成的偏差，与偏置 $b$ 无关：偏差 ≠ 偏置。',
          },
        },
      ],
      prediction: {
        question: { en: 'What is $V_1$?', zh: '$V_1$ 是多少？' },
        hides: ['curves', 'numbers', 'beyond'],
        votes: [40, 15, 45],
        answers: [
          {
            text: { en: '12.8 °C', zh: '12.8 °C' },
            says: {
              en: 'The average of one day should be that day. But this formula averages it with $V_0 = 0$.',
              zh: '一天的平均确实本该就是那一天。但这个公式把它和 $V_0 = 0$ 平均了。',
            },
          },
          {
            text: { en: '6.4 °C', zh: '6.4 °C' },
            says: {
              en: 'It is an average of 0 and 12.8. But the weights are equal only for $beta = 0.5$; here they are 0.98 and 0.02.',
              zh: '它确实是 0 和 12.8 的平均。但只有 $beta = 0.5$ 时权重才相等，这里是 0.98 和 0.02。',
            },
          },
          {
            text: { en: '0.256 °C', zh: '0.256 °C' },
            right: true,
            says: {
              en: '$0.98 times 0 + 0.02 times 12.8 = 0.256$.',
              zh: '$0.98 times 0 + 0.02 times 12.8 = 0.256$。',
            },
          },
        ],
        reveal: { cursor: 1 },
        after: {
          en: 'That is only 2% of the temperature, far too low. On day 2, $V_2 = 0.0196 theta_1 + 0.02 theta_2$ is still far too low. Move the day and read the weights. In °F the curve starts differently, because 0 °F is a different temperature.',
          zh: '只有气温的 2%，远远偏低。第 2 天 $V_2 = 0.0196 theta_1 + 0.02 theta_2$，仍然远远偏低。移动日期，看看权重。换成 °F，曲线的开头就不同了，因为 0 °F 是另一个温度。',
        },
      },
    },
    {
      id: 'purple',
      title: { en: 'Draw the purple line', zh: '画出紫线' },
      text: {
        en: `The green line is what we want. But the formula, just as it is written, gives a **purple** line.

Draw the purple line before you see it.`,
        zh: `绿线是我们想要的。但完全照公式来算，得到的是**紫线**。

先画出紫线，再看结果。`,
      },
      experiment: { biasCorrection: true },
      cursor: 1,
      picture: 'purpleLine',
      strips: [],
      playback: false,
      teaching: {
        question: {
          en: 'Start from $V_0 = 0$ without correction: draw the line for days 1 to 60.',
          zh: '从 $V_0 = 0$ 开始，不做修正：画出第 1 到 60 天的线。',
        },
        misconception: {
          en: 'The average of the first day is the first day',
          zh: '第一天的平均就是第一天',
        },
        sentence: {
          en: 'The purple line joins the green one as its weights add up to 1: after $t$ days their sum is $1 - beta^t$.',
          zh: '已有权重之和 $1 - beta^t$ 逐渐接近 1，紫线也就逐渐并入绿线。',
        },
      },
    },
    {
      id: 'divide',
      title: { en: 'How can we correct it?', zh: '怎样修正？' },
      text: {
        en: `On day 2, $V_2 = 0.0196 theta_1 + 0.02 theta_2$. These weights don’t add up to 1, because the rest still belongs to $V_0 = 0$. To make $V_2$ a proper mean of two days, we divide it by a number.`,
        zh: `第 2 天，$V_2 = 0.0196 theta_1 + 0.02 theta_2$。这些权重之和不是 1，因为其余的还在 $V_0 = 0$ 上。要让 $V_2$ 成为两天的真正平均，就要除以一个数。`,
      },
      cursor: 2,
      strips: ['dayEquations'],
      controls: ['correction', 'curves'],
      prediction: {
        question: { en: 'By which number?', zh: '除以多少？' },
        hides: ['numbers'],
        votes: [30, 55, 15],
        answers: [
          {
            text: { en: '0.02', zh: '0.02' },
            says: {
              en: '0.02 is $1 - beta$, which is right on day 1. But on day 2 both days have a weight.',
              zh: '0.02 就是 $1 - beta$，在第 1 天是对的。但第 2 天两天都有权重。',
            },
          },
          {
            text: { en: '0.0396', zh: '0.0396' },
            right: true,
            says: {
              en: '$0.0196 + 0.02 = 0.0396 = 1 - 0.98^2$. That is exactly what the weights add up to.',
              zh: '$0.0196 + 0.02 = 0.0396 = 1 - 0.98^2$，正是这些权重之和。',
            },
          },
          {
            text: { en: '2, because there are two days', zh: '2，因为有两天' },
            says: {
              en: 'For a plain sum of two days that would be right. But this sum is weighted already, and dividing by 2 makes it even smaller.',
              zh: '如果是两天简单相加，确实要除以 2。但这个和已经乘过权重，再除以 2 只会更小。',
            },
          },
        ],
        reveal: { experiment: { biasCorrection: true }, cursor: 2 },
        after: {
          en: 'In general we divide by the sum of the weights: $V_t/(1 - beta^t)$. The corrected value of day 2 is between the two temperatures, as an average must be. Drag the day: the divisor grows towards 1.',
          zh: '一般地，除以权重之和：$V_t/(1 - beta^t)$。修正后第 2 天的值在两天的气温之间，平均本该如此。拖动日期：除数逐渐接近 1。',
        },
      },
      cards: [
        {
          written: { en: '$1 - beta = 1 - (0.98)^2 = 0.0396$', zh: '$1 - beta = 1 - (0.98)^2 = 0.0396$' },
          says: {
            en: 'The label in the course notes has a slip: the exponent $t$ is missing. It must be $1 - beta^t$, here with $t = 2$.',
            zh: '课程笔记的这个式子漏掉了指数：应为 $1 - beta^t$，这里 $t = 2$。',
          },
          load: { experiment: { betas: [0.98], biasCorrection: true }, cursor: 2 },
        },
      ],
    },
    {
      id: 'warm-up',
      title: { en: 'How long is the warm-up?', zh: '预热要多久？' },
      text: {
        en: `$beta^t$ goes to 0, so the divisor goes to 1 and the purple line joins the green one. The correction matters only while the average is **warming up**. How long that takes depends on $beta$.`,
        zh: `$beta^t$ 趋于 0，除数就趋于 1，紫线并入绿线。修正只在**预热**阶段起作用，而预热多久取决于 $beta$。`,
      },
      experiment: { biasCorrection: true },
      cursor: 50,
      strips: ['warmUp', 'weights'],
      controls: ['curves', 'correction'],
      prediction: {
        question: {
          en: 'With $beta = 0.98$, after how many days do the weights in $V$ add up to 99%?',
          zh: '$beta = 0.98$ 时，多少天之后 $V$ 的权重之和达到 99%？',
        },
        hides: ['numbers'],
        votes: [45, 25, 30],
        answers: [
          {
            text: { en: '50', zh: '50' },
            says: {
              en: 'It does average “about 50 days”. But after 50 days the weights add up to 64% only; a third still belongs to $V_0 = 0$.',
              zh: '它确实“大约平均 50 天”。但第 50 天时权重之和只有 64%，还有三分之一在 $V_0 = 0$ 上。',
            },
          },
          {
            text: { en: '98', zh: '98' },
            says: {
              en: 'After 98 days most of the weight is there. But it is 86%, not yet 99%.',
              zh: '98 天之后大部分权重确实到位了，但只有 86%，还不到 99%。',
            },
          },
          {
            text: { en: '228', zh: '228' },
            right: true,
            says: { en: '$0.98^{228} = 0.01$.', zh: '$0.98^{228} = 0.01$。' },
          },
        ],
        reveal: { cursor: 228 },
        after: {
          en: 'That is four and a half times “about 50”. With $beta = 0.9$ it takes 44 steps, and momentum leaves the correction out. Adam needs it, because it divides one average by another: the first, with 0.9, is ready after 44 steps, the second, with $beta_2 = 0.999$, only after 4,603. Without correction its steps would be several times too long until then.',
          zh: '是“约 50 天”的四倍半。$beta = 0.9$ 时要 44 步，动量就不做修正。Adam 却需要，因为它用一个平均除以另一个：前一个用 0.9，44 步就预热好了；后一个用 $beta_2 = 0.999$，要 4,603 步。在那之前，不做修正的步子会长出几倍。',
        },
      },
      cards: [
        {
          says: {
            en: 'With $beta = 0.9$ the two lines differ only in the first weeks: after 10 days the weights add up to 65%.',
            zh: '$beta = 0.9$ 时，两条线只在最初几周不同：10 天后权重之和已达 65%。',
          },
          load: { experiment: { betas: [0.9], biasCorrection: true }, cursor: 10 },
        },
      ],
      exercise: 'biasCorrection',
      challenge: {
        id: 'without',
        task: {
          en: 'Find the largest $beta$ whose average **without** correction is within 5% of the corrected one on day 60.',
          zh: '找出最大的 $beta$：第 60 天时，**不做**修正的平均与修正后的相差不超过 5%。',
        },
        hint: {
          en: 'By which factor do the two averages differ on day 60? Set that factor to 0.95.',
          zh: '第 60 天时，未修正的平均是修正后的多少倍？令这个倍数等于 0.95。',
        },
        measure: { what: 'beta', curve: 'best' },
        // A small β passes without any thought: it must be better than the everyday one.
        atLeast: 0.941,
        provided: { uncorrected: { day: 60, within: 0.05 } },
      },
    },
  ],
  summary: [
    {
      en: 'From $V_0 = 0$ an average starts far too low: $V_1 = (1 - beta) theta_1$.',
      zh: '从 $V_0 = 0$ 开始，平均的开头远远偏低：$V_1 = (1 - beta) theta_1$。',
    },
    {
      en: 'Dividing by $1 - beta^t$, the sum of the weights, makes it a proper mean from the first day.',
      zh: '除以权重之和 $1 - beta^t$，从第一天起它就是真正的平均。',
    },
    {
      en: 'The correction matters only during warm-up. Adam needs it, momentum usually leaves it out.',
      zh: '修正只在预热阶段有用：Adam 需要它，动量通常不用。',
    },
  ],
}
