// One sentence: what was read from a user's file, or why nothing could be.

import { ownDataWords } from '../../i18n/areas/ownData.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import type { Answer } from '../../state/dataReader.ts'
import styles from './Own.module.css'

/** Faults that no other encoding or delimiter fixes. */
const hopeless: ReadonlySet<string> = new Set(['empty', 'image', 'archive', 'unreadable', 'tooLarge'])

export const isHopeless = ({ read }: Answer): boolean => 'fault' in read && hopeless.has(read.fault)

export function OwnSentence({ answer }: { readonly answer: Answer | 'reading' | undefined }) {
  const words = useWords(ownDataWords).ownData
  const language = useLanguage()
  const fault = typeof answer === 'object' && 'fault' in answer.read
  const said = typeof answer === 'object' ? inLanguage(answer.said, language) : ''
  return (
    <output className={styles.sentence} data-fault={fault || undefined}>
      {answer === 'reading' ? words.reading : fault ? fill(words.kept, { fault: said }) : said}
    </output>
  )
}
