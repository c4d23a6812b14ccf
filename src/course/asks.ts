// What a step asks: one of several answers, something drawn or dragged, or nothing.

import { askingFigures } from './figures.ts'
import type { Step } from './lesson.ts'

export function asks({ prediction, picture }: Step): 'choice' | 'drawn' | undefined {
  if (prediction) return prediction.kind === 'choice' ? 'choice' : 'drawn'
  return picture && askingFigures.includes(picture) ? 'drawn' : undefined
}
