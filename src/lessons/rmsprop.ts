// Stub.

import type { Lesson } from './lesson.ts'

export const rmsprop: Lesson = {
  id: 'rmsprop',
  title: { en: 'rmsprop', zh: 'rmsprop' },
  steps: [
    {
      id: 'first',
      title: { en: 'rmsprop', zh: 'rmsprop' },
      text: { en: '', zh: '' },
      experiment: { runs: [{ optimizer: 'rmsprop', alpha: 0.1 }] },
    },
  ],
  summary: [],
}
