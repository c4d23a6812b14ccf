// A lesson's words with their mathematics.

import { Fragment, type ReactNode } from 'react'
import { Italic } from '../../ui/Italic.tsx'
import type { Sign } from '../../typeset/signs.ts'
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
              <Part key={k} {...part} />
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

function Part({ text, italic, below, above, rooted }: Sign) {
  const Frame = rooted ? 'span' : Fragment
  return (
    <Frame {...(rooted && { className: styles.rooted })}>
      {italic ? (
        <Italic text={text} lowered={below !== undefined} />
      ) : (
        <span className={styles.upright}>{text}</span>
      )}
      {below && <sub>{lettersItalic(below)}</sub>}
      {above && <sup>{lettersItalic(above)}</sup>}
    </Frame>
  )
}

/** In superscripts and subscripts a single letter is a symbol, a word (max, epoch) is not. */
const lettersItalic = (text: string): ReactNode[] =>
  text
    .split(/(?<![A-Za-z])([A-Za-z])(?![A-Za-z])/)
    .map((part, i) => (i % 2 ? <i key={i}>{part}</i> : <Fragment key={i}>{part}</Fragment>))

export const LessonText = ({ text }: { readonly text: string }) =>
  paragraphs(text).map((paragraph, i) => (
    <p key={i}>
      <Line text={paragraph} />
    </p>
  ))
