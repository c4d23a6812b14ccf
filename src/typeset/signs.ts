// A letter, a word or an operator with its subscript and superscript: the leaf of every text with mathematics. The
// page sets signs as HTML (src/ui/Signs.tsx). Canvas and SVG set them as runs.

export interface Sign {
  readonly text: string
  readonly italic?: boolean
  readonly below?: string
  readonly above?: string
  /** Under the bar of the root before it. */
  readonly rooted?: true
}

/** Reads words that may contain `J^{t}`. The notes' batch index keeps its braces. */
export function signsIn(words: string): Sign[] {
  const parts = words.split(/\^(\{\w+\})/)
  return parts.flatMap((text, i) => (i % 2 === 0 ? [{ text, above: parts[i + 1] }] : []))
}

/** Reads an axis's text, which may be a symbol like `V_b`. */
export function axisSigns(text: string): Sign[] {
  const [, base, sign, script] = /^(\w{1,2})([_^])(.+)$/.exec(text) ?? []
  return base ? [{ text: base, [sign === '_' ? 'below' : 'above']: script }] : signsIn(text)
}

/** A piece of text on one height. `shift` is in font heights, downwards. */
export interface Run {
  readonly text: string
  readonly shift: number
}

/** Size of superscripts and subscripts on canvas and in SVG. */
export const SCRIPT = 0.72

export const runsOf = (signs: readonly Sign[]): Run[] =>
  signs
    .flatMap(({ text, below = '', above = '' }) => [
      { text, shift: 0 },
      { text: below, shift: 0.25 },
      { text: above, shift: -0.35 },
    ])
    .filter(({ text }) => text !== '')
