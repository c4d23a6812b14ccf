// The markup of lesson texts: paragraphs separated by empty lines, `$alpha = 0.02$` is mathematics, `**bold**` is bold.
// In mathematics a name is a symbol (alpha, dW, V_b, lambda_max), ^ raises and _ lowers what follows, {…} groups. `sqrt
// 2` and `sqrt{1/2}` are set under a root's bar.

import { greek } from '../../typeset/greek.ts'
import type { Sign } from '../../typeset/signs.ts'

export type Piece =
  | { readonly kind: 'text' | 'bold'; readonly text: string }
  | { readonly kind: 'math'; readonly parts: readonly Sign[] }

const names: Readonly<Record<string, string>> = {
  ...greek,
  beta1: 'β₁',
  beta2: 'β₂',
  sum: 'Σ',
  times: '×',
  sqrt: '√',
}
const upright = new Set(['max', 'min', 'sign', 'log', 'all', 'Σ', '×', '√'])

export const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s*\n\s*/g, ' ').trim())
    .filter(Boolean)

export function pieces(paragraph: string): readonly Piece[] {
  return (
    paragraph
      // Keep a number and its unit together.
      .replace(/ (?=%|°[CF])/g, '\u00a0')
      .split(/(\$[^$]+\$|\*\*[^*]+\*\*)/)
      .filter(Boolean)
      .map((part): Piece => {
        if (part.startsWith('$')) return { kind: 'math', parts: mathOf(part.slice(1, -1)) }
        if (part.startsWith('**')) return { kind: 'bold', text: part.slice(2, -2) }
        return { kind: 'text', text: part }
      })
  )
}

const root = /sqrt(?:\{([^{}]*)\}|\s+(\S+?)(?=[\s=.,;·)]|$))/
const token =
  /([A-Za-zα-ωΑ-Ω]+\d?|[^\sA-Za-zα-ωΑ-Ω_^{}]+|\s+)((?:[_^](?:\{(?:\{[^}]*\}|[^{}])*\}|[A-Za-z0-9α-ω*′+−-]+))*)/gu
const script = /([_^])(?:\{((?:\{[^}]*\}|[^{}])*)\}|([A-Za-z0-9α-ω*′+−-]+))/gu

export function mathOf(source: string): readonly Sign[] {
  // Splitting at roots gives braced and other parts alternately.
  return source.split(root).flatMap((part, i): readonly Sign[] => {
    if (i % 3 === 0) return plainMath(part)
    return part
      ? [...plainMath('sqrt'), ...plainMath(part).map((one) => ({ ...one, rooted: true as const }))]
      : []
  })
}

function plainMath(source: string): readonly Sign[] {
  return [...source.matchAll(token)].map(([, body, scripts]) => {
    const name = names[body] ?? body
    const differential = /^d[WVbwJxy]$/.test(name)
    const part: { -readonly [K in keyof Sign]: Sign[K] } = {
      text: name.replace(/-/g, '−'),
      italic: !upright.has(name) && (differential || /^\p{L}[₀-₉]?$/u.test(name)),
    }
    for (const [, sign, braced, plain] of scripts.matchAll(script)) {
      const value = (names[braced ?? plain] ?? braced ?? plain).replace(/-/g, '−')
      if (sign === '_') part.below = value
      else part.above = value
    }
    return part
  })
}

/** Returns a text without markup, for reading aloud or searching. */
export const plainText = (text: string): string =>
  pieces(text)
    .map((piece) =>
      piece.kind === 'math'
        ? piece.parts
            .map(({ text: t, below = '', above = '' }) => t + below + (above && `^${above}`))
            .join('')
        : piece.text,
    )
    .join('')
