// The end of the course returns to its beginning: five million examples, and every tool available. The challenge needs
// four lessons: mini-batches (how large a batch five passes allow), the cloud (why it should be that large), momentum
// or Adam (the ravine), and decay (to stay). newMoments.test.ts checks it.

import type { DescentStep } from '../course/lesson.ts'

export const fiveMillion: DescentStep = {
  id: 'five-million',
  title: { en: 'Five million examples again', zh: '又是五百万个样本' },
  text: {
    en: `The course began with $m = 5,000,000$ examples and the question why we shouldn’t wait for all of them. Here they are again, in the steep ravine, and they disagree a lot. This time every tool is yours: the batch size, the optimizer and its numbers, and the decay.

The run has 195 steps. It starts with what you knew in lesson 2: gradient descent with $B = 1,000$.`,
    zh: `这门课从 $m = 5,000,000$ 个样本开始，问的是：为什么不等读完所有数据再更新？现在它们又来了，在陡的狭长谷里，而且彼此分歧很大。这一次所有工具都归你用：小批量大小、优化器和它的参数、衰减。

一共走 195 步。开头是你在第 2 课就会的：梯度下降，$B = 1,000$。`,
  },
  experiment: {
    objective: { kind: 'quadratic', curvature: [1, 100], m: 5_000_000, noise: 100 },
    start: [-10, 1],
    batchSize: 1000,
    steps: 195,
    runs: [{ optimizer: 'gd', alpha: 0.0195 }],
  },
  speed: 60,
  strips: ['cost', 'alpha'],
  controls: ['optimizer', 'alpha', 'beta', 'beta1', 'beta2', 'batchSize', 'decay'],
  challenge: {
    id: 'five-million',
    task: {
      en: 'In these 195 steps, read all the examples at most **five times**. Get $J$ below 0.005 before step 100, and keep it there to the end.',
      zh: '在这 195 步里，全部样本最多读**五遍**。在第 100 步之前把 $J$ 降到 0.005 以下，并保持到最后。',
    },
    hint: {
      en: 'Four lessons meet here. How large may a batch be, if 195 of them are five passes? What gets through a ravine in fewer steps? And what keeps a noisy run small once it has arrived?',
      zh: '这里用得上四课的内容。195 个小批量等于读五遍，每个可以有多大？什么能用更少的步数穿过狭长谷？到了之后，又靠什么让有噪声的轨迹收拢？',
    },
    measure: { what: 'stepsBelow', cost: 0.005, run: 'best' },
    atMost: 99,
    provided: { epochs: { atMost: 5 } },
  },
  teaching: {
    question: {
      en: 'Five million examples, 195 steps, five passes: which tools do you need?',
      zh: '五百万个样本，195 步，读五遍：需要哪些工具？',
    },
    misconception: { en: 'One good optimizer is enough', zh: '一个好的优化器就够了' },
    sentence: {
      en: 'Batch size, optimizer, learning rate and decay each solve a part; none of them replaces another.',
      zh: '小批量大小、优化器、学习率、衰减各解决一部分，谁也代替不了谁。',
    },
  },
}
