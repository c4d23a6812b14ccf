// A line of words in which Greek letters and the course's single letters (m, B, J, V, S …) are set as mathematics:
// `Learning rate α`, `Training examples m`, `2/λmax`, `J^{t}`, `X^{t}`. Assistive technology reads the original text,
// and a fraction or a raised letter stays on one line.

import { SignText } from './Signs.tsx'
import textStyles from '../styles/Text.module.css'

const letters =
  /([JXY]\^\{[\dt]+\}|(?:\d+\/)?[α-ωϵ][₀-₉]*(?:max|min)?|(?<![\p{L}\p{N}'’.])[mBJVSL](?![\p{L}\p{N}'’]))/gu

export function MathText({ text }: { readonly text: string }) {
  return text.split(letters).map((part, index) => {
    if (index % 2 === 0) return part
    const [, over, letter, below, above] = /^(\d+\/)?([^^]+?)(max|min)?(?:\^(.+))?$/u.exec(part)!
    const set = <SignText key={index} italic text={letter} below={below} above={above} raise="^" />
    return over || above ? (
      <span key={index} className={textStyles.together}>
        {over}
        {set}
      </span>
    ) : (
      set
    )
  })
}
