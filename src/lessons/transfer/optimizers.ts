// Transfer questions for momentum, RMSprop and Adam.

import type { Question } from '../../course/transfer.ts'

export const momentum: readonly Question[] = [
  {
    id: 'other-limit',
    step: 'limit',
    question: {
      en: 'A valley has $lambda_max = 10$. Above which $alpha$ does momentum with $beta = 0.8$ diverge?',
      zh: '一个谷的 $lambda_max = 10$。$beta = 0.8$ 的动量，$alpha$ 超过多少就发散？',
    },
    right: 1.8,
    within: 0.01,
    because: {
      en: '$2 times 1.8/(0.2 times 10) = 1.8$, nine times as high as the limit of gradient descent.',
      zh: '$2 times 1.8/(0.2 times 10) = 1.8$，是梯度下降上限的九倍。',
    },
  },
  {
    id: 'library',
    step: 'rule',
    question: {
      en: 'A paper uses PyTorch’s form of momentum, without $(1 - beta)$, with a learning rate of 0.02 and $beta = 0.95$. Which $alpha$ gives the same path in the form of this course?',
      zh: '一篇论文用 PyTorch 的动量写法（没有 $(1 - beta)$），学习率 0.02，$beta = 0.95$。换成本课程的写法，$alpha$ 取多少才能走出同样的路径？',
    },
    right: 0.4,
    within: 0.01,
    because: {
      en: 'Without the factor $V$ is $1/(1 - beta) = 20$ times as large, so here $alpha$ must be 20 times as large: 0.4.',
      zh: '没有那个系数，$V$ 是这里的 $1/(1 - beta) = 20$ 倍，所以这里 $alpha$ 要取 20 倍：0.4。',
    },
  },
  {
    id: 'alternating',
    step: 'sum',
    question: {
      en: 'Along one parameter the gradients are 3, −3, 3, −3 and so on. After many steps with $beta = 0.9$, how large is $V$ there?',
      zh: '沿某个参数，梯度是 3、−3、3、−3……。$beta = 0.9$，走了很多步之后，那里的 $V$ 有多大？',
    },
    answers: [
      { en: 'About 0.16', zh: '约 0.16' },
      { en: 'About 0.3', zh: '约 0.3' },
      { en: 'Exactly 0', zh: '恰好是 0' },
    ],
    because: {
      en: 'The newest gradient puts in 0.3, and what is left of the older ones takes about half of that away again: $3 times 0.1/1.9 = 0.16$, with alternating sign.',
      zh: '最新的梯度加进 0.3，以前剩下的又抵消掉约一半：$3 times 0.1/1.9 = 0.16$，正负交替。',
    },
  },
]

export const rmsprop: readonly Question[] = [
  {
    id: 'steady',
    step: 'axes',
    question: {
      en: 'Along one parameter the gradient has been 7 for hundreds of steps. RMSprop has $alpha = 0.003$. How long is its next step there?',
      zh: '沿某个参数，几百步以来梯度一直是 7。RMSprop 的 $alpha = 0.003$。下一步沿它走多远？',
    },
    right: 0.003,
    within: 0.01,
    because: {
      en: 'By now $sqrt S$ is 7, so the step is $alpha times 7/7 = alpha$.',
      zh: '这时 $sqrt S$ 就是 7，所以步长是 $alpha times 7/7 = alpha$。',
    },
  },
  {
    id: 'long-first',
    step: 'first',
    question: {
      en: 'RMSprop without correction has $beta_2 = 0.96$. How long is its first step, in units of $alpha$?',
      zh: '不做修正的 RMSprop，$beta_2 = 0.96$。第一步的长度是 $alpha$ 的多少倍？',
    },
    right: 5,
    within: 0.01,
    because: {
      en: '$S$ is 0.04 of the squared gradient, so $sqrt S$ is a fifth of the gradient, and the step is 5 $alpha$ long.',
      zh: '$S$ 是梯度平方的 0.04，$sqrt S$ 就是梯度的五分之一，步长是 5 $alpha$。',
    },
  },
  {
    id: 'sudden',
    step: 'chatter',
    question: {
      en: 'For a long time a parameter’s gradient has been 0.01. Then, for one step, it is 1. How long is that step of RMSprop, with $beta_2 = 0.9$?',
      zh: '很长时间以来，某个参数的梯度都是 0.01。突然有一步是 1。$beta_2 = 0.9$，RMSprop 这一步有多长？',
    },
    answers: [
      { en: 'About 3 $alpha$', zh: '约 3 $alpha$' },
      { en: 'About 1 $alpha$', zh: '约 1 $alpha$' },
      { en: 'About 100 $alpha$', zh: '约 100 $alpha$' },
    ],
    because: {
      en: 'The new gradient enters $S$ with the weight 0.1 before the division, so $sqrt S$ is about 0.32 and the step $1/0.32 = 3.2$ $alpha$. The memory can’t keep up with a sudden change, but it isn’t off by a factor of 100.',
      zh: '做除法之前，新的梯度已经以 0.1 的权重进入 $S$，所以 $sqrt S$ 约为 0.32，步长是 $1/0.32 = 3.2$ $alpha$。记忆跟不上突然的变化，但不会差到 100 倍。',
    },
  },
]

export const adam: readonly Question[] = [
  {
    id: 'tiny-slope',
    step: 'first',
    question: {
      en: 'A parameter’s very first gradient is 0.0004, and Adam has $alpha = 0.005$. How far does Adam move it?',
      zh: '某个参数的第一个梯度是 0.0004，Adam 的 $alpha = 0.005$。它走多远？',
    },
    right: 0.005,
    within: 0.01,
    because: {
      en: 'The first step is $alpha$ long, whatever the size of the gradient: only its sign counts.',
      zh: '第一步的长度就是 $alpha$，与梯度的大小无关：只看符号。',
    },
  },
  {
    id: 'back-and-forth',
    step: 'agree',
    question: {
      en: 'Gradients alternate between 21 and −7. After a long time, about how long is an average step of Adam, in units of $alpha$?',
      zh: '梯度在 21 和 −7 之间交替。很久之后，Adam 平均一步有多长（以 $alpha$ 为单位）？',
    },
    right: 0.447,
    within: 0.06,
    because: {
      en: 'Their average is 7 and their usual size is $sqrt((21^2 + 7^2)/2) = 15.7$, so a step is about $7/15.7 = 0.45$ $alpha$.',
      zh: '它们的平均是 7，通常的大小是 $sqrt((21^2 + 7^2)/2) = 15.7$，所以一步约为 $7/15.7 = 0.45$ $alpha$。',
    },
  },
  {
    id: 'too-small-cost',
    step: 'thousand',
    question: {
      en: 'Somebody divides the cost by $10^{12}$, so that the gradients are about $10^{-12}$. What does Adam do now, with $epsilon = 10^{-8}$?',
      zh: '有人把代价除以 $10^{12}$，梯度就成了约 $10^{-12}$。$epsilon = 10^{-8}$ 时，Adam 会怎样？',
    },
    answers: [
      { en: 'It hardly moves', zh: '几乎不动' },
      { en: 'It takes the same path as before', zh: '路径和以前一样' },
      { en: 'It diverges', zh: '发散' },
    ],
    because: {
      en: 'A common factor cancels only while $sqrt S$ is much larger than what $epsilon$ adds to it. Here $epsilon$ is far larger, so the steps are tiny.',
      zh: '只有 $sqrt S$ 远大于 $epsilon$ 加进去的那一点，公共的倍数才会约掉。这里 $epsilon$ 大得多，步子就极小。',
    },
  },
]
