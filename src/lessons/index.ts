// The course: eleven lessons in order, with their entries on the contents page. A lesson's words and states load when
// it is opened (app/catalog.ts). Ids appear in shared links, so never rename one.

import type { LessonEntry } from '../course/lesson.ts'
import { bowl } from './shared.ts'

export const lessons: readonly LessonEntry[] = [
  {
    id: 'reading-the-map',
    title: { en: 'How to read the pictures', zh: '怎样读图' },
    question: { en: 'What does a map of the cost show?', zh: '等高线图说明了什么？' },
    drawn: { of: 'valley', kappa: 10, start: [-7, 2.4], alpha: 0.17, steps: 10, box: [-8, 4, -3.5, 3.5] },
  },
  {
    id: 'mini-batch',
    title: { en: 'Mini-batches', zh: '小批量' },
    question: { en: 'Why not wait until all the data are read?', zh: '为什么不等读完所有数据再更新？' },
    drawn: {
      of: 'map',
      objective: bowl,
      start: [-5, 3],
      batchSize: 32,
      steps: 16,
      runs: [{ optimizer: 'gd', alpha: 0.15 }],
      box: [-6, 6, -3.5, 4],
    },
  },
  {
    id: 'reading-the-cost',
    title: { en: 'Reading the cost', zh: '读懂代价曲线' },
    question: { en: 'Does a noisy curve mean that something is wrong?', zh: '曲线有噪声就是出错了吗？' },
    drawn: {
      of: 'batchCost',
      objective: { ...bowl, labelNoise: 1 },
      batchSize: 16,
      steps: 96,
      runs: [{ optimizer: 'gd', alpha: 0.08 }],
    },
  },
  {
    id: 'batch-size',
    title: { en: 'Batch size', zh: '小批量大小' },
    question: {
      en: 'One example, all of them, or something in between?',
      zh: '一个样本、全部样本，还是介于两者之间？',
    },
    drawn: {
      of: 'map',
      objective: bowl,
      start: [-5, 3],
      steps: 9,
      runs: [
        { optimizer: 'gd', alpha: 0.12 },
        { optimizer: 'gd', alpha: 0.12, batchSize: 2 },
      ],
      box: [-6, 6, -3.5, 4],
    },
  },
  {
    id: 'averages',
    title: { en: 'Weighted averages', zh: '指数加权移动平均' },
    question: { en: 'How does one number remember ten days?', zh: '一个数怎样记住十天？' },
    drawn: { of: 'days', beta: 0.9, correction: false, count: 200 },
  },
  {
    id: 'bias-correction',
    title: { en: 'Bias correction', zh: '偏差修正' },
    question: { en: 'Why does an average start too low?', zh: '平均的开头为什么偏低？' },
    drawn: { of: 'days', beta: 0.98, correction: true, count: 60 },
  },
  {
    id: 'momentum',
    title: { en: 'Momentum', zh: '动量' },
    question: { en: 'Why does a ball get through a ravine faster?', zh: '球为什么能更快穿过狭长谷？' },
    drawn: { of: 'valley', kappa: 40, start: [-9, 2.4], alpha: 0.046, steps: 16, box: [-10, 2, -3.5, 3.5] },
  },
  {
    id: 'rmsprop',
    title: { en: 'RMSprop', zh: 'RMSprop（均方根传播）' },
    question: { en: 'Can each axis have a step size of its own?', zh: '每个方向能有自己的步长吗？' },
    drawn: { of: 'valley', kappa: 12, start: [-7, 2.6], alpha: 0.15, steps: 5, box: [-8, 4, -3.5, 3.5] },
  },
  {
    id: 'adam',
    title: { en: 'Adam', zh: 'Adam' },
    question: { en: 'What does Adam see, and what can’t it see?', zh: 'Adam 看得见什么，看不见什么？' },
    drawn: {
      of: 'map',
      objective: { kind: 'quadratic', curvature: [1, 16], angle: 24 },
      start: [-6.4, -0.6],
      steps: 12,
      runs: [{ optimizer: 'momentum', alpha: 0.12 }],
      box: [-7, 5, -4.2, 3.4],
    },
  },
  {
    id: 'decay',
    title: { en: 'Learning-rate decay', zh: '学习率衰减' },
    question: { en: 'When should the steps get smaller?', zh: '步子什么时候该变小？' },
    drawn: { of: 'alpha', alpha: 0.2, decay: { kind: 'inverse', rate: 1, every: 1 }, epochs: 12 },
  },
  {
    id: 'local-optima',
    title: { en: 'Local optima', zh: '局部最优' },
    question: { en: 'Is a flat place a trap?', zh: '平坦的地方是陷阱吗？' },
    drawn: {
      of: 'map',
      objective: { kind: 'himmelblau' },
      start: [0.4, -0.6],
      steps: 14,
      runs: [{ optimizer: 'gd', alpha: 0.012 }],
      box: [-6, 6, -4.5, 4.5],
    },
  },
]
