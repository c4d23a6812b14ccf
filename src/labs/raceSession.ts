// What the sessions over the page's race have in common. This device keeps its document under one name.

import type { Opened } from '../document/codec.ts'
import { useFormulaDraft } from '../document/formulaDraft.ts'
import type { SessionParts } from '../document/session.ts'
import { DeviceMemory } from '../document/storage.ts'
import { retried } from '../fetch/retried.ts'
import { openDocument, settle, useExperiment, type Document, type Preset } from '../state/experiment.ts'
import { cursor, lastStep, moveTo, play, setSpeed, usePlayback, usualSpeed } from '../state/playback.ts'
import { beginConducting, onMoved } from './conducting.ts'
import { say } from './say.ts'

/** Puts a document on show at the place in time that its preset or the address names. */
function show(
  { preset, document, view, draft }: Opened<Document, Preset>,
  instead: Preset | undefined,
): void {
  useFormulaDraft.setState({ draft })
  openDocument(preset, instead ?? document)
  usePlayback.setState({ playing: false, loop: view.loop === true })
  const { speed, cursor: at } = instead ?? preset
  setSpeed(speed ?? usualSpeed)
  moveTo(view.step ?? (view.play ? 0 : (at ?? lastStep())))
  cursor.step = 0
  if (view.play) play()
  if (view.ghosts || view.tilt)
    retried(() => import('../panels/map/openLook.ts')).then(
      ({ openLook }) => openLook(view),
      () => {},
    )
  beginConducting()
}

export const sessionOfRace = {
  memory: new DeviceMemory('ravine.session', say),
  document(): Document {
    const { experiment, view } = useExperiment.getState()
    return { experiment, view }
  },
  subscribe(listener: () => void): void {
    useExperiment.subscribe(listener)
    onMoved(listener)
  },
  setPreset: (preset: Preset) => useExperiment.setState({ preset }),
  show,
  step: (preset: Preset) => (cursor.target === (preset.cursor ?? lastStep()) ? undefined : cursor.target),
  say,
} satisfies Partial<SessionParts<Document, Preset>>

/** Ends a change that brought another document: it is shown at its last step. */
export function landed(): void {
  settle()
  moveTo(lastStep())
}
