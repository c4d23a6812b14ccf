// The session of descent: the playground, the class race and the lessons on descent.

import { retried } from '../../fetch/retried.ts'
import type { Codec } from '../../document/codec.ts'
import { createSession } from '../../document/session.ts'
import { changeExperiment, type Document, type Preset } from '../../state/experiment.ts'
import { useFirstPaint } from '../../state/firstPaint.ts'
import { isKnown, loadRegistries } from '../../state/registries.ts'
import type { Experiment } from '../../engine/experiment.ts'
import { landed, sessionOfRace } from '../raceSession.ts'

let codec: Codec<Document, Preset> | undefined

/** Loads what reads and writes addresses, and what they may name. */
async function loadCodec(): Promise<Codec<Document, Preset>> {
  if (codec) return codec
  const [loaded] = await Promise.all([retried(() => import('./codec.ts')), loadRegistries()])
  return (codec = loaded.descentCodec)
}

// From the first picture on the address can be written at once.
useFirstPaint.subscribe(() => void loadCodec().catch(() => {}))

export function openDescent(experiment: Experiment): void {
  if (experiment.lab !== 'descent') return
  changeExperiment('import', () => experiment)
  landed()
}

export const descentSession = createSession<Document, Preset>({
  ...sessionOfRace,
  lab: 'descent',
  codec: () => codec,
  loadCodec,
  isReady: isKnown,
  take: openDescent,
})
