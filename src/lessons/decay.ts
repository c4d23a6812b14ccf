// Learning-rate decay: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const decay: Lesson = {
  id: 'decay',
  title: { en: 'Learning-rate decay', zh: '学习率衰减' },
  steps: [
    {
      id: 'first',
      title: { en: 'Learning-rate decay', zh: '学习率衰减' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 512 },
        batchSize: 16,
        steps: 640,
        runs: [
          { optimizer: 'gd', alpha: 0.2 },
          { optimizer: 'gd', alpha: 0.2, decay: { kind: 'inverse', rate: 1 } },
        ],
      },
    },
    {
      id: 'closing-in',
      title: { en: 'Learning-rate decay', zh: '学习率衰减' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
    {
      id: 'too-early',
      title: { en: 'Learning-rate decay', zh: '学习率衰减' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
  ],
  summary: [],
}
