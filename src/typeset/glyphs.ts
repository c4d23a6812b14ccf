// Converts a symbol's key ('beta1', 'dW', 'S_dW', 'Vc') to what is written: the letter, its subscript, its mark, and
// its spoken form. The notes' letters: V with a raised c is the corrected average.

import type { FormulaNode } from '../engine/formula.ts'
import { greek } from './greek.ts'

export type { FormulaNode }

export interface Glyph {
  /** An upright d before the letter: dW. */
  readonly differential: boolean
  readonly letter: string
  readonly upright: boolean
  readonly below: string
  readonly above: string
  readonly spoken: string
}

/** Keys that are words, and letters with a special subscript. */
const special: Readonly<Record<string, Partial<Glyph>>> = {
  weightDecay: { letter: 'λ', below: '', spoken: 'lambda' },
  muNext: { below: 't+1', spoken: 'mu t+1' },
  muProduct: { letter: 'Π', upright: true, below: 'μ', spoken: 'product of mu' },
}

/**
 * A letter, then a subscript ('beta1', 'S_dW', 'lambdaMax'), then a mark ('Vc' corrected). Text after ~ is not shown:
 * the same letter with another value ('V~before').
 */
export function glyph(symbol: string): Glyph {
  const [key] = symbol.split('~')
  const [head, ...indices] = key.split('_')
  const names = Object.keys(greek).sort((a, b) => b.length - a.length)
  // lambdaMax begins with a letter's name. mult is a word.
  const name = names.find((one) => head.startsWith(one) && !/^[a-z]/.test(head.slice(one.length)))
  // A word of a custom rule is written out.
  if (
    !name &&
    !special[key] &&
    /^[A-Za-z][a-z]{2}/.test(head) &&
    !/(prev(ious)?|hat|corrected)$/.test(head)
  ) {
    const below = indices.join(',')
    return {
      differential: false,
      letter: head,
      upright: true,
      below,
      above: '',
      spoken: [head, ...indices].join(' '),
    }
  }
  const differential = !name && /^d[A-Za-z]/.test(head)
  const letter = name ? greek[name] : differential ? head[1] : head[0]
  const rest = head.slice(name ? name.length : differential ? 2 : 1)
  const mark = /^(c|corrected|hat)$/i.test(rest) ? 'c' : ''
  const own = mark ? '' : /^prev(ious)?$/i.test(rest) ? 't−1' : rest.toLowerCase()
  const below = [own, ...indices].filter(Boolean).join(',')
  const said = [differential ? 'd' : '', name ?? letter].join('')
  return {
    differential,
    letter,
    upright: letter === 'Δ' || letter === 'Σ',
    below,
    above: mark,
    spoken: [said, below.replace(/[,−]/g, ' '), mark && 'corrected'].filter(Boolean).join(' '),
    ...special[key],
  }
}

/** Returns the name of a whole symbol including its power: the key of the value below it. */
export const wholeKey = (symbol: string, power?: string): string =>
  power === undefined ? symbol : `${symbol}^${power}`

/** Returns the spoken form of a whole symbol. */
export function spokenWhole(key: string): string {
  const [symbol, power] = key.split('^')
  return glyph(symbol).spoken + raisedSpoken(power)
}

/** Returns the formula as it is read aloud, in signs that speech synthesis knows. */
export function spokenFormula(nodes: readonly FormulaNode[]): string {
  const say = (node: FormulaNode): string => {
    if (typeof node === 'string') return node.replace(/:=/g, ' becomes ').replace(/[−-]/gu, ' minus ')
    if ('symbol' in node) return spokenWhole(wholeKey(node.symbol, node.power))
    if ('over' in node) return `(${spokenFormula(node.over)}) / (${spokenFormula(node.under)})`
    if ('root' in node) return `√(${spokenFormula(node.root)})`
    return `(${spokenFormula(node.group)})${raisedSpoken(node.power)}`
  }
  return nodes.map(say).join(' ').replace(/\s+/g, ' ').trim()
}

const raisedSpoken = (power: string | undefined): string =>
  power === undefined ? '' : power === '2' ? '²' : `^${power}`
