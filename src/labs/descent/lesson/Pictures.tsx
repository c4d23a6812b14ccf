// The figures, playback and controls of a step on descent.

import { Suspense } from 'react'
import { fetched } from '../../../fetch/fetched.tsx'
import { lessonsWords } from '../../../i18n/areas/lessons.ts'
import { useWords } from '../../../i18n/index.ts'
import type { DescentFigure } from '../../../course/figures.ts'
import { figuresOf, type PicturesProps } from '../../lessonParts.ts'
import { descentFigures, flush, onNetwork, usual } from './figures.tsx'
import { DiagnosisNote } from '../../../panels/lesson/DiagnosisNote.tsx'
import { LessonControls } from './LessonControls.tsx'
import { RulePanel } from '../../../panels/lesson/RulePanel.tsx'
import { ComputingNote } from '../../../panels/network/NetworkNotes.tsx'
import { FairnessNote } from '../../../panels/FairnessNote.tsx'
import { OutcomeNote } from '../../../panels/OutcomeNote.tsx'
import { RisingNote } from '../../../panels/RisingNote.tsx'
import { Printed } from '../../../panels/printed/Printed.tsx'
import { PlaybackPanel } from '../../../panels/PlaybackPanel.tsx'
import { useExperiment } from '../../../state/experiment.ts'
import { useTurns } from '../../../state/arriving.ts'
import labStyles from '../../../ui/Lab.module.css'
import ruleStyles from '../../../ui/Rule.module.css'
import styles from './PlaybackRoom.module.css'

const LoopPanel = fetched(async () => (await import('../../../panels/network/LoopPanel.tsx')).LoopPanel)

export function Pictures({ step, name, open, hides, shows }: PicturesProps) {
  const words = useWords(lessonsWords)
  const { controls = [], rule, playback = true } = step
  const [picture, ...strips] = figuresOf({ usual }, step) as readonly DescentFigure[]
  const Picture = descentFigures[picture]
  const turn = useTurns(strips.length)
  const still = hides.has('paths') || hides.has('beyond')
  const several = useExperiment(({ experiment }) => experiment.runs.length > 1)
  const network = useExperiment(({ experiment }) => experiment.objective.kind === 'network')
  const numbers = !hides.has('numbers')
  // The memories are two pictures.
  const wide =
    strips.length > 1 && strips.includes('memory') ? (strips[0] === 'memory' ? 'first' : 'later') : undefined
  return (
    <>
      <div className={labStyles.pictures} data-alone={strips.length === 0 || undefined}>
        <div className={labStyles.map} data-figure={picture} data-flush={flush.has(picture) || undefined}>
          <Suspense>
            <Picture hides={hides} open={open} step={step} name={name} />
          </Suspense>
        </div>
        <div className={labStyles.notes}>
          <ComputingNote />
          {open && still ? null : (
            <>
              {several && <FairnessNote />}
              {numbers && <OutcomeNote />}
              {numbers && <RisingNote keepsRoom={!open} />}
              {numbers && <DiagnosisNote />}
              <Printed />
            </>
          )}
        </div>
        {shows('playback') &&
          playback &&
          (still ? <div className={styles.room} aria-hidden="true" /> : <PlaybackPanel />)}
        {strips.length > 0 && (
          <div
            className={labStyles.strips}
            data-count={strips.length}
            data-wide={wide}
            data-network={strips.some((strip) => onNetwork.has(strip)) || undefined}
          >
            {strips.map((strip, i) => {
              const Strip = descentFigures[strip]
              return (
                <div className={labStyles.strip} data-figure={strip} key={strip}>
                  {/* Its room is there, but for the line's, which is as tall as its plot. */}
                  {(turn > i || strip === 'line') && (
                    <Suspense>
                      <Strip hides={hides} open={open} step={step} name={name} />
                    </Suspense>
                  )}
                </div>
              )
            })}
          </div>
        )}
      </div>
      {shows('controls') && (
        <div className={labStyles.controls} role="region" aria-label={words.common.controls}>
          {!open && <LessonControls only={controls} />}
          {rule && numbers && network && (
            <Suspense fallback={<section className={ruleStyles.rule} />}>
              <LoopPanel key={name} />
            </Suspense>
          )}
          {rule && numbers && !network && (
            <RulePanel key={name} component={rule.component} code={rule.code} />
          )}
        </div>
      )}
    </>
  )
}
