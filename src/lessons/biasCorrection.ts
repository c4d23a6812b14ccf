// Bias correction: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const biasCorrection: Lesson = {
  id: 'bias-correction',
  title: { en: 'Bias correction', zh: '偏差修正' },
  lab: 'averages',
  steps: [
    {
      id: 'first',
      title: { en: 'Bias correction', zh: '偏差修正' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      picture: 'averages',
      strips: [],
    },
    {
      id: 'purple',
      title: { en: 'Bias correction', zh: '偏差修正' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      picture: 'purpleLine',
      strips: [],
      averages: { betas: [0.98], biasCorrection: true },
    },
  ],
  summary: [],
}
