// The class's short link on the projector. On two lines it breaks after the host and never within a word.

import { classLink } from './way.ts'
import styles from './Stage.module.css'

export function ClassLink({ hash }: { readonly hash: string }) {
  const [host, rest = ''] = classLink(hash).split(/(?=#)/)
  return (
    <span className={styles.sceneLink}>
      {host}
      <wbr />
      <span>{rest}</span>
    </span>
  )
}
