// Transfer questions for the lessons on averages and bias correction.

import type { Question } from '../../course/transfer.ts'

export const averages: readonly Question[] = [
  {
    id: 'twenty',
    step: 'window',
    question: {
      en: 'You want an average that remembers about 25 days. Which $beta$ do you choose?',
      zh: '你想要一个大约记住 25 天的平均。$beta$ 取多少？',
    },
    right: 0.96,
    within: 0.003,
    because: {
      en: '$1/(1 - beta) = 25$ gives $beta = 0.96$. The weight of a day that old has fallen to about $1/e$.',
      zh: '$1/(1 - beta) = 25$，所以 $beta = 0.96$。25 天前那一天的权重降到了约 $1/e$。',
    },
  },
  {
    id: 'one-line',
    step: 'first',
    question: {
      en: 'So far $V = 20$, and $beta = 0.8$. The new value is 30. What is $V$ now?',
      zh: '目前 $V = 20$，$beta = 0.8$。新的值是 30。现在 $V$ 是多少？',
    },
    right: 22,
    because: { en: '$0.8 times 20 + 0.2 times 30 = 22$.', zh: '$0.8 times 20 + 0.2 times 30 = 22$。' },
  },
  {
    id: 'broken-sensor',
    step: 'outlier',
    question: {
      en: 'A sensor fails for one hour and reports a value that is 100 too high. Which average shows the smallest jump, and for how long?',
      zh: '传感器坏了一小时，读数高了 100。哪个平均跳得最小？影响持续多久？',
    },
    answers: [
      { en: '$beta = 0.99$: a small jump that lasts long', zh: '$beta = 0.99$：跳得小，但持续得久' },
      { en: '$beta = 0.5$: a small jump that is soon over', zh: '$beta = 0.5$：跳得小，很快就过去' },
      { en: '$beta = 0.99$: a small jump that is soon over', zh: '$beta = 0.99$：跳得小，很快就过去' },
    ],
    because: {
      en: 'The jump is $100 (1 - beta)$: 1 with $beta = 0.99$, 50 with $beta = 0.5$. What comes in with a small weight also fades slowly.',
      zh: '跳动是 $100 (1 - beta)$：$beta = 0.99$ 时是 1，$beta = 0.5$ 时是 50。进来时权重小，消退得也慢。',
    },
  },
]

export const correction: readonly Question[] = [
  {
    id: 'two-forties',
    step: 'first',
    question: {
      en: 'With $beta = 0.9$ and $V_0 = 0$, the first two values are both 40. What is $V_2$ without correction?',
      zh: '$beta = 0.9$，$V_0 = 0$，前两个值都是 40。不做修正，$V_2$ 是多少？',
    },
    right: 7.6,
    because: {
      en: '$V_1 = 4$ and $V_2 = 0.9 times 4 + 0.1 times 40 = 7.6$. The weights add up to only 0.19.',
      zh: '$V_1 = 4$，$V_2 = 0.9 times 4 + 0.1 times 40 = 7.6$。权重之和只有 0.19。',
    },
  },
  {
    id: 'constant',
    step: 'divide',
    question: {
      en: 'A value is 7 on every day. What is the corrected average on day 3, with $beta = 0.98$?',
      zh: '某个量每天都是 7。$beta = 0.98$，第 3 天修正后的平均是多少？',
    },
    right: 7,
    because: {
      en: 'It is 7 from the first day on. The corrected weights add up to 1, so an average of equal values is that value.',
      zh: '从第一天起就是 7。修正后的权重之和是 1，相同的值取平均还是它自己。',
    },
  },
  {
    id: 'other-start',
    step: 'first',
    question: {
      en: 'A colleague starts with $V_0 = theta_1$ instead of 0, and still divides by $1 - beta^t$. What happens on the first days?',
      zh: '一位同事从 $V_0 = theta_1$ 而不是 0 开始，却照样除以 $1 - beta^t$。头几天会怎样？',
    },
    answers: [
      { en: 'The average is far too high', zh: '平均高得离谱' },
      { en: 'The average is right', zh: '平均正好' },
      { en: 'The average is too low', zh: '平均偏低' },
    ],
    because: {
      en: 'With that start $V$ is not too small, so there is nothing to correct. Divided by 0.02, the first day’s average would be 50 times as large as it should be (with $beta = 0.98$).',
      zh: '这样开始，$V$ 并不偏低，没有什么要修正的。除以 0.02，第一天的平均就变成应有值的 50 倍（$beta = 0.98$）。',
    },
  },
]
