// The document of the averages stays consistent, whatever is changed.

import { expect, test } from 'vitest'
import { setBeta, settleAverages, undoAverages, useAverages } from './document.ts'

test('an edit that comes back to where it began is none: undo and redo are what they were', () => {
  const { betas } = useAverages.getState().experiment
  setBeta(0, 0.5)
  settleAverages()
  undoAverages()
  for (const to of [0.6, 0.7, betas[0]]) setBeta(0, to)
  settleAverages()
  expect(useAverages.getState()).toMatchObject({ experiment: { betas }, past: [] })
  expect(useAverages.getState().future).toHaveLength(1)
})
