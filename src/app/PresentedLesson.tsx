// A lesson in front of a class. Its stage loads from a file of its own.

import { Suspense } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import type { LessonStageProps } from './stage/LessonStage.tsx'
import { StageWait } from './StageWait.tsx'

const LessonStage = fetched(async () => (await import('./stage/LessonStage.tsx')).LessonStage, 'page')

export const PresentedLesson = (props: LessonStageProps) => (
  <Suspense fallback={<StageWait />}>
    <LessonStage {...props} />
  </Suspense>
)
