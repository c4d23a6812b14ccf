// Every setting of the playground: the runs, the selected run, the surface, the training, the view.

import { useState } from 'react'
import { ObjectiveControls } from '../../panels/controls/ObjectiveControls.tsx'
import { RunControls } from '../../panels/controls/RunControls.tsx'
import { RunsPanel } from '../../panels/controls/RunsPanel.tsx'
import { TrainingControls } from '../../panels/controls/TrainingControls.tsx'
import { ViewControls } from '../../panels/controls/ViewControls.tsx'
import { RatePanel } from '../../panels/series/RatePanel.tsx'
import { RulePanel } from '../../panels/lesson/RulePanel.tsx'
import { useOnPage } from '../../state/firstPaint.ts'
import { useWords } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { useTurns } from '../../state/arriving.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Beside } from '../beside.ts'
import labStyles from '../../ui/Lab.module.css'

interface Props {
  /** Whether α against steps is shown small, below the kind of decay. */
  readonly rate: boolean
  readonly onShown: () => void
}

export function PlaygroundControls({ rate, onShown }: Props) {
  const words = useWords()
  useOnPage(onShown)
  // From the top down, so nothing moves when the next one comes.
  const turn = useTurns(4)
  const plane = useExperiment(({ experiment }) => experiment.objective.kind !== 'network')
  return (
    <>
      <RunsPanel />
      <RunControls rate={rate && <RatePanel height="4.5rem" small />} />
      {plane && turn > 0 && <RuleBelow />}
      {turn > 0 && <ObjectiveControls />}
      {turn > 1 && <TrainingControls />}
      {turn > 2 && <ViewControls />}
      {turn > 3 && (
        <>
          <Beside />
          <a className={labStyles.gallery} href="#/gallery">
            {words.common.gallery}
          </a>
        </>
      )}
    </>
  )
}

/** The selected run's live rule, active while it is open. A custom rule's opens by default. */
function RuleBelow() {
  const words = useWords()
  const own = useExperiment(({ experiment, view }) => experiment.runs[view.selected].optimizer === 'rule')
  const [asked, setAsked] = useState<boolean>()
  const open = asked ?? own
  return (
    <Disclosure
      label={words.playground.rule}
      open={open}
      onToggle={(now) => {
        if (now !== open) setAsked(now)
      }}
    >
      {open && <RulePanel code />}
    </Disclosure>
  )
}
