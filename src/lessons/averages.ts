// Lesson 5. The exponentially weighted average: one line, one number of memory. How many days it averages and the truth
// behind "about", why it lags, the effect of an outlier, the cost of a window, the best β. averages.test.ts checks the
// numbers.

import type { AveragesLesson } from '../course/lesson.ts'

const threeBetas = [0.9, 0.98, 0.5]
/** The year of the challenge. Its best β, 0.87, differs from the one named in the previous step. */
const anotherYear = 20

export const averages: AveragesLesson = {
  id: 'averages',
  lab: 'averages',
  steps: [
    {
      id: 'first',
      title: { en: 'How fast does the line follow?', zh: '线跟得有多快？' },
      text: {
        en: `The dots are one year of real daily temperatures $theta_t$ (in Seattle, because no free data for London was found). They are noisy. We want the trend.

The red line $V$ is an **exponentially weighted average**. It starts at 0. Every day it keeps nine tenths of itself and takes one tenth of the new temperature.`,
        zh: `图中的点是一整年真实的每日气温 $theta_t$（西雅图的数据，因为没有找到可自由使用的伦敦数据）。它们有噪声，我们想要的是趋势。

红线 $V$ 是**指数加权移动平均**。它从 0 开始，每天保留自己的十分之九，再加上当天气温的十分之一。`,
      },
      experiment: { betas: [0.9] },
      cursor: 3,
      strips: ['dayEquations'],
      controls: ['curves', 'series'],
      terms: [
        {
          term: { en: 'Other names:', zh: '别名：' },
          note: {
            en: 'exponentially weighted moving average, or moving average for short.',
            zh: '指数加权平均、滑动平均，说的都是它。',
          },
        },
      ],
      prediction: {
        question: {
          en: 'One day is 10 °C warmer than the line. How far does the line rise on that day?',
          zh: '某一天比红线高 10 °C。这一天红线上升多少？',
        },
        hides: ['numbers'],
        votes: [25, 20, 55],
        answers: [
          {
            text: { en: '9 °C', zh: '9 °C' },
            says: {
              en: 'Nine tenths is the right number. But the line keeps nine tenths of **itself** and takes only one tenth of the day.',
              zh: '十分之九这个数没错。但线保留的是**自己**的十分之九，当天的气温只占十分之一。',
            },
          },
          {
            text: { en: '5 °C', zh: '5 °C' },
            says: {
              en: 'An average of two numbers does lie between them. But halfway would mean equal weights, and here they are 0.9 and 0.1.',
              zh: '两个数的平均确实在它们之间。但正中间意味着权重相等，而这里是 0.9 和 0.1。',
            },
          },
          {
            text: { en: '1 °C', zh: '1 °C' },
            right: true,
            says: {
              en: 'A tenth of the difference: $0.1 times 10 = 1$.',
              zh: '差值的十分之一：$0.1 times 10 = 1$。',
            },
          },
        ],
        reveal: { cursor: 3 },
        after: {
          en: `As a formula: $V_t = 0.9 V_{t-1} + 0.1 theta_t$. Below it is written out for the day at the cursor. Move the day and follow the line.

You will meet $V$ again: replace the temperatures by gradients, and it is momentum.`,
          zh: `写成公式：$V_t = 0.9 V_{t-1} + 0.1 theta_t$。下面写出了光标所在那天的算式；移动日期，跟着线走。

$V$ 以后还会出现：把气温换成梯度，就是动量。`,
        },
      },
      cards: [
        {
          written: { en: '$V_2 = 0.9 V_0 + 0.1 theta_2$', zh: '$V_2 = 0.9 V_0 + 0.1 theta_2$' },
          says: {
            en: 'The course notes have a slip here. It must be $V_1$: with $V_0$ the second day would forget the first. Look at day 2.',
            zh: '课程笔记这里有一处笔误，应为 $V_1$：若写 $V_0$，第二天就忘掉了第一天。看第 2 天。',
          },
          load: { experiment: { betas: [0.9], biasCorrection: false, windows: [] }, cursor: 2 },
        },
      ],
    },
    {
      id: 'window',
      title: { en: 'How long is its memory?', zh: '它记得多久？' },
      text: {
        en: `Written out, $V_{100}$ is a sum over all the days before. Today has the weight $0.1$, yesterday $0.1 times 0.9$, the day before $0.1 times 0.9^2$, and so on.

People say that $V$ averages about $1/(1 - beta)$ days. For $beta = 0.9$ that is 10 days, because $0.9^10 = 0.35$ is about $1/e$.`,
        zh: `展开来写，$V_{100}$ 是之前所有天的和：今天的权重是 $0.1$，昨天是 $0.1 times 0.9$，前天是 $0.1 times 0.9^2$，依此类推。

人们说 $V$ 大约平均了 $1/(1 - beta)$ 天。$beta = 0.9$ 时是 10 天，因为 $0.9^10 = 0.35$，约等于 $1/e$。`,
      },
      cursor: 100,
      strips: ['weights'],
      controls: ['curves'],
      prediction: {
        question: {
          en: 'With $beta = 0.9$, what share of the weight do the last 10 days have?',
          zh: '$beta = 0.9$ 时，最近 10 天一共占多少权重？',
        },
        hides: ['numbers'],
        votes: [45, 30, 25],
        answers: [
          {
            text: { en: '100%', zh: '100%' },
            says: {
              en: 'People do say “10 days”. But no day is ever dropped. It only fades.',
              zh: '人们确实说“10 天”。但没有哪一天被丢掉，只是越来越淡。',
            },
          },
          {
            text: { en: '90%', zh: '90%' },
            says: {
              en: '90% is what $V$ keeps from one day to the next. But the question is how much the weights of ten days add up to.',
              zh: '90% 确实是 $V$ 从一天到下一天保留的比例。但这里问的是十天的权重之和。',
            },
          },
          {
            text: { en: '65%', zh: '65%' },
            right: true,
            says: { en: '$1 - 0.9^10 = 0.65$.', zh: '$1 - 0.9^10 = 0.65$。' },
          },
        ],
        reveal: { cursor: 100 },
        after: {
          en: `65%. A third of the weight belongs to days older than the bracket. For $beta = 0.98$ and its 50 days it is 64%, for $beta = 0.5$ and its 2 days 75%. For every large $beta$ the bracket has about $1 - 1/e$, or 63%, of the weight. Move $beta$ and compare the bracket with the bars.`,
          zh: `65%：还有三分之一的权重属于括号之外更早的日子。$beta = 0.98$ 的 50 天占 64%，$beta = 0.5$ 的 2 天占 75%。$beta$ 较大时，括号里总是约占 $1 - 1/e$，即 63%。移动 $beta$，对照括号和柱子。`,
        },
      },
      teaching: {
        misconception: { en: '0.9 averages exactly 10 days', zh: '0.9 恰好平均 10 天' },
        sentence: {
          en: 'About ten days: they have 65% of the weight, older days the rest.',
          zh: '约十天：它们占 65% 的权重，其余属于更早的日子。',
        },
      },
    },
    {
      id: 'lag',
      title: { en: 'What does a larger β cost?', zh: 'β 更大，代价是什么？' },
      text: {
        en: `With $beta = 0.9$ the line is still a little shaky. With $beta = 0.98$ it averages over more days, and each new day gets less weight: $0.02$ instead of $0.1$.`,
        zh: `$beta = 0.9$ 时，线还有些抖。换成 $beta = 0.98$，平均的天数更多，每个新的一天权重更小：$0.02$ 而不是 $0.1$。`,
      },
      cursor: 100,
      strips: [],
      controls: ['curves', 'correction'],
      prediction: {
        question: {
          en: '$beta$ goes from 0.9 to 0.98. What happens to the line?',
          zh: '$beta$ 从 0.9 变成 0.98，线会怎样？',
        },
        votes: [40, 50, 10],
        answers: [
          {
            text: { en: 'Smoother, in the same place', zh: '更平滑，位置不变' },
            says: {
              en: 'It is smoother. But an average of past days describes the past. To be smoother it has to look further back, so it lags more.',
              zh: '确实更平滑。但对过去求平均，描述的就是过去。要更平滑，就得往更早看，所以滞后更多。',
            },
          },
          {
            text: { en: 'Smoother, and shifted to the right', zh: '更平滑，并且右移' },
            right: true,
            says: {
              en: 'The past has the weight 0.98 and today only 0.02, so the line lags.',
              zh: '过去占 0.98，今天只占 0.02，所以曲线滞后。',
            },
          },
          {
            text: { en: 'Smoother, and shifted to the left', zh: '更平滑，并且左移' },
            says: {
              en: 'It is smoother. But a shift to the left would mean being early, and for that the line would need tomorrow’s temperatures.',
              zh: '确实更平滑。但左移意味着提前，那得知道明天的气温。',
            },
          },
        ],
        reveal: { experiment: { betas: threeBetas }, cursor: 130 },
        after: {
          en: `The green line ($beta = 0.98$) is very smooth: only a tenth of the noise is left. But it lags. The temperatures it averages are 49 days old on average, which is $beta/(1 - beta)$. The yellow line ($beta = 0.5$) averages about 2 days: it hardly lags, and it is noisy. The red line keeps 0.23 of the noise, and its days are 9 days old on average.

Switch on **Measure the lag**. When you plot $J^{{t}}$ with such an average, it lags too, and you know why.`,
          zh: `绿线（$beta = 0.98$）非常平滑，噪声只剩十分之一；但它滞后，所平均的气温平均来自 49 天前，即 $beta/(1 - beta)$。黄线（$beta = 0.5$）约平均 2 天，几乎不滞后，但噪声大。红线的噪声剩 0.23，所平均的气温平均来自 9 天前。

打开**测量滞后**。用这样的平均来画 $J^{{t}}$，它也会滞后，现在你知道原因了。`,
        },
      },
    },
    {
      id: 'outlier',
      title: { en: 'One broken thermometer', zh: '一支坏掉的温度计' },
      text: {
        en: `On day 200 the thermometer will show 20 °C too much, for that one day. All three averages use that reading.`,
        zh: `第 200 天，温度计将多显示 20 °C，只有这一天。三条平均线都会用到这个读数。`,
      },
      experiment: { betas: threeBetas },
      cursor: 200,
      strips: [],
      controls: ['outlier', 'curves'],
      prediction: {
        question: {
          en: 'Which line jumps the most, and which one remembers the error longest?',
          zh: '哪条线跳得最高？哪条记得最久？',
        },
        votes: [50, 25, 25],
        answers: [
          {
            text: { en: '0.5 jumps the most, 0.98 remembers longest', zh: '0.5 跳得最高，0.98 记得最久' },
            right: true,
            says: {
              en: 'The jump is $(1 - beta) times 20$. After that each day leaves the share $beta$ of it.',
              zh: '跳起的高度是 $(1 - beta) times 20$，之后每天剩下前一天的 $beta$。',
            },
          },
          {
            text: { en: '0.98 jumps the most and remembers longest', zh: '0.98 跳得最高，也记得最久' },
            says: {
              en: 'It does remember longest. But 0.98 is the share of the past; today’s share is only 0.02, so it jumps by 0.4 °C.',
              zh: '它确实记得最久。但 0.98 是过去的比例，今天只占 0.02，所以只跳 0.4 °C。',
            },
          },
          {
            text: { en: '0.5 jumps the most and remembers longest', zh: '0.5 跳得最高，也记得最久' },
            says: {
              en: 'It does jump the most, by 10 °C. But half of that is gone the next day.',
              zh: '它确实跳得最高，10 °C。但第二天就消掉一半。',
            },
          },
        ],
        reveal: { experiment: { changes: [[200, 41.1]] }, cursor: 200 },
        after: {
          en: 'The yellow line jumps by 10 °C and has forgotten the error within a week. The red line jumps by 2 °C. The green line jumps by only 0.4 °C, but you can see it for months. Try it with other days: drag the point at the cursor up or down, or use the arrow keys.',
          zh: '黄线跳 10 °C，一周之内就忘了；红线跳 2 °C；绿线只跳 0.4 °C，却要记上几个月。换别的日子试试：光标处的点可以上下拖动，也可以用方向键。',
        },
      },
    },
    {
      id: 'memory',
      title: { en: 'Why not a plain mean?', zh: '为什么不用简单平均？' },
      text: {
        en: `Why not take the plain mean of the last days? It is often the better estimate. But it must **store** all those days. The weighted average overwrites a single number: $V := beta V + (1 - beta) theta_t$.

For temperatures that hardly matters. But for the gradients of a billion weights, ten copies are 40 GB and fifty are 200 GB. That is why optimizers use this average.`,
        zh: `为什么不直接取最近几天的简单平均？它往往估计得更好，但必须**存下**所有这些天。加权平均只需要一个数，不断改写：$V := beta V + (1 - beta) theta_t$。

对气温来说，这没什么关系。但对十亿个权重的梯度来说，十份就是 40 GB，五十份是 200 GB。优化器用这种平均，原因就在这里。`,
      },
      cursor: 100,
      strips: ['dayEquations'],
      controls: ['window', 'curves'],
      prediction: {
        question: {
          en: 'Over how many days must a plain mean go to be as smooth as $beta = 0.9$?',
          zh: '简单平均要取多少天，才和 $beta = 0.9$ 一样平稳？',
        },
        votes: [70, 20, 10],
        answers: [
          {
            text: { en: '10 days', zh: '10 天' },
            says: {
              en: 'After 10 days a weight has fallen to $1/e$. But the older days still count a little, and that smooths the line further.',
              zh: '10 天时权重确实降到 $1/e$。但更早的日子仍占一点权重，线因此更平稳。',
            },
          },
          {
            text: { en: '19 days', zh: '19 天' },
            right: true,
            says: { en: '$(1 + beta)/(1 - beta) = 19$.', zh: '$(1 + beta)/(1 - beta) = 19$。' },
          },
          {
            text: { en: '9 days', zh: '9 天' },
            says: {
              en: '9 days is the mean age of the temperatures it averages. But that is its lag, not its smoothness.',
              zh: '9 天确实是所平均的气温的平均年龄。但那是滞后，不是平稳程度。',
            },
          },
        ],
        reveal: { experiment: { windows: [19] }, cursor: 100 },
        after: {
          en: '19 days, and so 19 numbers to remember instead of one. Change the window and watch the memory. Move the day, and you see the one line of the weighted average at work, with its numbers.',
          zh: '19 天，所以要记住 19 个数，而不是一个。改变窗口，看看要存多少数。移动日期，就能看到加权平均的那一行代码怎样用当天的数运算。',
        },
      },
    },
    {
      id: 'best',
      title: { en: 'Which β is best?', zh: '哪个 β 最好？' },
      text: {
        en: `With real data we don’t know the true temperature under the noise. So this year is **synthetic**: a known seasonal curve (shown) plus 3 °C of random noise. Now we can measure the error of each average and tune $beta$ like any other hyperparameter.

The chart below will show the error for each $beta$, in °C.`,
        zh: `真实数据里，噪声之下的真实气温无从知道。所以这一年是**合成的**：已知的季节曲线（画在图中）加上 3 °C 的随机噪声。现在可以测量每个平均的误差，像调其他超参数一样来调 $beta$。

下面的图将给出每个 $beta$ 的误差，单位 °C。`,
      },
      experiment: { series: { kind: 'synthetic', years: 1 } },
      cursor: 100,
      strips: ['averageErrors'],
      controls: ['curves', 'window'],
      prediction: {
        question: {
          en: 'The course notes say that the red line, 0.9, is best. Where is the error smallest in this year?',
          zh: '课程笔记说红线（0.9）最好。在这一年里，误差最小的 $beta$ 在哪里？',
        },
        hides: ['numbers'],
        votes: [30, 40, 30],
        answers: [
          {
            text: { en: 'Between 0.5 and 0.9', zh: '在 0.5 和 0.9 之间' },
            right: true,
            says: {
              en: 'It is smallest at about 0.84, with 1.20 °C. For 0.9 it is 1.35 °C.',
              zh: '约在 0.84 处最小，1.20 °C；0.9 时是 1.35 °C。',
            },
          },
          {
            text: { en: 'At 0.9', zh: '在 0.9' },
            says: {
              en: '0.9 is close. But in spring and autumn it already lags too much. Which $beta$ is best depends on the data.',
              zh: '0.9 确实很接近。但春秋两季它已经滞后太多。哪个 $beta$ 最好，取决于数据。',
            },
          },
          {
            text: { en: 'Between 0.9 and 0.98', zh: '在 0.9 和 0.98 之间' },
            says: {
              en: 'Such lines are smoother. But the lag adds more error than the noise did: with 0.98 the error is 4.3 °C.',
              zh: '那样的线确实更平稳，但滞后带来的误差超过了噪声：0.98 的误差是 4.3 °C。',
            },
          },
        ],
        after: {
          en: 'To the left of the best $beta$ most of the error is noise, to the right of it most is lag. Many tuning curves have this shape.',
          zh: '最佳 $beta$ 的左边，误差主要来自噪声；右边，主要来自滞后。许多调参曲线都是这个形状。',
        },
      },
      cards: [
        {
          written: {
            en: 'a sliding window usually gives a better estimate',
            zh: '滑动窗口通常会给出更好的估计',
          },
          says: {
            en: 'A 10-day window does beat $beta = 0.9$ in this year: 1.26 °C against 1.35 °C. Tune both, and they are about equal: 12 days give 1.25 °C, $beta = 0.84$ gives 1.20 °C, and in other years it is often the other way round.',
            zh: '在这一年里，10 天的窗口确实胜过 $beta = 0.9$：1.26 °C 对 1.35 °C。两者都调好之后则不相上下：12 天是 1.25 °C，$beta = 0.84$ 是 1.20 °C，换一年又常常反过来。',
          },
          load: { experiment: { betas: [0.9], windows: [10] }, cursor: 100 },
        },
      ],
    },
    {
      id: 'another-year',
      title: { en: 'Another year', zh: '换一年' },
      text: {
        en: `The same season, but other noise. This time there is no chart of the errors: look at the line itself. Does it jump because of the noise, or does it come too late?`,
        zh: `同样的季节，不同的噪声。这一次没有误差图，只能看线本身：它是随噪声跳动，还是来得太迟？`,
      },
      experiment: { series: { kind: 'synthetic', years: 1 }, seed: anotherYear },
      cursor: 100,
      strips: [],
      controls: ['curves'],
      challenge: {
        id: 'best-beta',
        task: {
          en: 'Bring the error of one average in this year below 0.97 °C, by $beta$ alone.',
          zh: '只调 $beta$，让这一年里某条平均线的误差低于 0.97 °C。',
        },
        hint: {
          en: 'Change $beta$ in one direction as long as the error shrinks. Typing a number in the box is finer than dragging.',
          zh: '朝一个方向改 $beta$，直到误差不再变小。在输入框里输入数字，比拖动更精细。',
        },
        measure: { what: 'error', curve: 'best' },
        atMost: 0.97,
      },
    },
  ],
  summary: [
    {
      en: '$V := beta V + (1 - beta) theta$ is one line of code and one number of memory.',
      zh: '$V := beta V + (1 - beta) theta$：一行代码，只记一个数。',
    },
    {
      en: 'It averages **about** $1/(1 - beta)$ days. At 0.9 the last ten days have 65% of the weight.',
      zh: '它**大约**平均 $1/(1 - beta)$ 天；0.9 时最近十天占 65% 的权重。',
    },
    {
      en: 'A larger $beta$ is smoother but lags. A smaller one follows quickly but is noisy, and outliers disturb it.',
      zh: '$beta$ 大则平滑而滞后；$beta$ 小则灵敏，但噪声大、怕异常值。',
    },
    {
      en: '$beta$ is a hyperparameter: which one is best depends on the data.',
      zh: '$beta$ 是超参数：哪个最好取决于数据。',
    },
  ],
}
