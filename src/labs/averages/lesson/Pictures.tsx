// The figures, the timeline and the controls of a step on averages.

import { Suspense } from 'react'
import type { AveragesFigure } from '../../../course/figures.ts'
import { lessonsWords } from '../../../i18n/areas/lessons.ts'
import { useWords } from '../../../i18n/index.ts'
import { figuresOf, type PicturesProps } from '../../lessonParts.ts'
import { AveragesControls, averagesFigures, Timeline, usual } from './figures.tsx'
import averagesStyles from '../view/Averages.module.css'
import labStyles from '../../../ui/Lab.module.css'

export function Pictures({ step, name, open, hides, shows }: PicturesProps) {
  const words = useWords(lessonsWords)
  const [picture, ...strips] = figuresOf({ usual }, step) as readonly AveragesFigure[]
  const Picture = averagesFigures[picture]
  return (
    <>
      <div data-part="lesson" className={`${labStyles.pictures} ${averagesStyles.lesson}`}>
        <Suspense fallback={<div className={labStyles.toCome} />}>
          <Picture hides={hides} open={open} step={step} name={name} />
        </Suspense>
        {step.playback !== false && !hides.has('beyond') && <Timeline />}
        {strips.map((strip) => {
          const Strip = averagesFigures[strip]
          return (
            <Suspense key={strip}>
              <Strip hides={hides} open={open} step={step} name={name} />
            </Suspense>
          )
        })}
      </div>
      {shows('controls') && (
        <div className={labStyles.controls} role="region" aria-label={words.common.controls}>
          {!open && <AveragesControls only={step.controls ?? []} />}
        </div>
      )}
    </>
  )
}
