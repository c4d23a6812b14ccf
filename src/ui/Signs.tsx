// Signs of mathematics as HTML, the page's renderer. Canvas and SVG draw the same signs as runs (src/typeset/signs.ts).
// A slanted letter leans out of its box (TeX's italic correction), so what follows or is raised gets more space, and
// what is lowered fits below.

import { Fragment, type ReactNode } from 'react'
import type { Sign } from '../typeset/signs.ts'
import textStyles from '../styles/Text.module.css'

/** In em, for KaTeX's typeface. */
const lean: Readonly<Record<string, number>> = {
  B: 0.05,
  J: 0.1,
  S: 0.06,
  T: 0.14,
  V: 0.22,
  W: 0.14,
  X: 0.08,
  Y: 0.22,
  Z: 0.07,
  β: 0.06,
}

/** Returns by how many em the text's last letter leans out. */
export const leanOf = (text: string): number => lean[text.at(-1)!] ?? 0

/** A single letter is italic. Digits, signs and words (max, epoch) are upright. */
export const lettersItalic = (text: string): ReactNode =>
  text
    .split(/((?<![A-Za-z])[A-Za-zα-ω](?![A-Za-z]))/u)
    .map((part, i) => (i % 2 ? <i key={i}>{part}</i> : <Fragment key={i}>{part}</Fragment>))

/** A sign in a line of text. `raise` precedes what is raised, for assistive technology. */
export function SignText({ text, italic, below, above, rooted, raise }: Sign & { readonly raise?: string }) {
  const em = italic && below === undefined ? leanOf(text) : 0
  const sign = (
    <>
      {italic ? (
        <i className={textStyles.math} style={em > 0 ? { marginInlineEnd: `${em}em` } : undefined}>
          {text}
        </i>
      ) : (
        <span className={textStyles.upright}>{text}</span>
      )}
      {below && <sub>{lettersItalic(below)}</sub>}
      {above && raise && <span className={textStyles.spoken}>{raise}</span>}
      {above && <sup>{lettersItalic(above)}</sup>}
    </>
  )
  return rooted ? <span className={textStyles.rooted}>{sign}</span> : sign
}
