// A lesson's words with their mathematics.

import './words.css'
import { Fragment } from 'react'
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
      {italic ? <i className="math">{text}</i> : <span className="upright">{text}</span>}
      {below && <sub>{/^[a-z]$/i.test(below) ? <i>{below}</i> : below}</sub>}
      {above && <sup>{above}</sup>}
    </Frame>
  )
}

export const LessonText = ({ text }: { readonly text: string }) =>
  paragraphs(text).map((paragraph, i) => (
    <p key={i}>
      <Line text={paragraph} />
    </p>
  ))
