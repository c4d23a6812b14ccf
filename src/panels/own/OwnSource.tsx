// Where own data come from: a box to paste into, a button that chooses a file, and drops anywhere around them.

import { useState } from 'react'
import type { ReactNode } from 'react'
import { ownDataWords } from '../../i18n/areas/ownData.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { droppedIn } from '../../ui/useDrop.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './Own.module.css'

/** Characters that the box shows. More are read without being shown. */
const mostInBox = 20_000

export interface OwnSourceProps {
  readonly lead: string
  /** Undefined: the box was cleared. */
  readonly onSource: (source: Blob | string | undefined) => void
  readonly children: ReactNode
}

export function OwnSource({ lead, onSource, children }: OwnSourceProps) {
  const words = useWords(ownDataWords).ownData
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState(0)
  return (
    <div
      className={styles.form}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const given = droppedIn(event.dataTransfer)
        if (given) onSource(given)
      }}
    >
      <p>{lead}</p>
      <label className={styles.paste}>
        {words.paste}
        <textarea
          rows={4}
          spellCheck={false}
          value={text}
          placeholder={pasted > 0 ? fill(words.pasted, { count: pasted }) : undefined}
          onPaste={(event) => {
            // A text box with a hundred thousand lines would block the page, so long text goes straight to the worker.
            const long = event.clipboardData.getData('text/plain')
            if (long.length < mostInBox) return
            event.preventDefault()
            setText('')
            setPasted(long.length)
            onSource(long)
          }}
          onChange={(event) => {
            const next = event.currentTarget.value
            setText(next)
            setPasted(0)
            onSource(next === '' ? undefined : next)
          }}
        />
      </label>
      <label className={styles.choose}>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.dat,.data,text/*"
          aria-label={words.choose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) onSource(file)
          }}
        />
        <span aria-hidden="true">{words.choose}</span>
        <span className={textStyles.note}>{words.drop}</span>
      </label>
      {children}
    </div>
  )
}
