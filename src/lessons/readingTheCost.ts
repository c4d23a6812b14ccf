// Reading the cost: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const readingTheCost: Lesson = {
  id: 'reading-the-cost',
  title: { en: 'Reading the cost', zh: '读懂代价曲线' },
  steps: [
    {
      id: 'first',
      title: { en: 'Reading the cost', zh: '读懂代价曲线' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 512 },
        batchSize: 64,
        steps: 160,
        runs: [{ optimizer: 'gd', alpha: 0.1 }],
      },
    },
    {
      id: 'noise',
      title: { en: 'Reading the cost', zh: '读懂代价曲线' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
    {
      id: 'spike',
      title: { en: 'Reading the cost', zh: '读懂代价曲线' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
  ],
  summary: [],
}
