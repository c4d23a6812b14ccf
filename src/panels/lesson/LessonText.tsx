// A lesson's words with their mathematics.

import { Fragment } from 'react'
import { SignText } from '../../ui/Signs.tsx'
import { paragraphs, pieces } from './markup.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './LessonText.module.css'

const closing = /^[，。：；、？！）”…,.:;?!)]+/u

/** One line: a question, an answer. Never breaks before the punctuation that follows a formula. */
export function Line({ text }: { readonly text: string }) {
  const line = pieces(text)
  return line.map((piece, i) => {
    if (piece.kind === 'math') {
      const after = line[i + 1]
      return (
        <span key={i} className={textStyles.together}>
          <span className={styles.inlineMath}>
            {piece.parts.map((part, k) => (
              <SignText key={k} {...part} />
            ))}
          </span>
          {after?.kind === 'text' && closing.exec(after.text)?.[0]}
        </span>
      )
    }
    if (piece.kind === 'bold') return <strong key={i}>{piece.text}</strong>
    return (
      <Fragment key={i}>
        {line[i - 1]?.kind === 'math' ? piece.text.replace(closing, '') : piece.text}
      </Fragment>
    )
  })
}

export const LessonText = ({ text }: { readonly text: string }) =>
  paragraphs(text).map((paragraph, i) => (
    <p key={i}>
      <Line text={paragraph} />
    </p>
  ))
