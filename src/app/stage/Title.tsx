// The title of a scene without steps, and the class's link to it.

import { useStage } from './stageState.ts'
import { ClassLink } from './ClassLink.tsx'
import styles from './Stage.module.css'

interface Props {
  readonly text: string
  /** `3 / 25` */
  readonly place?: string
  /** What the link opens. Default: this page. */
  readonly hash?: string
}

export function Title({ text, place, hash = location.hash }: Props) {
  const { words } = useStage()
  return (
    <>
      {words && (
        <h1 className={styles.sceneTitle}>
          <span className={styles.slip}>{text}</span>
        </h1>
      )}
      <p className={styles.scenePlace} data-numbered={place && ''}>
        {place && <b>{place}</b>} <ClassLink hash={hash} />
      </p>
    </>
  )
}
