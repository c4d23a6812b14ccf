// window.ravine.experiment is a valid file at every moment, also between two pages.
import { expect, it } from 'vitest'
import { averagesModel } from '../labs/averages/model.ts'
import { showLab } from '../labs/shown.ts'
import { averagesPreset } from '../labs/averages/preset.ts'
import { openDocument, plainView } from '../state/experiment.ts'
import { page } from '../state/page.ts'
import { playground } from '../labs/descent/preset.ts'
import { ravine } from './ravine.ts'

it('reports the last lab until another page has a document', () => {
  const hide = showLab({ model: { ...averagesModel, ready: () => new Promise(() => {}) } })
  hide()
  expect(ravine.experiment).toEqual(averagesPreset)
  openDocument({ experiment: playground.experiment, view: plainView })
  showLab({ model: { ...page, ready: () => new Promise(() => {}) } })
  expect(ravine.experiment).toEqual(playground.experiment)
})
