// window.ravine.experiment is a valid file at every moment, also between two pages.
import { expect, it } from 'vitest'
import { openDocument, plainView } from '../state/experiment.ts'
import { averagesHome, useAverages } from '../state/averages.ts'
import { playground } from './playgroundExperiment.ts'
import { ravine, showAs } from './ravine.ts'

it('tells of the last lab until another page has a document', () => {
  const experiment = () => useAverages.getState().experiment
  showAs({ experiment, step: () => 1, hash: () => Promise.resolve('') })
  showAs(undefined)
  expect(ravine.experiment).toEqual(averagesHome)
  openDocument({ experiment: playground.experiment, view: plainView })
  expect(ravine.experiment).toEqual(playground.experiment)
})
