// Notes below the playground's map: fairness of the comparison, runs that ended early, a J that rises although it must
// not, the diagnosis, long computations, and on paper the settings.

import { FairnessNote } from '../../panels/FairnessNote.tsx'
import { DiagnosisNote } from '../../panels/lesson/DiagnosisNote.tsx'
import { ComputingNote } from '../../panels/network/NetworkNotes.tsx'
import { OutcomeNote } from '../../panels/OutcomeNote.tsx'
import { Printed } from '../../panels/printed/Printed.tsx'
import { RisingNote } from '../../panels/RisingNote.tsx'
import { useExperiment } from '../../state/experiment.ts'
import { useOnPage } from '../../state/firstPaint.ts'

export function PlaygroundNotes({ onShown }: { onShown: () => void }) {
  useOnPage(onShown)
  const network = useExperiment(({ experiment }) => experiment.objective.kind === 'network')
  return (
    <>
      <FairnessNote />
      <OutcomeNote />
      <RisingNote />
      {!network && <DiagnosisNote />}
      <ComputingNote />
      <Printed />
    </>
  )
}
