// Between addresses and the documents of descent. A route may open with another document where a network is trained.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { createCodec } from '../../document/codec.ts'
import { draftOf } from '../../document/formulaDraft.ts'
import { withSource } from '../../document/link/syntax.ts'
import { networkPreset } from '../../panels/network/networkPreset.ts'
import type { Document, Preset } from '../../state/experiment.ts'
import { viewFrom } from '../../state/storedView.ts'

const isNetwork = (now: string | Document): boolean =>
  typeof now === 'string'
    ? /(^|&)objective=network(&|$)/.test(now)
    : now.experiment.objective.kind === 'network'

export const descentCodec = createCodec<Document, Preset>({
  at: ({ view }) => view.at,
  presetIn: (step, now) => (step.network && isNetwork(now) ? networkPreset : step),
  base: ({ experiment }) => experiment,
  read: (experiment, { view }) => ({ experiment: experiment as DescentExperiment, view }),
  write: ({ experiment }) => experiment,
  restored: (experiment, view) =>
    experiment.lab === 'descent' ? { experiment, view: viewFrom(view) } : undefined,
  finish(link, preset, document, draft) {
    const search = withSource(link, draftOf(draft, document.experiment.objective))
    // The network's own document is found by this parameter, even where nothing differs from it.
    if (preset !== networkPreset || /(^|&)objective=/.test(search)) return search
    return search === '' ? 'objective=network' : `objective=network&${search}`
  },
})
