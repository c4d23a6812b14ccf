// A lesson in front of a class. Its stage loads from a file of its own.

import { Suspense } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { stageParts } from '../labs/stageParts.ts'
import type { LessonStageProps } from './stage/LessonStage.tsx'
import { StageWait } from './StageWait.tsx'

const LessonStage = fetched(async () => (await import('./stage/LessonStage.tsx')).LessonStage, 'page')

export function PresentedLesson(props: LessonStageProps) {
  // The lab's part of the stage loads at the same time.
  stageParts[props.parts.lab.id]().catch(() => {})
  return (
    <Suspense fallback={<StageWait />}>
      <LessonStage {...props} />
    </Suspense>
  )
}
