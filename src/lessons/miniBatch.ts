// Mini-batches: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const miniBatch: Lesson = {
  id: 'mini-batch',
  title: { en: 'Mini-batches', zh: '小批量' },
  steps: [
    {
      id: 'first',
      title: { en: 'Mini-batches', zh: '小批量' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      experiment: {
        objective: { kind: 'bowl', curvature: [1, 4], m: 4096 },
        start: [-6, 4],
        batchSize: 64,
        steps: 128,
        runs: [{ optimizer: 'gd', alpha: 0.2 }],
      },
    },
    {
      id: 'waiting',
      title: { en: 'Mini-batches', zh: '小批量' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
    {
      id: 'loop',
      title: { en: 'Mini-batches', zh: '小批量' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
  ],
  summary: [],
}
