// A text with a copy button. Selects the text if the clipboard is unavailable.

import { useRef, useState } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { Button } from '../../ui/Button.tsx'
import textStyles from '../../styles/Text.module.css'
import styles from './Share.module.css'

export function Copied({
  label,
  text,
  button,
}: {
  readonly label: string
  readonly text: string
  readonly button: string
}) {
  const words = useWords(stageWords)
  const own = words.stage.share
  const box = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState<{ readonly of: string; readonly says: string }>()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid({ of: text, says: own.copied })
    } catch {
      box.current?.select()
      setSaid({ of: text, says: own.select })
    }
  }
  return (
    <div className={styles.text}>
      <textarea
        ref={box}
        aria-label={label}
        readOnly
        rows={2}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <Button kind="primary" onClick={() => void copy()}>
        {button}
      </Button>
      <span role="status" className={textStyles.note}>
        {said?.of === text ? said.says : ''}
      </span>
    </div>
  )
}
