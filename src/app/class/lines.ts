// Parses the lines of a class, `name code`, each into a runner or a sentence that says what is wrong with it.

import type { DescentExperiment, RunSpec } from '../../engine/experiment.ts'
import { legible } from '../../engine/validate/legible.ts'
import { fill } from '../../i18n/fill.ts'
import { readRaceCode } from './raceCode.ts'

/** The most lines to read. */
export const mostLines = 2000
const longestName = 40

export interface Runner {
  readonly name: string
  readonly run: RunSpec
}

export interface LineWords {
  readonly mistyped: string
  readonly other: string
  readonly unknown: string
  readonly nameless: string
  readonly withdrawn: string
}

export interface Lines {
  readonly runners: readonly Runner[]
  readonly faults: readonly string[]
}

export function readLines(text: string, experiment: DescentExperiment, words: LineWords): Lines {
  const lines = text.split(/\r\n|\r|\n/)
  const runners: Runner[] = []
  const faults: string[] = []
  for (const [i, whole] of lines.slice(0, mostLines).entries()) {
    const [, name, code] = /^\s*(\S.*?)[\s,;，；\t]+(\S+)\s*$/u.exec(whole.slice(0, 200)) ?? []
    if (whole.trim() === '') continue
    if (name === undefined) {
      faults.push(fill(words.nameless, { line: i + 1, text: legible(whole.trim().slice(0, longestName)) }))
      continue
    }
    const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, longestName)
    const read = readRaceCode(code, experiment)
    if (read.kind === 'run') runners.push({ name: shown, run: { ...read.run, name: shown } })
    else faults.push(fill(words[read.kind], { line: i + 1, name: shown }))
  }
  if (lines.length > mostLines) faults.push(fill(words.withdrawn, { count: mostLines }))
  return { runners, faults }
}

/** Quotes a name that contains a comma, or that a spreadsheet would read as a formula. */
const cell = (text: string): string => {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export interface Ranked {
  readonly name: string
  readonly setting: string
  readonly steps: number | undefined
  readonly cost: number
  readonly diverged: boolean
}

/** Returns the results as CSV for a spreadsheet. */
export const resultsCsv = (results: readonly Ranked[]): string =>
  ['rank,name,setting,steps,cost,diverged']
    .concat(
      results.map(({ name, setting, steps, cost, diverged }, i) =>
        [
          i + 1,
          cell(name),
          cell(setting),
          steps ?? '',
          Number.isFinite(cost) ? cost : '',
          Number(diverged),
        ].join(),
      ),
    )
    .join('\n') + '\n'
