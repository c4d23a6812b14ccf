// On paper the settings of the runs stand below their picture, in place of the sliders. The words are written when the
// page is printed, so a slider that moves does not render them.

import { useEffect, useRef } from 'react'
import { pictureWords } from '../../i18n/areas/picture.ts'
import { useWords } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor } from '../../state/playback.ts'
import { useRunNames } from '../runs.ts'
import { captionOf } from './captionOf.ts'
import styles from './Printed.module.css'

export function Printed() {
  const { picture } = useWords(pictureWords)
  const names = useRunNames()
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const write = (): void => {
      const { experiment, view } = useExperiment.getState()
      text.current!.textContent = captionOf(experiment, view.selected, cursor.step, names, picture)
    }
    addEventListener('beforeprint', write)
    return () => removeEventListener('beforeprint', write)
  }, [names, picture])
  return <p ref={text} className={styles.printed} />
}
