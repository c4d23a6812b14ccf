// The keyboard shortcuts, listed under `?`, and the switch that turns them off.

import { useState } from 'react'
import { keepingWords } from '../i18n/areas/keeping.ts'
import { pictureWords } from '../i18n/areas/picture.ts'
import { useWords } from '../i18n/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { keysOn, setKeys } from './keys.ts'
import styles from './Page.module.css'

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(keepingWords, pictureWords)
  const [on, setOn] = useState(keysOn)
  const { keys, keysOn: label, close } = words.common
  const { keyList, menu } = words.keeping
  const { picture } = words
  const rows: readonly (readonly [string, string])[] = [
    ['Space', keyList.playOrPause],
    ['← →', keyList.steps],
    ['Home End', keyList.ends],
    ['R', keyList.restart],
    ['N', keyList.newSeed],
    ['P', keyList.present],
    ['PageDown PageUp', keyList.scenes],
    ['L', keyList.copyLink],
    ['G', picture.keys.pin],
    ['T', picture.keys.tilt],
    ['Ctrl/⌘ S', menu.save],
    ['Ctrl/⌘ Z', keyList.undo],
    ['Shift Ctrl/⌘ Z', keyList.redo],
    ['1 … 9', keyList.runs],
    ['?', keyList.help],
  ]
  return (
    <Dialog open={open} title={keys} close={close} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Toggle
        label={label}
        checked={on}
        onChange={(next) => {
          setKeys(next)
          setOn(next)
        }}
      />
    </Dialog>
  )
}
