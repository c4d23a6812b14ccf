// Weighted averages: the state that the lesson opens with; its steps are still to be written.

import type { Lesson } from './lesson.ts'

export const averages: Lesson = {
  id: 'averages',
  title: { en: 'Weighted averages', zh: '指数加权移动平均' },
  lab: 'averages',
  steps: [
    {
      id: 'first',
      title: { en: 'Weighted averages', zh: '指数加权移动平均' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      picture: 'averages',
      strips: [],
    },
    {
      id: 'window',
      title: { en: 'Weighted averages', zh: '指数加权移动平均' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      picture: 'averages',
      strips: [],
    },
    {
      id: 'lag',
      title: { en: 'Weighted averages', zh: '指数加权移动平均' },
      text: { en: 'This step is being written.', zh: '这一步正在编写。' },
      picture: 'averages',
      strips: [],
    },
  ],
  summary: [],
}
