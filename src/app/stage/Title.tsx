// The title of a scene without steps, and the class's link to it.

import { useStage } from './stageState.ts'
import { ClassLink } from './ClassLink.tsx'
import styles from './Stage.module.css'

export function Title({ text }: { readonly text: string }) {
  const { words } = useStage()
  return (
    <>
      {words && (
        <h1 className={styles.sceneTitle}>
          <span>{text}</span>
        </h1>
      )}
      <p className={styles.scenePlace}>
        <ClassLink hash={location.hash} />
      </p>
    </>
  )
}
