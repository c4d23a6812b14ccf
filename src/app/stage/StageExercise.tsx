// "Write it yourself" in front of a class: the class dictates, the teacher types. It covers the picture until it is
// closed. Its text stays.

import { useEffect, useRef } from 'react'
import type { ExerciseKey } from '../../engine/language/mistakes.ts'
import { useWords } from '../../i18n/index.ts'
import { Exercise } from '../../panels/rule/Exercise.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Stage.module.css'

interface Props {
  readonly exercise: ExerciseKey
  readonly onClose: () => void
}

export function StageExercise({ exercise, onClose }: Props) {
  const words = useWords()
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => sheet.current?.querySelector('textarea')?.focus(), [])
  return (
    <div ref={sheet} className={styles.exercise}>
      <Exercise exercise={exercise} onStage />
      <Button onClick={onClose}>{words.common.close}</Button>
    </div>
  )
}
