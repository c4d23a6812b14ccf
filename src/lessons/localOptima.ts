// Local optima: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const localOptima: Lesson = {
  id: 'local-optima',
  title: { en: 'Local optima', zh: '局部最优' },
  steps: [
    {
      id: 'first',
      title: { en: 'Local optima', zh: '局部最优' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      experiment: {
        objective: { kind: 'saddle' },
        start: [-1.5, 0.01],
        steps: 200,
        runs: [
          { optimizer: 'gd', alpha: 0.1 },
          { optimizer: 'momentum', alpha: 0.1 },
        ],
      },
    },
    {
      id: 'ridge',
      title: { en: 'Local optima', zh: '局部最优' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
    {
      id: 'many',
      title: { en: 'Local optima', zh: '局部最优' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
    },
  ],
  summary: [],
}
