// A line of words in which Greek letters and the course's single letters (m, B, J, V, S …) are set as mathematics:
// `Learning rate α`, `Training examples m`, `2/λmax`, `J^{t}`, `X^{t}`. Assistive technology reads the original text,
// and a fraction stays on one line.

import { Italic } from './Italic.tsx'
import textStyles from '../styles/Text.module.css'

const letters =
  /([JXY]\^\{[\dt]+\}|(?:\d+\/)?[α-ωϵ][₀-₉]*(?:max|min)?|(?<![\p{L}\p{N}'’.])[mBJVSL](?![\p{L}\p{N}'’]))/gu

export function MathText({ text }: { readonly text: string }) {
  return text.split(letters).map((part, index) => {
    if (index % 2 === 0) return part
    if (part[1] === '^')
      return (
        <span key={index}>
          <Italic text={part[0]} />
          <span className={textStyles.spoken}>^</span>
          <sup>{part.slice(2)}</sup>
        </span>
      )
    const [, over = '', letter, bound] = /^(\d+\/)?(.+?)(max|min)?$/u.exec(part)!
    const set = (
      <Italic key={index} text={letter} lowered={bound !== undefined}>
        {bound && <sub>{bound}</sub>}
      </Italic>
    )
    return over ? (
      <span key={index} className={textStyles.together}>
        {over}
        {set}
      </span>
    ) : (
      set
    )
  })
}
