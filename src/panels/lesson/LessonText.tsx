// A lesson's words with their mathematics.

import './words.css'
import { Fragment, type ReactNode } from 'react'
import { Italic } from '../../ui/Italic.tsx'
import { paragraphs, pieces, type MathPart } from './markup.ts'

/** One line: a question, an answer. */
export function Line({ text }: { readonly text: string }) {
  return pieces(text).map((piece, i) =>
    piece.kind === 'math' ? (
      <span key={i} className="inline-math">
        {piece.parts.map((part, k) => (
          <Part key={k} {...part} />
        ))}
      </span>
    ) : piece.kind === 'bold' ? (
      <strong key={i}>{piece.text}</strong>
    ) : (
      <Fragment key={i}>{piece.text}</Fragment>
    ),
  )
}

function Part({ text, italic, below, above, rooted }: MathPart) {
  const Frame = rooted ? 'span' : Fragment
  return (
    <Frame {...(rooted && { className: 'rooted' })}>
      {italic ? (
        <Italic text={text} lowered={below !== undefined} />
      ) : (
        <span className="upright">{text}</span>
      )}
      {below && <sub>{lettersItalic(below)}</sub>}
      {above && <sup>{lettersItalic(above)}</sup>}
    </Frame>
  )
}

/** In what is raised or lowered a lone letter is a symbol, a word (max, epoch) is not. */
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
