// Stub.

import type { Lesson } from './lesson.ts'

export const adam: Lesson = {
  id: 'adam',
  title: { en: 'adam', zh: 'adam' },
  steps: [
    {
      id: 'first',
      title: { en: 'adam', zh: 'adam' },
      text: { en: '', zh: '' },
      experiment: { runs: [{ optimizer: 'adam', alpha: 0.1 }] },
    },
  ],
  summary: [],
}
