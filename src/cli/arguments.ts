// What the command line asks for: one file, `-` for standard input, and for a map the part to compute.

import type { Part } from '../engine/csv.ts'

export const usage =
  'usage: npm run --silent trace -- FILE [--part I/N] runs the experiment in FILE (- reads standard input) and prints CSV.'

const mostParts = 1 << 20

export interface Arguments {
  readonly file: string
  readonly part?: Part
}

/** What was asked; a text is the sentence to refuse it with. */
export function readArguments(words: readonly string[]): Arguments | 'help' | string {
  const files: string[] = []
  let part: Part | undefined
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === '--help' || word === '-h') return 'help'
    if (word === '--part' || word.startsWith('--part=')) {
      const given = word === '--part' ? (words[++i] ?? '') : word.slice('--part='.length)
      part = readPart(given)
      if (!part) return `--part: expected I/N with I from 1 to N, got ${JSON.stringify(given.slice(0, 40))}`
    } else if (word.startsWith('-') && word !== '-') return usage
    else files.push(word)
  }
  return files.length === 1 ? { file: files[0], part } : usage
}

function readPart(text: string): Part | undefined {
  const [, i, n] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? []
  const part = Number(i)
  const of = Number(n)
  return part >= 1 && part <= of && of <= mostParts ? { part, of } : undefined
}
