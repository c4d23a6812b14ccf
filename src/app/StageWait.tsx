// The projector while the stage loads: only its color. The page is not ready before the stage is.

import { usePendingPart } from '../state/firstPaint.ts'
import styles from './Page.module.css'

export function StageWait() {
  usePendingPart(false)
  return <div className={styles.stageWait} />
}
