// Models of the averages: the page's own, and any number with documents of their own.

import type { AveragesExperiment } from '../../engine/experiment.ts'
import { createAveragesDocument, useAverages, type AveragesDocument } from './document.ts'
import { averagesClient, pageAverages } from './pagePicture.ts'
import { createAveragesPicture } from './createPicture.ts'
import { requestDraw } from '../../state/frame.ts'
import { startStop, type Model } from '../lab.ts'

type Pictures = Pick<typeof pageAverages, 'keepAverages' | 'averagesDrawn' | 'averagesFingerprint'>

function modelOf(
  { keepAverages, averagesDrawn, averagesFingerprint }: Pictures,
  document: { getState(): AveragesDocument },
): Model<AveragesExperiment> {
  return {
    ...startStop(keepAverages),
    ready: averagesDrawn,
    hash: averagesFingerprint,
    experiment: () => document.getState().experiment,
    step: () => document.getState().view.day,
    target: () => document.getState().view.day,
  }
}

/** Averages of their own. */
export function createAveragesModel(spawn?: Parameters<typeof averagesClient>[0]) {
  const document = createAveragesDocument()
  const pictures = createAveragesPicture({
    document: document.useAverages,
    client: averagesClient(spawn),
    requestDraw,
  })
  return { ...document, ...pictures, ...modelOf(pictures, document.useAverages) }
}

/** The page's own. */
export const averagesModel = modelOf(pageAverages, useAverages)
