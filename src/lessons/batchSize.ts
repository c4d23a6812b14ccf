// Batch size: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const batchSize: Lesson = {
  id: 'batch-size',
  title: { en: 'Batch size', zh: '小批量大小' },
  steps: [
    {
      id: 'slice',
      title: { en: 'Batch size', zh: '小批量大小' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 512 },
        batchSize: 64,
        steps: 200,
        runs: [{ optimizer: 'gd', alpha: 0.1 }],
      },
    },
    {
      id: 'zigzag',
      title: { en: 'Batch size', zh: '小批量大小' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
    {
      id: 'cloud',
      title: { en: 'Batch size', zh: '小批量大小' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
  ],
  summary: [],
}
