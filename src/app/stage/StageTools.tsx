// The presenter's tools: at the bottom edge while the pointer is there or the focus is among them. Otherwise the
// picture fills the projector.

import type { ReactNode } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { Button } from '../../ui/Button.tsx'
import { canFill, fillScreen } from '../presenting.ts'
import { ConsoleLink } from './ConsoleLink.tsx'
import type { StageAct } from './stageKeys.ts'
import { useStage } from './stageState.ts'
import styles from './Stage.module.css'

interface Props {
  readonly near: boolean
  readonly act: (what: StageAct) => void
  readonly controls: ((only: 'all' | 'one') => ReactNode) | undefined
  /** Whether the step has an exercise. */
  readonly exercise: boolean
  readonly time: ReactNode
}

export function StageTools({ near, act, controls, exercise, time }: Props) {
  const words = useWords(stageWords)
  const own = words.stage.wall
  const { blank, frozen, laser, controls: open, exercise: writing } = useStage()
  return (
    <div className={styles.tools} role="toolbar" aria-label={own.tools} data-near={near || undefined}>
      <div className={styles.toolsRow}>
        <Button onClick={() => act('back')}>{own.back}</Button>
        <Button kind="primary" onClick={() => act('on')}>
          {own.on}
        </Button>
        <Button onClick={() => act('picture')}>{own.scene}</Button>
        <Button pressed={blank} onClick={() => act('blank')}>
          {own.blank}
        </Button>
        <Button pressed={frozen} onClick={() => act('freeze')}>
          {own.freeze}
        </Button>
        <Button pressed={laser !== 'off'} onClick={() => act('laser')}>
          {own.laser}
        </Button>
        {controls && (
          <Button pressed={open} onClick={() => act('controls')}>
            {own.controls}
          </Button>
        )}
        {exercise && (
          <Button pressed={writing} onClick={() => act('exercise')}>
            {own.exercise}
          </Button>
        )}
        <Button onClick={() => act('qr')}>{own.qr}</Button>
        {/* An embedded page cannot open a second window. */}
        {window.parent === window && <ConsoleLink />}
        {canFill() && <Button onClick={() => void fillScreen()}>{own.fullScreen}</Button>}
        <Button onClick={() => act('leave')}>{own.leave}</Button>
      </div>
      {(time || controls) && (
        <div className={styles.toolsRow}>
          {time && <div className={styles.time}>{time}</div>}
          {controls && (
            <div className={styles.slider} role="group" aria-label={own.slider}>
              {controls('one')}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
