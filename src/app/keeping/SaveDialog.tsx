// Save: takes a name and a note, and stores the current experiment on this device.

import fieldStyles from '../../ui/Field.module.css'
import styles from './Keeping.module.css'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { keepingWords } from '../../i18n/areas/keeping.ts'
import { fill, inLanguage, useLanguage, useWords, type Language } from '../../i18n/index.ts'
import { remark, notify } from '../../state/notice.ts'
import { labelOf } from '../../state/registries.ts'
import type { Experiment } from '../../engine/experiment.ts'
import { ravine } from '../ravine.ts'
import { dialogOf } from './dialogOf.tsx'
import { keep, shownNow } from './keepOnDevice.ts'
import buttonStyles from '../../ui/Button.module.css'

export const SaveDialog = dialogOf('save', Asked)

/** The names of the runs, or of the page. */
function proposed(language: Language): string {
  const experiment = ravine.experiment as Experiment
  const runs = 'runs' in experiment ? experiment.runs : []
  const names = runs.map((run) => run.name ?? inLanguage(labelOf(run.optimizer), language))
  return (names.join(', ') || document.title).slice(0, 80)
}

function Asked({ onClose }: { readonly onClose: () => void }) {
  const { keeping } = useWords(keepingWords)
  const id = useId()
  const language = useLanguage()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.select(), [])
  const [name, setName] = useState(() => proposed(language))
  const [note, setNote] = useState('')
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const own = name.trim() || keeping.unnamed
    const stays = await keep(await shownNow(own, note.trim()))
    onClose()
    if (stays) remark(fill(keeping.saved, { name: own }))
    else notify(fill(keeping.inMemory, { name: own }))
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <label htmlFor={`${id}name`}>{keeping.name}</label>
      <input
        id={`${id}name`}
        className={fieldStyles.textBox}
        type="text"
        maxLength={80}
        autoComplete="off"
        value={name}
        ref={box}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}note`}>{keeping.note}</label>
      <textarea
        id={`${id}note`}
        className={fieldStyles.textBox}
        rows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className={`${buttonStyles.button} ${buttonStyles.primary}`}>
        <span>{keeping.menu.save}</span>
      </button>
    </form>
  )
}
