// A letter set as mathematics. A slanted letter leans out of its box (TeX's italic correction), so what follows or is
// raised gets more space, and what is lowered fits below.

import type { ReactNode } from 'react'
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

interface ItalicProps {
  readonly text: string
  /** A subscript follows. */
  readonly lowered?: boolean
  readonly children?: ReactNode
}

export function Italic({ text, lowered = false, children }: ItalicProps) {
  const em = lowered ? 0 : leanOf(text)
  return (
    <i className={textStyles.math} style={em > 0 ? { marginInlineEnd: `${em}em` } : undefined}>
      {text}
      {children}
    </i>
  )
}
